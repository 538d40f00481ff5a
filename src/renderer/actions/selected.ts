// What is selected in which article's text, for whoever acts on it.
import { focusedPane, openedArticle } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { type PaneSelection, useSelection } from '../state/selection.ts'

/** The text that the offsets of an open article were taken from. */
export function hashOf(article: string): { readonly textHash?: string } {
  const opened = openedArticle(article)
  return opened ? { textHash: opened.textHash } : {}
}

/** What is selected at this moment: the page knows it a frame before the store does. */
export function selectedNow(): PaneSelection | null {
  const pane = focusedPane()
  const range = readerOf(pane?.key)?.range()
  if (pane && range && range.end > range.start)
    return { pane: pane.key, article: pane.article, ...range }
  return useSelection.getState().selected
}
