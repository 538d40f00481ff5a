// Bringing passages of several texts to one height.
import type { Reader } from '../state/readers.ts'

/** Pixels that stay free above and below what is brought to one height. */
export const free = 24

export interface PlacedPassage {
  readonly reader: Reader
  /** UTF-16 offsets into the reader's text. */
  readonly start: number
  readonly end: number
}

/**
 * Scrolls each text so that its passage stands at one height with the others', as far as all can come.
 * @param wanted pixels from the top of the window
 */
export function bringToOneHeight(passages: readonly PlacedPassage[], wanted: number): void {
  // What stands near the beginning of its article cannot come further down than it does unscrolled.
  const lowest = passages.flatMap(({ reader, start, end }) => {
    const [rect] = reader.rects(start, end)
    return rect ? [rect.top + reader.scroller.scrollTop] : []
  })
  const height = Math.min(wanted, ...lowest)
  for (const { reader, start } of passages) reader.standAt(start, height)
}
