// How far the reader is with articles: set by key, menu, or for many at once.
import type { EventData } from '../../shared/calls.ts'
import type { ReadingState } from '../../shared/search/ast.ts'
import { api } from '../client/api.ts'
import { holdRecords, recordOf } from '../replica/records.ts'
import { announce } from '../state/announce.ts'
import { focusedPane, usePanes } from '../state/panes.ts'
import { useSearch } from '../state/search.ts'
import { useStories } from '../state/stories.ts'
import { isShown, tell, tellError, useUi } from '../state/ui.ts'
import { tellStep } from './tell-step.ts'

const said = { new: 'New', reading: 'Being read', read: 'Read' } as const
const marked = { new: 'new', reading: 'being read', read: 'read' } as const
const next = { new: 'reading', reading: 'read', read: 'new' } as const

interface Sent {
  readonly state: ReadingState
  readonly library: string | null
  answered: boolean
}

/** What was sent last of one article, until its record is here: a key may be pressed again before. */
const sent = new Map<string, Sent>()

/** As one step of undo. */
export async function markArticles(
  articles: readonly string[],
  state: ReadingState,
): Promise<void> {
  const mine: Sent = { state, library: api.shownLibrary(), answered: false }
  const [only] = articles.length === 1 ? articles : []
  for (const id of articles) sent.delete(id)
  if (only !== undefined) sent.set(only, mine)
  const set = await api.call('reading-set', { articles: [...articles], state })
  mine.answered = true
  const isOver = only !== undefined && (!set.ok || stateHeld(only) === state)
  if (isOver && sent.get(only) === mine) sent.delete(only)
  if (!set.ok) tellError(set.error)
  else if (articles.length === 1) announce(said[state])
  else tellStep(markedWords(set.value.articles, state))
}

const markedWords = (articles: number, state: ReadingState): string =>
  articles === 1
    ? `1 article is marked as ${marked[state]}. Undo takes it back.`
    : `${articles.toLocaleString()} articles are marked as ${marked[state]}. Undo takes it back.`

const stateHeld = (article: string): ReadingState => recordOf('reading', article)?.state ?? 'new'

/** Takes in that records are others now: what is here is waited for no more. */
export function takeMarked({ kind, changed, removed }: EventData<'records-changed'>): void {
  if (kind !== 'reading' || sent.size === 0) return
  for (const id of [...changed.map(({ key }) => key), ...removed]) {
    const last = sent.get(id)
    if (last && (last.answered || last.state === stateHeld(id))) sent.delete(id)
  }
}

/** Events may have been missed: nothing is waited for. */
export const forgetMarked = (): void => sent.clear()

/** Holds the states of the open articles, so that it is known what comes after them. */
export function holdOpenStates(): void {
  let held = ''
  let release = (): void => undefined
  usePanes.subscribe(({ panes }) => {
    const open = [...new Set(panes.map(({ article }) => article))]
    if (open.join() === held) return
    held = open.join()
    const before = release
    release = holdRecords('reading', open)
    before()
  })
}

/** Those that are chosen in the list, while it is in sight, else the one in focus. */
export function markChosen(state: ReadingState): void {
  const inSight = isShown(useUi.getState(), 'left') && !useSearch.getState().shown
  const { chosen } = useStories.getState()
  const pane = focusedPane()
  const articles = inSight && chosen.size > 0 ? [...chosen] : pane ? [pane.article] : []
  if (articles.length === 0) tell('Open an article, or choose some in the list.')
  else void markArticles(articles, state)
}

/** The article in focus: new, being read, read, and new again. */
export function markNext(): void {
  const pane = focusedPane()
  if (!pane) {
    tell('Open an article first.')
    return
  }
  const { article } = pane
  const last = sent.get(article)
  const state = last && last.library === api.shownLibrary() ? last.state : stateHeld(article)
  void markArticles([article], next[state])
}
