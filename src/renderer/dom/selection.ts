// Tells when the reader has selected something in one article, and not while they still drag.
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

export interface SelectedText extends TextRange {
  readonly text: string
  /** Client rectangles at the time of the call. */
  readonly rects: readonly DOMRect[]
}

/**
 * Calls back, at most once a frame, when the selected range of this host changes; null when there
 * is none any more (collapsed, or in another place). Silent while a pointer button is down.
 * Gives the function that stops it.
 */
export function watchSelection(
  host: HTMLElement,
  map: TextMap,
  callback: (selected: SelectedText | null) => void,
): () => void {
  const document = host.ownerDocument
  const window = document.defaultView ?? globalThis.window
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  let pointerDown = false
  let frame: number | null = null
  let last: TextRange | null = null

  const schedule = (): void => {
    if (!pointerDown) frame ??= window.requestAnimationFrame(check)
  }
  const check = (): void => {
    frame = null
    if (pointerDown) return
    const range = map.selectionRange(document.getSelection())
    if (range?.start === last?.start && range?.end === last?.end) return
    last = range
    callback(
      range && {
        ...range,
        text: map.article.text.slice(range.start, range.end),
        rects: map.rectsOf(range.start, range.end),
      },
    )
  }
  const release = (): void => {
    pointerDown = false
    schedule()
  }

  document.addEventListener('selectionchange', schedule, options)
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isPrimary) pointerDown = true
    },
    options,
  )
  for (const type of ['pointerup', 'pointercancel', 'dragend'] as const) {
    window.addEventListener(type, release, options)
  }
  // What had the focus in the page loses it as the drag begins; that is not the window's own.
  const blur = ({ target }: FocusEvent): void => {
    if (target === window) release()
  }
  window.addEventListener('blur', blur, options)
  schedule()
  return () => {
    stop.abort()
    if (frame !== null) window.cancelAnimationFrame(frame)
  }
}
