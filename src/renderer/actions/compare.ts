// What the reader can do with the comparison of the open articles.
import type { EventData } from '../../shared/calls.ts'
import { type ComparisonView, patchView } from '../../shared/comparison/view.ts'
import type { SentenceRef } from '../../shared/model/comparison.ts'
import { api } from '../client/api.ts'
import { showTab } from '../state/beside.ts'
import { useCompare } from '../state/compare.ts'
import { changeMatches } from '../state/matches.ts'
import { openedArticle, usePanes } from '../state/panes.ts'
import { changeSteps } from '../state/steps.ts'
import { forgetExplanations } from './explain.ts'
import { closeComparison, heardMeanwhile, openComparison } from './read-comparison.ts'

export function toggleComparing(): void {
  const on = !useCompare.getState().on
  useCompare.setState({ on, ...nothingInHand })
  if (on) {
    showTab('compare')
    void compareOpen()
  } else stopComparing()
}

const nothingInHand = { hand: null, hover: null, chosen: null, why: null }
const nothing = {
  status: 'few',
  articles: [],
  comparison: null,
  error: null,
  ...nothingInHand,
} as const

/** What was last asked for, as what a comparison depends on; empty: nothing that still counts. */
let asked = ''
/** Counts what was asked for: an answer to anything but the last is stale. */
let turn = 0
let underWay = false

/**
 * Compares what is open now, if comparing is on and it is not what was compared already. What is shown
 * stays until the answer is there, unless it is of a text that has changed.
 * @param again also when it is: what is shown may not be what the core holds
 */
export async function compareOpen(again = false): Promise<void> {
  const now = useCompare.getState()
  if (!now.on) return
  const { panes, opened } = usePanes.getState()
  const shown = [...new Set(panes.map(({ article }) => article))]
  if (shown.some((id) => (opened.get(id)?.state ?? 'loading') === 'loading')) {
    // More is coming: one comparison of all is soon enough.
    if (now.status === 'few' && shown.length > 1) useCompare.setState({ status: 'working' })
    return
  }
  const articles = shown.filter((id) => opened.get(id)?.state === 'open')
  if (articles.length < 2) {
    asked = ''
    turn++
    if (underWay || now.comparison) closeComparison()
    underWay = false
    if (now.status !== 'few' || now.articles.join() !== articles.join())
      useCompare.setState({ ...nothing, articles })
    return
  }
  const wanted = articles.map(stateOf).join('\n')
  if (wanted === asked && !again && now.status !== 'few') return
  asked = wanted
  underWay = true
  const mine = ++turn
  const stays = now.comparison !== null && holds(now.comparison, now.articles)
  useCompare.setState({
    ...(stays ? {} : { ...nothing, articles }),
    status: 'working',
    error: null,
  })
  const made = await openComparison(articles)
  if (mine !== turn) return
  underWay = false
  if (made.ok) show(articles, made.value)
  else {
    const same = useCompare.getState().articles.join() === articles.join()
    useCompare.setState({ ...(same ? {} : nothing), articles, status: 'failed', error: made.error })
  }
}

/** Compares once more what could not be compared, or was stopped. */
export const compareAgain = (): Promise<void> => compareOpen(true)

/** Ends the comparison that is under way; what was shown before stays. */
export function stopComparing(): void {
  const { on, comparison } = useCompare.getState()
  if (underWay || (!on && comparison)) closeComparison()
  if (on) return
  asked = ''
  turn++
  underWay = false
  useCompare.setState(nothing)
}

/** Articles and what was found in them change at once; what was in hand is found again by its place. */
function show(articles: readonly string[], comparison: ComparisonView): void {
  const before = useCompare.getState()
  const moved = (ref: SentenceRef | null): SentenceRef | null => {
    const article = ref ? articles.indexOf(before.articles[ref.article] ?? '') : -1
    const old = ref && before.comparison?.articles[ref.article]
    const now = comparison.articles[article]
    if (!ref || !old || !now || old.textHash !== now.textHash) return null
    const start = old.sentences[ref.sentence]?.start
    const sentence = now.sentences.findIndex((each) => each.start === start)
    return sentence < 0 ? null : { article, sentence }
  }
  const { why } = before
  const a = why && moved(why.a)
  const b = why && moved(why.b)
  useCompare.setState({
    status: 'ready',
    articles,
    comparison,
    error: null,
    hand: moved(before.hand),
    hover: null,
    chosen: moved(before.chosen),
    why: why && a && b ? { ...why, a, b } : null,
  })
}

const objects = new WeakMap<object, number>()
let numbered = 0

/** The same for the same object: parts of an article that did not change are the same objects. */
function numberOf(object: object): number {
  const known = objects.get(object)
  if (known !== undefined) return known
  objects.set(object, ++numbered)
  return numbered
}

/** What a comparison depends on in an article, as a key. */
function stateOf(id: string): string {
  const opened = openedArticle(id)
  if (!opened) return id
  const { textHash, blocks, title, source, published, language } = opened
  return JSON.stringify([id, textHash, numberOf(blocks), title, source, published, language])
}

/** Whether a comparison is of the texts that are open. */
const holds = (comparison: ComparisonView, articles: readonly string[]): boolean =>
  articles.every((id, index) => {
    const opened = openedArticle(id)
    return !opened || opened.textHash === comparison.articles[index]?.textHash
  })

/** Follows the panes, and the reader's verdicts: what is open is what is compared. */
export function keepComparing(): void {
  usePanes.subscribe((now, before) => {
    if (now.panes !== before.panes || now.opened !== before.opened) void compareOpen()
  })
  useCompare.subscribe((now, before) => {
    if (now.on && !before.on) void compareOpen()
    // What was meant, and why, is of the sentence that was in hand.
    const same = now.comparison?.id === before.comparison?.id
    const left = same && isOther(now.hand, before.hand)
    if (left && now.chosen === before.chosen && (now.chosen || now.why))
      useCompare.setState({ chosen: null, why: null })
  })
  api.on('comparison-changed', changeShown)
  // What changed meanwhile was not heard.
  api.onReconnect(() => void compareOpen(true))
}

/** Takes a verdict's patch in; where one before it was missed, all is read again. */
function changeShown(change: EventData<'comparison-changed'>): void {
  heardMeanwhile(change)
  const { id, revision, patch } = change
  const { comparison } = useCompare.getState()
  if (comparison?.id !== id || revision <= comparison.revision) return
  if (revision > comparison.revision + 1) {
    void compareOpen(true)
    return
  }
  const now = patchView(comparison, revision, patch)
  useCompare.setState({ comparison: now })
  forgetExplanations(patch)
  changeMatches(id, patch)
  changeSteps(now, patch)
}

const isOther = (a: SentenceRef | null, b: SentenceRef | null): boolean =>
  a?.article !== b?.article || a?.sentence !== b?.sentence

export const toggleTable = (): void => {
  const { table, on } = useCompare.getState()
  useCompare.setState({ table: !table })
  if (!table && !on) toggleComparing()
}
export const togglePossible = (): void =>
  useCompare.setState(({ possible }) => ({ possible: !possible }))
