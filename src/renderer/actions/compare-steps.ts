// Going about in what is compared: to the next matched passage, to its match in another pane and back,
// and bringing matches to one height. Loaded with the first such key.
import { type ComparisonView, tellersOf } from '../../shared/comparison/view.ts'
import { actions } from '../../shared/menu.ts'
import type { Sentence, SentenceRef } from '../../shared/model/comparison.ts'
import { announce } from '../state/announce.ts'
import { useCompare } from '../state/compare.ts'
import { placeIn, takeSentence } from '../state/compared.ts'
import { held, type Matches } from '../state/matches.ts'
import { focusedPane, focusPane, openedArticle, type Pane, usePanes } from '../state/panes.ts'
import { type Reader, readerOf } from '../state/readers.ts'
import { tell } from '../state/ui.ts'
import { matchesOf } from './matches.ts'
import { bringToOneHeight, free } from './one-height.ts'
import { comparedNames, sayMatches } from './say-matches.ts'

interface Here {
  readonly comparison: ComparisonView
  readonly possible: boolean
  readonly pane: Pane
  readonly reader: Reader
  /** Index of the pane's article. */
  readonly place: number
}

/** The pane in focus as it is compared; null, and the reader has been told why, if it is not. */
function here(): Here | null {
  const state = useCompare.getState()
  const pane = focusedPane()
  const reader = readerOf(pane?.key)
  const article = pane && openedArticle(pane.article)
  if (!state.on) tell(`Press ${actions.compare.keys[0]} to compare the open articles first.`)
  else if (state.status === 'few') tell('Open another article beside this one to compare.')
  else if (!state.comparison && state.status === 'working')
    tell('The articles are still being compared.')
  else if (state.comparison && pane && reader && article) {
    const place = placeIn(state, article)
    if (place !== null)
      return { comparison: state.comparison, possible: state.possible, pane, reader, place }
  } else tell('These articles could not be compared.')
  return null
}

const sentencesOf = ({
  comparison,
  place,
}: Pick<Here, 'comparison' | 'place'>): readonly Sentence[] =>
  comparison.articles[place]?.sentences ?? []

const sentence = (
  comparison: ComparisonView,
  { article, sentence: index }: SentenceRef,
): Sentence | undefined => comparison.articles[article]?.sentences[index]

/** Whether a passage, or a part of it, is to be seen in a pane. */
function isInView(reader: Reader, { start, end }: Sentence): boolean {
  const view = reader.scroller.getBoundingClientRect()
  return reader.rects(start, end).some(({ top, bottom }) => bottom > view.top && top < view.bottom)
}

/** The sentence a step starts from: in hand, at the caret, else the first in view. */
function startOf(at: Here): number {
  const { hand } = useCompare.getState()
  const held = hand?.article === at.place ? sentence(at.comparison, hand) : undefined
  if (hand && held && isInView(at.reader, held)) return hand.sentence
  const caret = at.reader.range()?.start
  const byCaret = caret === undefined ? -1 : indexFrom(at, caret)
  const there = sentencesOf(at)[byCaret]
  if (there && isInView(at.reader, there)) return byCaret
  return indexFrom(at, at.reader.top())
}

/** Index of the sentence at an offset or, before or between sentences, of the next. */
function indexFrom(at: Here, offset: number): number {
  const found = sentencesOf(at).findIndex(({ end }) => end > offset)
  return found < 0 ? sentencesOf(at).length : found
}

/** Takes the next sentence, round and round, that is as wanted and can be seen. */
function stepTo(by: 1 | -1, isWanted: (at: Here, ref: SentenceRef) => boolean, none: string): void {
  const at = here()
  if (!at) return
  const sentences = sentencesOf(at)
  const count = sentences.length
  const from = startOf(at)
  const { hand } = useCompare.getState()
  const inHand = hand?.article === at.place && hand.sentence === from
  // From where nothing is in hand, the sentence there is itself the first to look at.
  const first = from + (inHand || by < 0 ? by : 0)
  for (let n = 0; n < count; n++) {
    const index = (((first + n * by) % count) + count) % count
    const each = sentences[index]
    const ref = { article: at.place, sentence: index }
    if (!each || each.furniture || each.title || !isWanted(at, ref)) continue
    if (at.reader.rects(each.start, each.end).length === 0) continue
    take(at.reader, ref, each)
    const { text } = openedArticle(at.pane.article) ?? {}
    void sayMatches(ref, text ? `${text.slice(each.start, each.end)} ` : '')
    return
  }
  tell(none)
}

function take(reader: Reader, ref: SentenceRef, { start, end }: Sentence): void {
  takeSentence(ref)
  reader.reveal(start, end)
}

export const stepLink = (by: 1 | -1): void =>
  stepTo(
    by,
    ({ comparison, possible }, ref) => tellersOf(comparison, ref, possible) > 1,
    'No passage of this article was matched.',
  )

/** What has no match of any tier, as the table of facts has it. */
export const stepOnly = (by: 1 | -1): void =>
  stepTo(
    by,
    ({ comparison }, ref) => tellersOf(comparison, ref, true) === 1,
    'Everything this article tells was matched.',
  )

/** The sentence in hand in the pane in focus; else that at the caret or on top of the view is taken. */
function inHandAt(at: Here): SentenceRef | null {
  const { hand } = useCompare.getState()
  if (hand?.article === at.place) return hand
  const ref = { article: at.place, sentence: startOf(at) }
  const each = sentence(at.comparison, ref)
  if (!each || each.furniture) return null
  takeSentence(ref)
  return ref
}

const matchesOrNone = async (ref: SentenceRef): Promise<Matches> => (await matchesOf(ref)) ?? []

/** Scrolls the panes so that the surest match in each stands at the height of the sentence in hand. */
export async function lineUp(): Promise<void> {
  const at = here()
  const ref = at && inHandAt(at)
  const own = at && ref && sentence(at.comparison, ref)
  if (!at || !ref || !own) return
  if (!isInView(at.reader, own)) at.reader.reveal(own.start, own.end)
  const found = held(await matchesOrNone(ref), at.possible)
  const others = usePanes.getState().panes.flatMap(({ key, article }) => {
    const reader = readerOf(key)
    const open = openedArticle(article)
    const place = open && placeIn(useCompare.getState(), open)
    const match = found.find((each) => each.ref.article === place)
    const passage = match && sentence(at.comparison, match.ref)
    if (!reader || !passage || key === at.pane.key) return []
    return [{ reader, start: passage.start, end: passage.end }]
  })
  if (others.length === 0) {
    tell('No match found for this sentence.')
    return
  }
  const view = at.reader.scroller.getBoundingClientRect()
  const now = at.reader.rects(own.start, own.end)[0]?.top ?? view.top
  const wanted = Math.max(view.top + free, Math.min(now, view.bottom - 3 * free))
  bringToOneHeight([...others, { reader: at.reader, start: own.start, end: own.end }], wanted)
}

interface Visit {
  readonly pane: string
  readonly ref: SentenceRef
}

/** By article and place, for panes and comparisons change. */
interface Came {
  readonly pane: string
  readonly article: string
  readonly textHash: string
  readonly start: number
}

/** Where the reader came from, the latest last. */
const came: Came[] = []

/** To the surest match of the sentence in hand, in the next pane that has one, round and round. */
export async function goToCounterpart(): Promise<void> {
  const at = here()
  const ref = at && inHandAt(at)
  if (!at || !ref) return
  const { panes } = usePanes.getState()
  const from = panes.findIndex(({ key }) => key === at.pane.key)
  const found = held(await matchesOrNone(ref), at.possible)
  for (let n = 1; n < panes.length; n++) {
    const pane = panes[(from + n) % panes.length]
    const open = pane && openedArticle(pane.article)
    const place = open ? placeIn(useCompare.getState(), open) : null
    const match = found.find((each) => each.ref.article === place)
    if (!pane || !match) continue
    const own = sentence(at.comparison, ref)
    const { textHash = '' } = at.comparison.articles[ref.article] ?? {}
    if (own) came.push({ pane: at.pane.key, article: at.pane.article, textHash, start: own.start })
    await visit({ pane: pane.key, ref: match.ref }, at, `${match.link.tier} match`)
    return
  }
  announce('No match found for this sentence.')
  tell('No match found for this sentence.')
}

export async function goBack(): Promise<void> {
  const at = here()
  if (!at) return
  for (let last = came.pop(); last; last = came.pop()) {
    const { pane, article, textHash, start } = last
    const { panes } = usePanes.getState()
    if (!panes.some((each) => each.key === pane && each.article === article)) continue
    const open = openedArticle(article)
    const place = open?.textHash === textHash ? placeIn(useCompare.getState(), open) : null
    const index =
      place === null
        ? null
        : at.comparison.articles[place]?.sentences.findIndex((each) => each.start === start)
    if (place === null || index == null || index < 0) continue
    await visit({ pane, ref: { article: place, sentence: index } }, at, 'back')
    return
  }
  tell('You have not gone to a match yet.')
}

/** Moves the keyboard, the caret and the hand to a sentence of a pane, and says where that is. */
async function visit({ pane, ref }: Visit, { comparison, reader: before }: Here, how: string) {
  const caret = before.caretOn()
  focusPane(pane)
  const reader = await readerSoon(pane)
  const passage = sentence(comparison, ref)
  if (!reader || !passage) return
  reader.focus()
  take(reader, ref, passage)
  reader.select(passage.start, passage.start)
  if (caret && !reader.caretOn()) reader.toggleCaret()
  const { articles } = useCompare.getState()
  const article = articles[ref.article]
  const text = article && openedArticle(article)?.text.slice(passage.start, passage.end)
  announce(`${comparedNames()[ref.article] ?? 'another article'}, ${how}: ${text ?? ''}`)
}

/** Frames to wait for a pane that is drawn only when it is in focus. */
const framesMost = 20

async function readerSoon(pane: string): Promise<Reader | undefined> {
  for (let frame = 0; frame < framesMost && !readerOf(pane); frame++)
    await new Promise(requestAnimationFrame)
  return readerOf(pane)
}
