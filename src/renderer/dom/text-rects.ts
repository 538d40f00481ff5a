// Rectangles of text alone. `Range.getClientRects` also gives the boxes of elements it holds whole
// (a paragraph's full width), and differs with the marks painted; this does neither.

/**
 * Client rectangles of a block's text between two offsets into it, in text order, neighbours on a
 * line joined. None where the block is not shown.
 */
export function textRects(block: HTMLElement, from: number, to: number): DOMRect[] {
  const document = block.ownerDocument
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const rects: DOMRect[] = []
  let at = 0
  for (let node = walker.nextNode(); node && at < to; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    at += length
    if (end <= start) continue
    range.setStart(node, start)
    range.setEnd(node, end)
    for (const rect of range.getClientRects()) if (rect.width > 0) add(rects, rect)
  }
  return rects
}

function add(rects: DOMRect[], rect: DOMRect): void {
  const last = rects.at(-1)
  if (last && sameLine(last, rect) && touches(last, rect)) {
    const left = Math.min(last.left, rect.left)
    const right = Math.max(last.right, rect.right)
    rects[rects.length - 1] = new DOMRect(left, last.top, right - left, last.height)
  } else {
    rects.push(rect)
  }
}

const sameLine = (a: DOMRect, b: DOMRect): boolean =>
  Math.abs(a.top - b.top) < 1 && Math.abs(a.bottom - b.bottom) < 1

const touches = (a: DOMRect, b: DOMRect): boolean => b.left <= a.right + 1 && b.right >= a.left - 1
