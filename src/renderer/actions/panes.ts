// What is done with panes that have texts in them.
import { addPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'

/** The same article once more, beside a pane of it, at the same place. */
export function splitPane(key: string): void {
  const pane = usePanes.getState().panes.find((each) => each.key === key)
  if (pane) addPane(pane.article, key, readerOf(key)?.top() ?? pane.top)
}
