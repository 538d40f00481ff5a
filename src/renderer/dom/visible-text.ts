// Where a caret may stand: in blocks that are shown. Blocks may be hidden (folded furniture, a title
// the header repeats), and chunks out of view have no layout until they are asked for it.
import { createLaidOutChunks } from './laid-out-chunks.ts'
import type { TextMap } from './text-offsets.ts'

export interface VisibleText {
  /** The first and the last place of text that is shown; null if none is. */
  edge(direction: 'forward' | 'backward'): number | null
  /** The nearest place in shown text, looking forward first; null if none is shown. */
  snap(offset: number): number | null
  /** The first place of the first line within the viewport; null if no text is in it. */
  firstInView(viewport: DOMRect): number | null
  /**
   * Has the chunks around an offset laid out, so that `Selection.modify` finds its way; it jumps
   * over chunks that are not. Those of the call before are let go.
   */
  layOutAround(offset: number): void
  /** Lets all chunks go. */
  release(): void
}

export function createVisibleText(map: TextMap): VisibleText {
  const count = map.article.blocks.length

  const isShown = (index: number): boolean =>
    map.blockElement(index)?.checkVisibility({ visibilityProperty: true }) ?? false

  const chunks = createLaidOutChunks(map, isShown)

  function shownFrom(index: number, step: 1 | -1): number | null {
    for (let i = index; i >= 0 && i < count; i += step) if (isShown(i)) return i
    return null
  }

  /** The first block that ends at or after the offset. */
  function blockFrom(offset: number): number {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((map.article.blocks[middle]?.end ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  function edge(direction: 'forward' | 'backward'): number | null {
    const forward = direction === 'forward'
    const block = forward ? shownFrom(count - 1, -1) : shownFrom(0, 1)
    const range = block === null ? null : map.blockRange(block)
    return range && (forward ? range.end : range.start)
  }

  function snap(offset: number): number | null {
    const from = blockFrom(offset)
    for (let block = shownFrom(from, 1); block !== null; block = shownFrom(block + 1, 1)) {
      const range = map.blockRange(block)
      if (range && offset <= range.end) return Math.max(offset, range.start)
    }
    return edge('forward')
  }

  return {
    edge,
    snap,
    firstInView: (viewport) => firstInView(map, viewport),
    layOutAround: chunks.layOutAround,
    release: chunks.release,
  }
}

function firstInView(map: TextMap, viewport: DOMRect): number | null {
  for (const chunk of map.host.children) {
    if (chunk.getBoundingClientRect().bottom <= viewport.top) continue
    for (const element of chunk.querySelectorAll<HTMLElement>('[data-block]')) {
      const rect = element.getBoundingClientRect()
      if (rect.height === 0 || rect.bottom <= viewport.top) continue
      if (rect.top >= viewport.bottom) return null
      const range = map.blockRange(Number(element.dataset.block))
      const line = range && firstLineFrom(map, range.start, range.end, viewport.top)
      if (line !== null) return line
    }
  }
  return null
}

/** The first place in a range whose line begins at or below a height; by halving, lines go down. */
function firstLineFrom(map: TextMap, start: number, end: number, top: number): number | null {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    const rect = map.rectsOf(middle, middle + 1)[0]
    // White space at a line's end has no rectangle: look at what follows.
    const lineTop = rect ? rect.top : (map.rectsOf(middle, end)[0]?.top ?? top)
    if (lineTop < top) low = middle + 1
    else high = middle
  }
  return low < end ? low : null
}
