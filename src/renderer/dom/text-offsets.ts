// The one bridge between offsets into an article's text and places in its DOM. Holds block elements,
// which last, and never text nodes or ranges, which the painter splits and joins.
import { blockIndexAt } from '../../shared/text/blocks.ts'
import { readBlocks } from './block-places.ts'
import type { NotedText } from './footnotes.ts'
import { offsetOfPoint } from './offset-of-point.ts'
import { createPointFinder } from './point-at-offset.ts'
import { selectedRange } from './selected-range.ts'
import type { DomPoint, TextRange } from './text-range.ts'
import { textRects } from './text-rects.ts'

export interface TextMap {
  readonly host: HTMLElement
  readonly article: NotedText
  /** The offset of a place in the DOM; null outside the host. */
  offsetOf(node: Node, nodeOffset: number): number | null
  /**
   * The place of an offset, which is clamped to the text. Where text nodes meet, `start` (the
   * default) gives the beginning of the later, `end` the end of the earlier one. An offset at the
   * edge of a block is in the block, never in the white space beside it.
   */
  pointAt(offset: number, bias?: 'start' | 'end'): DomPoint
  /** A live range. To be used at once: the next repaint spoils it. */
  rangeOf(start: number, end: number): Range
  /** Client rectangles of the text alone, a line or a piece of one each; none where it is hidden. */
  rectsOf(start: number, end: number): DOMRect[]
  /** Null for a block of white space and for an index that is none. */
  blockElement(index: number): HTMLElement | null
  /** Where the block's own text stands, without the white space around it; null as above. */
  blockRange(index: number): TextRange | null
  /** The caret place nearest to a point of the viewport; null if that is outside the host. */
  offsetFromPoint(x: number, y: number): number | null
  /** The code unit whose glyph lies under a point of the viewport; null beside the text. */
  characterFromPoint(x: number, y: number): number | null
  /**
   * What is selected, without white space at its ends. Null if nothing is, only white space is, or
   * text outside the host is selected too.
   */
  selectionRange(selection: Selection | null): TextRange | null
}

/** For a host that `buildArticle` has filled from the same article. */
export function createTextMap(host: HTMLElement, article: NotedText): TextMap {
  const { text, blocks } = article
  const document = host.ownerDocument
  const places = readBlocks(host, article)
  const pointAt = createPointFinder(host, article, places)
  const offsetOf = (node: Node, nodeOffset: number): number | null =>
    offsetOfPoint(host, node, nodeOffset)

  function rangeOf(start: number, end: number): Range {
    const range = document.createRange()
    const from = pointAt(start, 'start')
    const to = end > start ? pointAt(end, 'end') : from
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  function rectsOf(start: number, end: number): DOMRect[] {
    const rects: DOMRect[] = []
    if (end <= start || blocks.length === 0) return rects
    const last = blockIndexAt(blocks, end - 1)
    for (let index = blockIndexAt(blocks, start); index <= last; index++) {
      const place = places[index]
      if (!place) continue
      const from = Math.max(start, place.start) - place.start
      const to = Math.min(end, place.end) - place.start
      if (to > from) rects.push(...textRects(place.element, from, to))
    }
    return rects
  }

  function offsetFromPoint(x: number, y: number): number | null {
    if (typeof document.caretPositionFromPoint === 'function') {
      const position = document.caretPositionFromPoint(x, y)
      return position ? offsetOf(position.offsetNode, position.offset) : null
    }
    const range = document.caretRangeFromPoint(x, y)
    return range ? offsetOf(range.startContainer, range.startOffset) : null
  }

  function characterFromPoint(x: number, y: number): number | null {
    const offset = offsetFromPoint(x, y)
    if (offset === null) return null
    // The caret goes to the nearer edge of a glyph: the glyph may be the one before or after it.
    const candidates = [offset, offset - (isPairEnd(text, offset) ? 2 : 1)]
    for (const start of candidates) {
      const end = start + (isPairEnd(text, start + 2) ? 2 : 1)
      const hit = rectsOf(start, end).some(
        (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
      )
      if (start >= 0 && hit) return start
    }
    return null
  }

  return {
    host,
    article,
    offsetOf,
    pointAt,
    rangeOf,
    rectsOf,
    blockElement: (index) => places[index]?.element ?? null,
    blockRange: (index) => {
      const place = places[index]
      return place ? { start: place.start, end: place.end } : null
    },
    offsetFromPoint,
    characterFromPoint,
    selectionRange: (selection) => selectedRange(host, article, selection),
  }
}

/** Whether a surrogate pair ends just before the offset. */
const isPairEnd = (text: string, offset: number): boolean =>
  offset >= 2 && (text.codePointAt(offset - 2) ?? 0) > 0xffff
