// How far the reader is with articles: set by key, menu, or for many at once.
import type { ReadingState } from '../../shared/search/ast.ts'
import { api } from '../client/api.ts'
import { recordOf } from '../replica/records.ts'
import { announce } from '../state/announce.ts'
import { focusedPane } from '../state/panes.ts'
import { useStories } from '../state/stories.ts'
import { tell, tellError } from '../state/ui.ts'

const said = { new: 'New', reading: 'Being read', read: 'Read' } as const
const next = { new: 'reading', reading: 'read', read: 'new' } as const

/** As one step of undo. */
export async function markArticles(
  articles: readonly string[],
  state: ReadingState,
): Promise<void> {
  const set = await api.call('reading-set', { articles: [...articles], state })
  if (set.ok)
    announce(articles.length > 1 ? `${articles.length} articles: ${said[state]}` : said[state])
  else tellError(set.error)
}

/** Those that are chosen in the list, else the one in focus. */
export function markChosen(state: ReadingState): void {
  const { chosen } = useStories.getState()
  const pane = focusedPane()
  const articles = chosen.size > 0 ? [...chosen] : pane ? [pane.article] : []
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
  const state = recordOf('reading', pane.article)?.state ?? 'new'
  void markArticles([pane.article], next[state])
}
