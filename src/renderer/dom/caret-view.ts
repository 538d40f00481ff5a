// Draws the caret: an element of its own beside the article, never in it, so that the article's text
// stays what it is.
import type { TextMap } from './text-offsets.ts'

export interface CaretView {
  /** Puts the caret at an offset, or takes it from sight with null. */
  place(offset: number | null): void
  /** Scrolls an offset into view, no further than needed. */
  reveal(offset: number): void
  remove(): void
}

/** The element has the class `text-caret`; its place is the host's parent, best `position: relative`. */
export function createCaretView(map: TextMap): CaretView {
  const { host } = map
  const element = host.ownerDocument.createElement('div')
  element.className = 'text-caret'
  element.setAttribute('aria-hidden', 'true')
  element.style.visibility = 'hidden'
  host.after(element)

  /** Moves the element over a rectangle whatever its containing block is. False if hidden text. */
  function moveTo(offset: number): boolean {
    const rect = caretRect(map, offset)
    if (!rect) return false
    element.style.translate = '0 0'
    const base = element.getBoundingClientRect()
    element.style.height = `${rect.height}px`
    element.style.translate = `${rect.left - base.left}px ${rect.top - base.top}px`
    return true
  }

  return {
    place(offset) {
      const shown = offset !== null && moveTo(offset)
      element.style.visibility = shown ? 'visible' : 'hidden'
      // One out of sight would have the window draw anew many times a second, for ever.
      element.toggleAttribute('data-blinks', shown)
      // A caret that has moved blinks anew, so that it is seen where it is.
      if (shown) for (const animation of element.getAnimations()) animation.currentTime = 0
    },
    reveal(offset) {
      scrollSideways(map, offset)
      if (moveTo(offset)) {
        element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      }
    },
    remove: () => element.remove(),
  }
}

/** A wide table or long lines scroll in a box of their own, which the caret's element is not in. */
function scrollSideways(map: TextMap, offset: number): void {
  const { node } = map.pointAt(offset)
  const box = (node instanceof Element ? node : node.parentElement)?.closest('.table-box, pre')
  const rect = box && caretRect(map, offset)
  if (!box || !rect || box.scrollWidth <= box.clientWidth) return
  const { left, right } = box.getBoundingClientRect()
  const by =
    rect.left < left ? rect.left - left - 24 : rect.left > right ? rect.left - right + 24 : 0
  if (by !== 0) box.scrollBy({ left: by, behavior: 'instant' })
}

/** Where a caret stands, in client coordinates, with no width; null in hidden text. */
export function caretRect(map: TextMap, offset: number): DOMRect | null {
  const rects = map.rangeOf(offset, offset).getClientRects()
  const own = rects[rects.length - 1]
  if (own && own.height > 0) return new DOMRect(own.left, own.top, 0, own.height)
  const after = map.rectsOf(offset, offset + 1)[0]
  if (after) return new DOMRect(after.left, after.top, 0, after.height)
  const before = map.rectsOf(offset - 1, offset).at(-1)
  return before ? new DOMRect(before.right, before.top, 0, before.height) : null
}
