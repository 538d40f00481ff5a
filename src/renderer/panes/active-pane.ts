// The pane in focus is the one that has the keyboard: whichever of the two changes, the other follows.
import { focusedPane, focusPane, usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'

/** Gives the function that stops it. */
export function joinActivePane(document: Document): () => void {
  const stop = new AbortController()
  const options = { signal: stop.signal }

  document.addEventListener(
    'focusin',
    ({ target }) => {
      const key = paneAround(target)
      if (key !== null) focusPane(key)
    },
    options,
  )

  // A press beside all that takes the keyboard, or on a button that went with its pane.
  document.addEventListener(
    'click',
    ({ target }) => {
      if (paneAround(target) === null) return
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) readerOf(focusedPane()?.key)?.focus()
      })
    },
    { ...options, capture: true },
  )

  /** As long as the keyboard is in another pane than this: its text may have to be loaded first. */
  function follow(key: string): void {
    if (stop.signal.aborted || usePanes.getState().focused !== key) return
    const keyboard = paneAround(document.activeElement)
    if (keyboard === null || keyboard === key) return
    readerOf(key)?.focus()
    requestAnimationFrame(() => follow(key))
  }

  const unsubscribe = usePanes.subscribe(({ focused }, before) => {
    if (focused !== null && focused !== before.focused) requestAnimationFrame(() => follow(focused))
  })

  return () => {
    stop.abort()
    unsubscribe()
  }
}

/** The pane that an element stands in. */
export const paneAround = (target: EventTarget | null): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-pane]')?.dataset.pane) || null
