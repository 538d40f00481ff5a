// Annotations overlap; what draws them (mark.js, inline elements) needs disjoint pieces. This makes
// the one into the other.

/** A range with a name. UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly id: string
}

/** A piece over which the same spans lie. `ids`: the longest span first, the smallest last. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly ids: readonly string[]
}

interface Ranked extends Span {
  readonly rank: number
}

/**
 * Spans to disjoint segments, sorted by start; stretches no span covers give none. Empty spans are
 * left out. The order of `ids` is by length, then by start, then by id, so it does not depend on
 * the order given. Each span must have an id of its own.
 */
export function flatten(ranges: readonly Span[]): readonly Segment[] {
  const ranked: readonly Ranked[] = ranges
    .filter((range) => range.end > range.start)
    .sort(bySize)
    .map(({ start, end, id }, rank) => ({ start, end, id, rank }))
  const starting = [...ranked].sort((a, b) => a.start - b.start)
  const ending = [...ranked].sort((a, b) => a.end - b.end)

  const segments: Segment[] = []
  const active: Ranked[] = []
  let at = 0
  const emitUpTo = (offset: number): void => {
    if (active.length > 0 && offset > at) {
      segments.push({ start: at, end: offset, ids: active.map((span) => span.id) })
    }
    at = offset
  }
  let next = 0
  for (const closing of ending) {
    for (let opening = starting[next]; opening; opening = starting[++next]) {
      if (opening.start >= closing.end) break
      emitUpTo(opening.start)
      active.splice(positionOf(active, opening.rank), 0, opening)
    }
    emitUpTo(closing.end)
    active.splice(positionOf(active, closing.rank), 1)
  }
  return segments
}

/** The parts of the segments that lie in `start`–`end`. */
export function clip(segments: readonly Segment[], start: number, end: number): readonly Segment[] {
  return segments
    .filter((segment) => segment.start < end && segment.end > start)
    .map((segment) => ({
      start: Math.max(segment.start, start),
      end: Math.min(segment.end, end),
      ids: segment.ids,
    }))
}

const bySize = (a: Span, b: Span): number =>
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function positionOf(active: readonly Ranked[], rank: number): number {
  let low = 0
  let high = active.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((active[middle]?.rank ?? 0) < rank) low = middle + 1
    else high = middle
  }
  return low
}
