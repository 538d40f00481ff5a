// Shows what there is to know of an article before it is read: its warnings.
import { foldNotices, noticesId } from '../state/notices.ts'
import { focusedPane, openedArticle } from '../state/panes.ts'
import { tell } from '../state/ui.ts'

/** Puts the keyboard on the warnings of the pane in focus, unfolded. */
export function goToWarnings(): void {
  const pane = focusedPane()
  const article = pane && openedArticle(pane.article)
  if (!pane || !article) tell('Open an article first.')
  else if (!article.frozen && article.warnings.length === 0)
    tell('There are no warnings: the file was read as it is.')
  else unfoldWarnings(pane.key)
}

export function unfoldWarnings(pane: string): void {
  foldNotices(pane, false)
  // They are drawn by the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(noticesId(pane))?.focus()),
  )
}
