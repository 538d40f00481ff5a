// Draws annotations into an article as <mark> elements. The only file that touches mark.js: overlaps
// are made flat before (it drops them), and one call never covers more than one block (it slows down).
import Mark from 'mark.js'
import type { Segment } from '../../shared/text/spans.ts'
import type { OffsetText } from './block-places.ts'
import { refreshPassing } from './highlight-ranges.ts'
import { keepPlace } from './keep-place.ts'
import { createPaintPlan, type PaintedAnnotation, type PaintPlan } from './paint-plan.ts'
import { createPaintQueue } from './paint-queue.ts'
import { createTextMap } from './text-offsets.ts'

export type { PaintedAnnotation } from './paint-plan.ts'

export interface PainterOptions {
  /**
   * What a screen reader says of a mark that these annotations share, the smallest last. May depend
   * on nothing but the annotations given to `set`: a block whose annotations did not change is not
   * asked again. An empty string gives no description.
   */
  describe(ids: readonly string[]): string
  /** The scroller; the window if there is none. */
  readonly viewport?: Element
}

export interface Painter {
  /** Shows these annotations and no others: near the viewport at once, elsewhere in idle time. */
  set(annotations: readonly PaintedAnnotation[]): void
  /** An annotation as it was given to `set` last. */
  get(id: string): PaintedAnnotation | undefined
  /** Paints everything now. */
  flush(): void
  /** Outlines one annotation (`data-focused`), or none. Moves neither keyboard focus nor scroll. */
  focus(id: string | null): void
  /** An annotation's marks in text order, painted if they were not; none if it is unknown. */
  marksOf(id: string): readonly HTMLElement[]
  /** Stops; marks stay until a new painter or a new article takes the host over. */
  dispose(): void
}

/** mark.js hands the range it was given back with each mark, extra fields included. */
interface SegmentRange extends Mark.Range {
  readonly segment: Segment
}

const markClass = { element: 'mark', className: 'highlight' }
const markSelector = 'mark.highlight'
/** The colours of the lowest layers, from below; the style sheet draws no more than these. */
const layerNames = ['data-color', 'data-color-2', 'data-color-3'] as const

/** For a host that `buildArticle` has filled from the same article. */
export function createPainter(
  host: HTMLElement,
  article: OffsetText,
  { describe, viewport }: PainterOptions,
): Painter {
  const map = createTextMap(host, article)
  const plan = createPaintPlan(article)
  const window = host.ownerDocument.defaultView ?? globalThis.window
  const painted = new Set<number>()
  let focused: string | null = null

  function paint(blocks: readonly number[]): void {
    const elements = new Set<Element>(blocks.flatMap((block) => map.blockElement(block) ?? []))
    const restore = keepPlace(map, elements)
    for (const block of blocks) paintBlock(block)
    restore?.()
  }

  const dressMark = (mark: HTMLElement, { ids }: Segment): void => {
    dress(mark, ids, plan)
    if (focused !== null && ids.includes(focused)) mark.setAttribute('data-focused', '')
    const description = describe(ids)
    if (description !== '') mark.setAttribute('aria-description', description)
  }

  function paintBlock(block: number): void {
    const element = map.blockElement(block)
    const range = map.blockRange(block)
    if (!element || !range) return
    const segments = plan.segments(block, range.start, range.end)
    if (segments.length === 0 && !painted.has(block)) return
    remark(element, painted.delete(block), segments, range.start, dressMark)
    if (segments.length > 0) painted.add(block)
    refreshPassing(host, range)
  }

  const queue = createPaintQueue(paint, map.blockElement, viewport, window)

  function marksOf(id: string): readonly HTMLElement[] {
    const annotation = plan.get(id)
    if (!annotation) return []
    const [first, last] = plan.blocksOf(annotation)
    const blocks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    queue.paintNow(blocks)
    return blocks.flatMap((block) => marksIn(map.blockElement(block), id))
  }

  function focus(id: string | null): void {
    const before = focused === null ? [] : marksOf(focused)
    focused = id
    const after = new Set(id === null ? [] : marksOf(id))
    for (const mark of before) if (!after.has(mark)) delete mark.dataset.focused
    for (const mark of after) mark.dataset.focused = ''
  }

  // Marks of a painter before this one: repainted with the first `set`.
  const inherited = markedBlocks(host)
  for (const block of inherited) painted.add(block)

  const flush = (): void => queue.flush()
  window.addEventListener('beforeprint', flush)

  return {
    set(annotations) {
      const changed = plan.update(annotations)
      const dirty = inherited.size === 0 ? changed : new Set([...inherited, ...changed])
      inherited.clear()
      queue.add(dirty)
    },
    get: plan.get,
    flush,
    focus,
    marksOf,
    dispose() {
      window.removeEventListener('beforeprint', flush)
      queue.cancel()
    },
  }
}

/** Takes a block's marks away, if it has any, and marks the segments; `start` is where the block's text does. */
function remark(
  block: HTMLElement,
  marked: boolean,
  segments: readonly Segment[],
  start: number,
  dressMark: (mark: HTMLElement, segment: Segment) => void,
): void {
  const marker = new Mark(block)
  if (marked) marker.unmark(markClass)
  if (segments.length === 0) return
  const ranges: SegmentRange[] = segments.map((segment) => ({
    start: segment.start - start,
    length: segment.end - segment.start,
    segment,
  }))
  marker.markRanges(ranges, {
    ...markClass,
    each: (mark, range) => {
      if (mark instanceof HTMLElement) dressMark(mark, (range as SegmentRange).segment)
    },
  })
}

/** A block's marks that an annotation is among. */
const marksIn = (block: HTMLElement | null, id: string): readonly HTMLElement[] =>
  [...(block?.querySelectorAll<HTMLElement>(markSelector) ?? [])].filter((mark) =>
    mark.dataset.ids?.split(' ').includes(id),
  )

/** What the style sheet draws a mark by: the annotations on it, the colours of its lowest layers. */
function dress(mark: HTMLElement, ids: readonly string[], plan: PaintPlan): void {
  // `setAttribute`, not `dataset`: half the time, and there may be thousands.
  mark.setAttribute('data-ids', ids.join(' '))
  mark.setAttribute('tabindex', '-1')
  let dimmed = true
  for (let index = 0; index < ids.length; index++) {
    const layer = plan.get(ids[index] ?? '')
    const name = layerNames[index]
    if (layer && name) mark.setAttribute(name, layer.color)
    if (!layer?.dimmed) dimmed = false
    if (layer?.foundAgain) mark.setAttribute('data-found-again', '')
  }
  if (dimmed) mark.setAttribute('data-dimmed', '')
}

/** The blocks that hold marks. */
function markedBlocks(host: HTMLElement): Set<number> {
  const blocks = new Set<number>()
  for (const mark of host.querySelectorAll(markSelector)) {
    const block = mark.closest<HTMLElement>('[data-block]')?.dataset.block
    if (block !== undefined) blocks.add(Number(block))
  }
  return blocks
}
