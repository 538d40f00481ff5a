// The reader's corrections of an article's facts and furniture: as change sets, like annotations.
import { describe } from '../../../shared/anchoring/describe.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import {
  type BlockMark,
  type Correction,
  correctionKey,
  isInForce,
  withdrawn,
} from '../../../shared/model/correction.ts'
import { type MetaField, metaFields } from '../../../shared/model/library.ts'
import { fail, type Result } from '../../../shared/result.ts'
import { blockContent } from '../../../shared/text/blocks.ts'
import type { Changing, Known } from '../../core/changing.ts'
import { textChanged } from '../../core/passages.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { shortHash } from '../../core/shelf/identity.ts'
import { blocksAt } from '../../core/shelf/marked-blocks.ts'
import type { Reading } from '../../core/shelf/reading.ts'

export interface CorrectingDeps {
  readonly ledger: Ledger
  readonly reading: Pick<Reading, 'locate'>
  readonly now: () => Date
  readonly article: (id: string) => Promise<Result<Known>>
  readonly perform: Changing['perform']
}

export interface Correcting {
  correct(arg: ParsedArg<'article-correct'>): Promise<Result<void>>
  /** The change that gives a fact another value; null where it has that already. */
  fact(article: string, field: MetaField, value: string | null): Change<Correction> | null
  /** The changes that mark blocks, by their indexes; none for those that are so already. */
  marks(
    article: string,
    parsed: ParsedArticle,
    blocks: readonly number[],
    furniture: boolean | null,
  ): Change<Correction>[]
}

export function createCorrecting({
  ledger,
  reading,
  now,
  article: read,
  perform,
}: CorrectingDeps): Correcting {
  const known = (article: string): readonly Correction[] => ledger.all(correctionKind, article)

  const change = (article: string, after: Correction): Change<Correction> | null => {
    const key = correctionKey(after)
    const before = known(article).find((each) => correctionKey(each) === key) ?? withdrawn(after)
    return saysTheSame(before, after) ? null : { kind: correctionKind, article, key, before, after }
  }

  const fact: Correcting['fact'] = (article, field, value) =>
    change(article, { kind: 'fact', field, value, modified: now().toISOString() })

  const marks: Correcting['marks'] = (article, parsed, blocks, furniture) => {
    const mine = known(article).filter((each) => each.kind === 'mark')
    const places = reading.locate(
      parsed,
      mine.map(({ target }) => target),
    )
    const modified = now().toISOString()
    return blocks.flatMap((index) => {
      const block = parsed.blocks[index]
      if (!block) return []
      const { start, end } = blockContent(parsed.text, block)
      if (start === end) return []
      // What the rules say already needs no word of the reader's.
      const word = furniture === (block.furniture === true) ? null : furniture
      const old = mine.filter((_, i) => {
        const place = places[i]
        return place !== undefined && blocksAt(parsed, place).includes(index)
      })
      const next: readonly BlockMark[] =
        old.length > 0
          ? old.map((mark) => ({ ...mark, furniture: word, modified }))
          : [
              {
                kind: 'mark',
                id: shortHash(`${parsed.textHash}\0${start}\0${end}`),
                target: describe(parsed.text, parsed.textHash, start, end),
                furniture: word,
                modified,
              },
            ]
      return next.flatMap((mark) => change(article, mark) ?? [])
    })
  }

  return {
    fact,
    marks,
    async correct({ article, meta, furniture }) {
      const opened = await read(article)
      if (!opened.ok) return opened
      const { parsed, record } = opened.value
      const said = metaOf(parsed)
      const fields = metaFields.filter((field) => meta?.[field] !== undefined)
      const facts = fields.flatMap((field) => {
        const value = meta?.[field] ?? null
        // The file's own word again is no correction.
        return fact(article, field, value === said[field] ? null : value) ?? []
      })
      if (!furniture) return perform(factLabel(facts), facts)
      if (furniture.textHash !== undefined && furniture.textHash !== parsed.textHash)
        return fail(textChanged(record.path))
      const blocks = blocksIn(parsed, furniture.start, furniture.end)
      if (blocks.length === 0) return fail(noBlock())
      const changes = marks(article, parsed, blocks, furniture.furniture)
      const label = facts.length > 0 ? 'Correct article' : markLabel(furniture.furniture)
      return perform(label, [...facts, ...changes])
    },
  }
}

/** Indexes of the blocks that a range touches. */
function blocksIn({ text, blocks }: ParsedArticle, start: number, end: number): number[] {
  const to = Math.max(end, start + 1)
  return blocks.flatMap((block, index) => {
    if (block.start >= to || block.end <= start) return []
    const content = blockContent(text, block)
    return content.start < to && content.end > start ? [index] : []
  })
}

const saysTheSame = (a: Correction, b: Correction): boolean =>
  a.kind === 'fact' && b.kind === 'fact'
    ? a.value === b.value
    : a.kind === 'mark' && b.kind === 'mark' && a.furniture === b.furniture

export const fieldNames: Readonly<Record<MetaField, string>> = {
  title: 'title',
  subtitle: 'subtitle',
  byline: 'author',
  source: 'outlet',
  published: 'date',
  language: 'language',
}

function factLabel(changes: readonly Change<Correction>[]): string {
  const [first] = changes
  if (changes.length !== 1 || first?.after?.kind !== 'fact') return 'Correct facts'
  const name = fieldNames[first.after.field]
  return isInForce(first.after) ? `Correct ${name}` : `Take back correction of ${name}`
}

export const markLabel = (furniture: boolean | null): string =>
  furniture === null ? 'Take back mark' : furniture ? 'Mark as furniture' : 'Mark as text'

const noBlock = (): AppError => ({
  code: 'bad-argument',
  message: 'There are no words in that passage.',
  advice: 'Choose a paragraph, then try again.',
})
