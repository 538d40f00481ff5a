// The one bridge between offsets into an article's text and places in its DOM. Holds block elements,
// which last, and never text nodes or ranges, which the painter splits and joins.
import { blockIndexAt } from '../../shared/text/blocks.ts'
import { type BlockPlace, readBlocks } from './block-places.ts'
import type { NotedText } from './footnotes.ts'
import { textRects } from './text-rects.ts'

/** Offsets are UTF-16 code units into the article's text, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

interface DomPoint {
  readonly node: Node
  readonly offset: number
}

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

  function offsetOf(node: Node, nodeOffset: number): number | null {
    if (!host.contains(node)) return null
    const element = node instanceof Element ? node : node.parentElement
    const base = element === host ? null : (element?.closest<HTMLElement>('[data-start]') ?? null)
    // A picture has no text: whatever is in it stands where it stands.
    if (base?.dataset.picture !== undefined) return textBefore(base)
    if (base?.dataset.block !== undefined) {
      const before = document.createRange()
      before.setStart(base, 0)
      before.setEnd(node, nodeOffset)
      return numberOf(base.dataset.start) + before.toString().length
    }
    // Between blocks: back over bare text to an element that knows where it ends.
    const isText = node instanceof CharacterData
    let length = isText ? nodeOffset : 0
    let sibling = isText ? node.previousSibling : (node.childNodes[nodeOffset - 1] ?? null)
    for (; sibling; sibling = sibling.previousSibling) {
      const end = sibling instanceof HTMLElement ? sibling.dataset.end : undefined
      if (end !== undefined) return numberOf(end) + length
      length += sibling.textContent?.length ?? 0
    }
    return numberOf(base?.dataset.start) + length
  }

  /** The offset of a picture: of the block it stands before, or of its place in a row. */
  function textBefore(picture: HTMLElement): number {
    const row = picture.closest<HTMLElement>('[data-block]')
    return numberOf(row ? row.dataset.start : picture.dataset.start)
  }

  function pointAt(offset: number, bias: 'start' | 'end' = 'start'): DomPoint {
    const clamped = Math.min(Math.max(0, offset), text.length)
    const index = blockIndexAt(blocks, clamped)
    // Two blocks without white space between them share their edge.
    const order = bias === 'start' ? [index, index - 1] : [index - 1, index]
    const place = order
      .map((candidate) => places[candidate])
      .find((candidate) => candidate && clamped >= candidate.start && clamped <= candidate.end)
    if (place) return pointInside(place.element, clamped - place.start, bias)
    return pointBetween(clamped, index)
  }

  function pointInside(element: Node, offset: number, bias: 'start' | 'end'): DomPoint {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let rest = offset
    let last: DomPoint = { node: element, offset: 0 }
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (length === 0) continue
      // The end of a cell is in the cell, not in what is hidden behind it.
      if (rest === 0 && last.offset > 0 && isHidden(node)) return last
      if (rest < length || (rest === length && bias === 'end')) return { node, offset: rest }
      rest -= length
      last = { node, offset: length }
    }
    return last
  }

  /** In the one text node between the block before the offset and the block after it. */
  function pointBetween(offset: number, index: number): DomPoint {
    let before: BlockPlace | null = null
    for (let i = index; i >= 0 && !before; i--) {
      const place = places[i]
      if (place && place.end <= offset) before = place
    }
    let node: Node | null = before ? nextOutside(before.element, host) : host.firstChild
    while (node && !(node instanceof Text)) node = node.firstChild
    return node ? { node, offset: offset - (before?.end ?? 0) } : { node: host, offset: 0 }
  }

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

  function selectionRange(selection: Selection | null): TextRange | null {
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
    const range = selection.getRangeAt(0)
    if (!range.intersectsNode(host)) return null
    let start = edgeOffset(range, 'start')
    let end = edgeOffset(range, 'end')
    if (start === null || end === null) return null
    start = cellFrom(start)
    end = cellUpTo(end)
    while (start < end && isBlank(text, start)) start++
    while (end > start && isBlank(text, end - 1)) end--
    return end > start ? { start, end } : null
  }

  /** What separates cells is not seen, so nobody means to select from it on … */
  function cellFrom(offset: number): number {
    const cells = blocks[blockIndexAt(blocks, offset)]?.cells
    const next = cells?.find(({ start, end }) => end > start && end > offset)
    return next && next.start > offset ? next.start : offset
  }

  /** … or up to it. */
  function cellUpTo(offset: number): number {
    const cells = blocks[blockIndexAt(blocks, Math.max(0, offset - 1))]?.cells
    const last = cells?.findLast(({ start, end }) => end > start && start < offset)
    return last && last.end < offset ? last.end : offset
  }

  /** A triple click on the last paragraph ends beyond it: that is allowed where no text is between. */
  function edgeOffset(range: Range, side: 'start' | 'end'): number | null {
    const atStart = side === 'start'
    const node = atStart ? range.startContainer : range.endContainer
    const offset = offsetOf(node, atStart ? range.startOffset : range.endOffset)
    if (offset !== null) return offset
    const outside = range.cloneRange()
    if (atStart) outside.setEndBefore(host)
    else outside.setStartAfter(host)
    if (outside.toString().trim() !== '') return null
    return atStart ? 0 : text.length
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
    selectionRange,
  }
}

function nextOutside(element: Node, host: Node): Node | null {
  let node: Node | null = element
  while (node && node !== host && !node.nextSibling) node = node.parentNode
  return node === host ? null : (node?.nextSibling ?? null)
}

const isHidden = (node: Node): boolean => node.parentElement?.closest('.cell-separator') != null

const numberOf = (value: string | undefined): number => Number(value ?? 0)

const isBlank = (text: string, index: number): boolean => /\s/.test(text.charAt(index))

/** Whether a surrogate pair ends just before the offset. */
const isPairEnd = (text: string, offset: number): boolean =>
  offset >= 2 && (text.codePointAt(offset - 2) ?? 0) > 0xffff
