// Gives the keyboard back after a dialog: to what had it before the first of them, with what was selected
// or where the caret stood. A dialog that is opened from another knows only that one, which is gone by
// then; and a field that is typed into takes the page's selection with it.
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
    if (hasDialog(before) && !hasDialog(now)) afterFrames(3, giveBack)
  })

  function giveBack(): void {
    // Another was opened meanwhile; or what was done in it put the keyboard somewhere.
    if (hasDialog(useUi.getState()) || document.activeElement?.closest(passing)) return
    const active = document.activeElement
    if (active === last || active === document.body || !active) {
      const reader = readerOf(paneOf(last))
      if (last?.closest('article') && reader) reader.resume()
      else if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true })
      else readerOf(focusedPane()?.key)?.resume()
    }
  }

  return () => {
    stop.abort()
    unsubscribe()
  }
}

const hasDialog = ({ dialog, link }: ReturnType<typeof useUi.getState>): boolean =>
  dialog !== null || link !== null

const paneOf = (element: Element | null): string | null => {
  const key = element?.isConnected
    ? element.closest<HTMLElement>('[data-pane]')?.dataset.pane
    : undefined
  return usePanes.getState().panes.some((pane) => pane.key === key) ? (key ?? null) : null
}

/** By then what is drawn anew is drawn, and what goes away has given back what it took. */
function afterFrames(frames: number, run: () => void): void {
  if (frames === 0) run()
  else requestAnimationFrame(() => afterFrames(frames - 1, run))
}
