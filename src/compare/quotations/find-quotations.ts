// Finds every quotation of an article: its words, the pieces it stands in, and who says it.

import type { Block } from '../../shared/model/article.ts'
import type { Speaker } from '../../shared/model/comparison.ts'
import { blockContent } from '../../shared/text/blocks.ts'
import type { ArticleInput } from '../article.ts'
import { kindOf, type QuotationKind } from './kinds.ts'
import type { MarkFamily } from './marks.ts'
import { peopleOf } from './people.ts'
import { type Stretch, stretchesOf } from './scan.ts'
import { type Attributed, createAttributor, type Paragraph } from './speaker.ts'
import { at, sayingAt } from './subject.ts'
import { tokensOf } from './tokens.ts'

/** A range of the article's text. UTF-16 code units, end exclusive. */
interface Piece {
  readonly start: number
  readonly end: number
}

export interface FoundQuotation extends Piece {
  /** The text from `start` to `end`: without the outer marks, with whatever stands between pieces. */
  readonly words: string
  /** What is quoted: several where it runs over paragraphs or an attribution interrupts it. */
  readonly pieces: readonly Piece[]
  readonly kind: QuotationKind
  readonly speaker: Speaker | null
}

interface Read extends Paragraph {
  readonly stretches: readonly Stretch[]
  readonly start: number
  readonly end: number
}

interface Last {
  readonly draft: Draft
  readonly attributed: Attributed | undefined
}

/** A quotation on the way: its stretches as paragraph and token. */
interface Draft {
  readonly parts: {
    readonly paragraph: number
    readonly stretch: Stretch
    readonly place: number
  }[]
}

/**
 * Every quotation of an article, in order; they do not overlap, and one within another is part of it.
 * Furniture is left out, headlines are not. Never fails; linear in the text's length.
 */
export function findQuotations({ text, blocks }: ArticleInput): FoundQuotation[] {
  const paragraphs: Read[] = []
  for (const block of blocks.filter(isRead)) {
    const last = paragraphs.at(-1)
    paragraphs.push(readBlock(text, block, last ? openAtEnd(last) : null))
  }
  const drafts = draftsOf(paragraphs)
  const people = peopleOf(paragraphs.map(({ tokens }) => tokens))
  const attributor = createAttributor(people)

  const kinds = new Map<Draft, QuotationKind>()
  const places = paragraphs.map((): number[] => [])
  for (const draft of drafts) {
    const [first] = draft.parts
    if (!first) continue
    const { tokens } = paragraphs[first.paragraph] ?? { tokens: [] }
    const kind =
      draft.parts.length > 1 ? 'speech' : kindOf(tokens, first.place, at(tokens, first.place).text)
    kinds.set(draft, kind)
    if (isSaid(kind)) for (const part of draft.parts) places[part.paragraph]?.push(part.place)
  }
  const attributed = paragraphs.map((paragraph, index) =>
    attributor.next(paragraph, places[index] ?? []),
  )

  const quotations: FoundQuotation[] = []
  let last: Last = { draft: { parts: [] }, attributed: undefined }
  for (const draft of drafts) {
    const found = attributionFor(draft, attributed)
    const kind = kinds.get(draft) ?? 'speech'
    const pieces = draft.parts.map(({ stretch: { start, end } }) => ({ start, end }))
    const interrupted: FoundQuotation | undefined =
      isSaid(kind) && interrupts(paragraphs, last, draft) ? quotations.pop() : undefined
    const all = interrupted ? [...interrupted.pieces, ...pieces] : pieces
    const start = all[0]?.start ?? 0
    const end = all.at(-1)?.end ?? start
    quotations.push({
      start,
      end,
      words: text.slice(start, end),
      pieces: all,
      kind: interrupted ? 'speech' : kind,
      speaker: (interrupted ? interrupted.speaker : found?.speaker) ?? null,
    })
    last = { draft, attributed: interrupted ? last.attributed : found }
  }
  return quotations
}

const isSaid = (kind: QuotationKind): boolean => kind === 'speech' || kind === 'term'

const isRead = ({ furniture, role }: Block): boolean =>
  role === 'title' || role === 'subtitle' || (!furniture && role !== 'byline')

/** What a paragraph's last quotation was opened with, if nothing closes it. */
function openAtEnd({ stretches, end }: Read): MarkFamily | null {
  const last = stretches.at(-1)
  return last && !last.closed && last.outerEnd === end ? last.family : null
}

function readBlock(text: string, block: Block, open: MarkFamily | null): Read {
  const { start, end } = blockContent(text, block)
  const stretches = stretchesOf(text, start, end, open).map((stretch) =>
    endAtSpeaker(text, stretch),
  )
  return {
    text,
    tokens: tokensOf(text, start, end, stretches),
    isHeading: block.kind === 'heading' || block.role === 'title' || block.role === 'subtitle',
    stretches,
    start,
    end,
  }
}

const spokenAtEnd =
  /[,!?]\s+((?:he|she|they|(?:\p{Lu}[\p{L}.]*\s+){1,3})\s*(\p{L}+))(?: [^,.!?“”"]{0,60})?\.$/u

/** A closing mark forgotten before ", she wrote." stands there. */
function endAtSpeaker(text: string, stretch: Stretch): Stretch {
  if (stretch.closed) return stretch
  const from = Math.max(stretch.start, stretch.end - 120)
  const tail = text.slice(from, stretch.end)
  const found = spokenAtEnd.exec(tail)
  if (!found || !isSayingWord(found[2] ?? '')) return stretch
  const end = from + found.index + 1
  return { ...stretch, end, outerEnd: end, closed: true }
}

const isSayingWord = (word: string): boolean =>
  sayingAt(
    [
      {
        text: word,
        lower: word.toLowerCase(),
        start: 0,
        end: word.length,
        kind: 'word',
        isCapital: false,
        stretch: -1,
      },
    ],
    0,
  )?.form.finite === true

/** Joins what runs over several paragraphs, each of which opens with a mark while only the last closes. */
function draftsOf(paragraphs: readonly Read[]): Draft[] {
  const drafts: Draft[] = []
  let open: { readonly draft: Draft; readonly family: string } | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    const { stretches, tokens, start, end }: Read = paragraph
    const placeOf = new Map(tokens.map(({ stretch }, place) => [stretch, place]))
    for (const [nth, stretch] of stretches.entries()) {
      const part = { paragraph: index, stretch, place: placeOf.get(nth) ?? 0 }
      const continued: Draft | null =
        nth === 0 && stretch.outerStart === start && open?.family === stretch.family
          ? open.draft
          : null
      const draft: Draft = continued ?? { parts: [] }
      draft.parts.push(part)
      if (!continued) drafts.push(draft)
      open = !stretch.closed && stretch.outerEnd === end ? { draft, family: stretch.family } : null
    }
    if (stretches.length === 0 && tokens.length > 0) open = null
  }
  return drafts
}

/** The first paragraph's words before, the last one's after it, whichever says who speaks. */
function attributionFor(
  { parts }: Draft,
  attributed: readonly ReadonlyMap<number, Attributed>[],
): Attributed | undefined {
  for (const { paragraph, place } of parts) {
    const found = attributed[paragraph]?.get(place)
    if (found) return found
  }
  return undefined
}

/** “I came,” she said, “and I saw.”: what stands between is only who says it, and the sentence goes on. */
function interrupts(paragraphs: readonly Read[], last: Last, draft: Draft): boolean {
  const before = last.draft.parts.at(-1)
  const [next] = draft.parts
  if (!before || !next || before.paragraph !== next.paragraph) return false
  if (last.attributed?.attribution?.where !== 'after') return false
  const { tokens = [] } = paragraphs[next.paragraph] ?? {}
  if (/[.!?]$/.test(at(tokens, before.place).text)) return false
  if (at(tokens, next.place - 1).text !== ',' || next.place - before.place > 25) return false
  let verbs = 0
  for (let place = before.place + 1; place < next.place; place++) {
    if (at(tokens, place).kind === 'stop') return false
    if (sayingAt(tokens, place)) verbs++
  }
  return verbs === 1
}
