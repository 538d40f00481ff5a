// Brings a place of a text to a height of its pane.
import type { TextMap } from './text-offsets.ts'

/** Scrolls so that an offset's line stands `above` pixels below the scroller's top. */
export function scrollToOffset(
  scroller: HTMLElement,
  map: TextMap,
  offset: number,
  above = 12,
): void {
  // Chunks that were never in view have a guessed height: the first scroll makes them real, the
  // next put the line where it belongs.
  for (let pass = 0; pass < 3; pass++) {
    const rect = map
      .rangeOf(offset, Math.min(offset + 1, map.article.text.length))
      .getBoundingClientRect()
    // What is hidden stands nowhere.
    if (rect.height === 0) return
    const by = rect.top - scroller.getBoundingClientRect().top - above
    if (Math.abs(by) < 1) return
    scroller.scrollBy({ top: by, behavior: 'instant' })
  }
}
