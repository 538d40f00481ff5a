// Passing marks of which there may be a hundred thousand: each costs a range that the page keeps true, so
// of many only those near the view are drawn, and others as it comes to them.
import { setPassing } from './highlight-ranges.ts'
import { createNearBlocks } from './near-blocks.ts'
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

/** As many are drawn all at once, and at most. */
export const fewMarks = 2_000
/** Pixels above and below the view that are drawn, too. */
const margin = 400

export interface NearMarks {
  /** As `setPassing`, for passages in the order of the text. */
  show(name: string, passages: readonly TextRange[]): void
  dispose(): void
}

export function createNearMarks(scroller: HTMLElement, map: TextMap): NearMarks {
  /** Those of which not all are drawn, by name. */
  const many = new Map<string, readonly TextRange[]>()
  const near = createNearBlocks(map.host, margin)
  const stop = new AbortController()
  let frame: number | null = null

  function inView(): TextRange | null {
    const blocks = near(scroller.getBoundingClientRect())
    const first = map.blockRange(Number(blocks[0]?.element.dataset.block ?? -1))
    const last = map.blockRange(Number(blocks.at(-1)?.element.dataset.block ?? -1))
    return first && last && { start: first.start, end: last.end }
  }

  function draw(): void {
    frame = null
    const view = inView()
    for (const [name, passages] of many)
      setPassing(name, map, view ? passagesIn(passages, view) : [])
  }

  function drawSoon(): void {
    if (many.size > 0) frame ??= requestAnimationFrame(draw)
  }

  scroller.addEventListener('scroll', drawSoon, { passive: true, signal: stop.signal })
  const resize = new ResizeObserver(drawSoon)
  resize.observe(map.host)
  resize.observe(scroller)

  return {
    show(name, passages) {
      many.delete(name)
      if (passages.length <= fewMarks) {
        setPassing(name, map, passages)
        return
      }
      many.set(name, passages)
      draw()
    },
    dispose() {
      stop.abort()
      resize.disconnect()
      if (frame !== null) cancelAnimationFrame(frame)
    },
  }
}

function passagesIn(passages: readonly TextRange[], view: TextRange): readonly TextRange[] {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.end ?? 0) <= view.start) low = middle + 1
    else high = middle
  }
  const within: TextRange[] = []
  for (let at = low; at < passages.length && within.length < fewMarks; at++) {
    const passage = passages[at]
    if (!passage || passage.start >= view.end) break
    within.push(passage)
  }
  return within
}
