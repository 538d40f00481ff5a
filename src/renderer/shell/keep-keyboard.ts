// Gives the keyboard back after a dialog: to what had it before the first of them, with what was selected
// or where the caret stood. A dialog that is opened from another knows only that one, which is gone by
// then; and a field that is typed into takes the page's selection with it.
import { paneAround } from '../panes/active-pane.ts'
import { focusedPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useUi } from '../state/ui.ts'

/** What lies over the window for a while. */
const passing = '[role=dialog], [role=alertdialog], [role=menu], .overlay, .popover'

/** Gives the function that stops it. */
export function keepKeyboard(document: Document): () => void {
  const stop = new AbortController()
  let last: Element | null = null

  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && !target.closest(passing)) last = target
    },
    { signal: stop.signal, capture: true },
  )

  const unsubscribe = useUi.subscribe((now, before) => {
    if (!hasDialog(before) || hasDialog(now)) return
    // What was done in it may go on to another article, in this very turn.
    queueMicrotask(() => {
      const pane = focusedPane()?.key ?? null
      afterFrames(3, () => giveBack(pane))
    })
  })

  /** @param pane the one in focus when the dialog was left */
  function giveBack(pane: string | null): void {
    // Another was opened meanwhile; or what was done in it put the keyboard somewhere.
    if (hasDialog(useUi.getState()) || document.activeElement?.closest(passing)) return
    const active = document.activeElement
    const had = paneOf(last)
    if (had !== null && pane !== null && had !== pane) {
      goTo(pane)
      return
    }
    if (active === last || active === document.body || !active) {
      const reader = readerOf(had)
      // A picture or another thing in a text is one of its own.
      if (last?.matches('article') && reader) reader.resume()
      else if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true })
      else readerOf(focusedPane()?.key)?.resume()
    }
  }

  return () => {
    stop.abort()
    unsubscribe()
  }
}

/** Into the text of a pane, which may have to be loaded first. */
function goTo(pane: string, frames = 120): void {
  const reader = readerOf(pane)
  if (reader) reader.focus()
  else if (frames > 0 && usePanes.getState().panes.some(({ key }) => key === pane))
    requestAnimationFrame(() => goTo(pane, frames - 1))
}

const hasDialog = ({ dialog, link }: ReturnType<typeof useUi.getState>): boolean =>
  dialog !== null || link !== null

const paneOf = (element: Element | null): string | null => {
  const key = element?.isConnected ? paneAround(element) : null
  return usePanes.getState().panes.some((pane) => pane.key === key) ? key : null
}

/** By then what is drawn anew is drawn, and what goes away has given back what it took. */
function afterFrames(frames: number, run: () => void): void {
  if (frames === 0) run()
  else requestAnimationFrame(() => afterFrames(frames - 1, run))
}
