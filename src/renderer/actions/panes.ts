// What is done with panes that have texts in them.
import { announce } from '../state/announce.ts'
import { addPane, focusedPane, focusPane, swap, usePanes, zoomPane } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { tell } from '../state/ui.ts'

/** The same article once more, beside a pane of it, at the same place. */
export function splitPane(key: string): void {
  const pane = usePanes.getState().panes.find((each) => each.key === key)
  if (pane) addPane(pane.article, key, readerOf(key)?.top() ?? pane.top)
}

/** Makes the text of the pane in focus larger, smaller, or as large as it is elsewhere. */
export function zoomFocused(by: -1 | 0 | 1): void {
  const pane = focusedPane()
  if (!pane) tell('Open an article first.')
  else announce(`Text in this pane: ${Math.round(zoomPane(pane.key, by) * 100)} %`)
}

/** The pane in focus and the one that was in focus before it change places. */
export function swapPanes(): void {
  const { focused, before } = usePanes.getState()
  if (focused === null || before === null) tell('Go to another pane first, then swap the two.')
  else {
    swap(focused, before)
    focusPane(focused)
  }
}
