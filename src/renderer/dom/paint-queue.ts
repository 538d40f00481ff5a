// In which order blocks are painted: what the reader sees at once, the rest when the window is idle.
// Where a block stands is asked of the page only when many come at once; after that the page tells.
import { blocksNear, watchNear } from './watch-near.ts'

/** How much of the viewport's height counts as near it, above and below. */
const margin = 0.5
/** As many blocks are painted without asking where they stand: that would lay out the page. */
const few = 4
/** Longest an idle slice waits, in ms, and paints for if it had to be forced. */
const idleTimeout = 500
const forcedSlice = 6

export interface PaintQueue {
  /** Adds blocks; paints a few, or those near the viewport, before it returns; the others in idle time. */
  add(blocks: Iterable<number>): void
  /** Paints these blocks now, if they wait. */
  paintNow(blocks: Iterable<number>): void
  /** Paints all that wait. */
  flush(): void
  cancel(): void
}

/**
 * @param paint paints these blocks at once
 * @param elementOf a block's element; null for a block that has none
 * @param viewport the scroller; the window where there is none
 */
export function createPaintQueue(
  paint: (blocks: readonly number[]) => void,
  elementOf: (block: number) => HTMLElement | null,
  viewport: Element | undefined,
  window: Window,
): PaintQueue {
  const waiting = new Set<number>()
  const watched = watchNear(viewport, margin)
  let idle: number | null = null

  const chunkOf = (block: number): Element | null => elementOf(block)?.closest('.chunk') ?? null

  function paintNow(blocks: Iterable<number>): void {
    const due = [...blocks].filter((block) => waiting.delete(block))
    if (due.length > 0) paint(due)
  }

  function schedule(): void {
    if (waiting.size === 0) {
      watched.stop()
      return
    }
    if (idle !== null) return
    for (const block of waiting) {
      const chunk = chunkOf(block)
      if (chunk) watched.watch(chunk)
    }
    idle = window.requestIdleCallback(work, { timeout: idleTimeout })
  }

  function work(deadline: IdleDeadline): void {
    idle = null
    const end = performance.now() + (deadline.didTimeout ? forcedSlice : deadline.timeRemaining())
    // The reader may have scrolled to blocks that wait: those go first.
    const near = [...waiting].filter((block) => watched.isNear(chunkOf(block)))
    for (const block of [...near, ...waiting]) {
      paintNow([block])
      if (performance.now() >= end) break
    }
    schedule()
  }

  return {
    add(blocks) {
      const added = [...blocks]
      for (const block of added) waiting.add(block)
      if (added.length <= few) paintNow(added)
      else paintNow(blocksNear(waiting, elementOf, viewport ?? null, margin))
      schedule()
    },
    paintNow,
    flush: () => paintNow(waiting),
    cancel() {
      if (idle !== null) window.cancelIdleCallback(idle)
      idle = null
      waiting.clear()
      watched.stop()
    },
  }
}
