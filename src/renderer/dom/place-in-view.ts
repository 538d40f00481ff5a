// Where a passage stands on the screen.
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

/** Client pixels. */
export interface PassageBox {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * The box of a passage, or on which side it is out of view. Null where it is hidden, such as in folded
 * furniture. Lays out no chunk that is out of view.
 */
export function placeInView(
  map: TextMap,
  view: DOMRect,
  range: TextRange,
): PassageBox | 'above' | 'below' | null {
  const { node } = map.pointAt(range.start)
  const element = node instanceof Element ? node : node.parentElement
  const chunk = element?.closest('.chunk')
  if (!chunk) return null
  const box = chunk.getBoundingClientRect()
  if (box.bottom <= view.top) return 'above'
  if (box.top >= view.bottom) return 'below'
  const rects = map.rectsOf(range.start, range.end)
  const first = rects[0]
  const last = rects.at(-1)
  if (!first || !last) return null
  if (last.bottom <= view.top) return 'above'
  if (first.top >= view.bottom) return 'below'
  return {
    top: first.top,
    bottom: last.bottom,
    left: Math.min(...rects.map((rect) => rect.left)),
    right: Math.max(...rects.map((rect) => rect.right)),
  }
}
