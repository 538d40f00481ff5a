// Where the caret is, and that it is seen there: drawn anew whenever the page, the focus or the
// selection changes under it.
import type { CaretSelection, Place } from './caret-selection.ts'
import { createCaretView } from './caret-view.ts'
import type { TextMap } from './text-offsets.ts'

export interface ShownCaret {
  readonly isOn: boolean
  /** Where the caret, or the selection, is or last was; null before the first time. */
  readonly place: Place | null
  /** Takes effect with the next `draw`. */
  turn(on: boolean): void
  /** Notes a place that the selection has been brought to, and scrolls it into view. */
  moveTo(next: Place): void
  /** Scrolls the place into view anew. */
  reveal(): void
  draw(): void
  dispose(): void
}

/** @param onMove told when the caret, or the moving end of the selection, comes to another offset */
export function createShownCaret(
  map: TextMap,
  selection: CaretSelection,
  onMove: ((offset: number) => void) | undefined,
): ShownCaret {
  const { host } = map
  const document = host.ownerDocument
  const window = document.defaultView ?? globalThis.window
  const view = createCaretView(map)
  const stop = new AbortController()
  let on = false
  let place: Place | null = null
  let frame: number | null = null

  function draw(): void {
    const hasFocus = host.contains(document.activeElement)
    const collapsed = place !== null && place.anchor === place.focus
    view.place(on && hasFocus && collapsed && place ? place.focus : null)
  }

  function drawSoon(): void {
    frame ??= window.requestAnimationFrame(() => {
      frame = null
      const actual = selection.read()
      // The selection was made by the pointer or by the app: known, but no move of the caret's.
      if (actual) place = actual
      draw()
    })
  }

  const options = { signal: stop.signal }
  document.addEventListener('selectionchange', drawSoon, options)
  host.addEventListener('focusout', drawSoon, options)
  host.addEventListener('focusin', drawSoon, options)
  window.addEventListener('scroll', () => on && draw(), {
    ...options,
    capture: true,
    passive: true,
  })
  const resize = new ResizeObserver(() => on && draw())
  resize.observe(host)

  return {
    get isOn() {
      return on
    },
    get place() {
      return place
    },
    turn(wanted) {
      on = wanted
    },
    moveTo(next) {
      const moved = place?.focus !== next.focus
      place = next
      if (moved) onMove?.(next.focus)
      view.reveal(next.focus)
    },
    reveal() {
      if (place) view.reveal(place.focus)
    },
    draw,
    dispose() {
      on = false
      stop.abort()
      resize.disconnect()
      if (frame !== null) window.cancelAnimationFrame(frame)
      view.remove()
    },
  }
}
