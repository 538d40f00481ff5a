// From an offset in an article's text to the place in its DOM.
import { blockIndexAt } from '../../shared/text/blocks.ts'
import type { BlockPlace, OffsetText } from './block-places.ts'
import type { DomPoint } from './text-range.ts'

/**
 * Finds places as `TextMap.pointAt` does.
 * @param places of the article's blocks in the host, as `readBlocks` gives them
 */
export function createPointFinder(
  host: HTMLElement,
  { text, blocks }: OffsetText,
  places: readonly (BlockPlace | null)[],
): (offset: number, bias?: 'start' | 'end') => DomPoint {
  return (offset, bias = 'start') => {
    const clamped = Math.min(Math.max(0, offset), text.length)
    const index = blockIndexAt(blocks, clamped)
    // Two blocks without white space between them share their edge.
    const order = bias === 'start' ? [index, index - 1] : [index - 1, index]
    const place = order
      .map((candidate) => places[candidate])
      .find((candidate) => candidate && clamped >= candidate.start && clamped <= candidate.end)
    if (place) return pointInside(place.element, clamped - place.start, bias)
    return pointBetween(host, places, clamped, index)
  }
}

function pointInside(element: HTMLElement, offset: number, bias: 'start' | 'end'): DomPoint {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
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
function pointBetween(
  host: HTMLElement,
  places: readonly (BlockPlace | null)[],
  offset: number,
  index: number,
): DomPoint {
  let before: BlockPlace | null = null
  for (let i = index; i >= 0 && !before; i--) {
    const place = places[i]
    if (place && place.end <= offset) before = place
  }
  let node: Node | null = before ? nextOutside(before.element, host) : host.firstChild
  while (node && !(node instanceof Text)) node = node.firstChild
  return node ? { node, offset: offset - (before?.end ?? 0) } : { node: host, offset: 0 }
}

function nextOutside(element: Node, host: Node): Node | null {
  let node: Node | null = element
  while (node && node !== host && !node.nextSibling) node = node.parentNode
  return node === host ? null : (node?.nextSibling ?? null)
}

const isHidden = (node: Node): boolean => node.parentElement?.closest('.cell-separator') != null
