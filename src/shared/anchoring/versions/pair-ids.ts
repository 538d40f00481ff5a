// Which members of one list stand in another, in the same order: by those that stand once in each
// (patience), and between them by the heaviest common subsequence.

/** Between two of those that stand once there is little; more than this is left without partners. */
const maxCells = 250_000

/** For each of `a`'s `[from, to)` the index of its partner in `b`; what has none keeps what it had. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

/** @param weight of a member, above 0: what is worth keeping together */
export function pairIds(
  a: Int32Array,
  b: Int32Array,
  { from, to, otherFrom, otherTo }: Stretch,
  partner: Int32Array,
  weight: (id: number) => number,
): void {
  let [start, end, otherStart, otherEnd] = [from, to, otherFrom, otherTo]
  while (start < end && otherStart < otherEnd && a[start] === b[otherStart]) {
    partner[start++] = otherStart++
  }
  while (end > start && otherEnd > otherStart && a[end - 1] === b[otherEnd - 1]) {
    partner[--end] = --otherEnd
  }
  if (start === end || otherStart === otherEnd) return
  const cells = (end - start) * (otherEnd - otherStart)
  const anchors =
    cells <= smallCells
      ? []
      : anchorsOf(a, b, { from: start, to: end, otherFrom: otherStart, otherTo: otherEnd })
  if (anchors.length === 0) {
    if (cells <= maxCells) {
      heaviest(
        a,
        b,
        { from: start, to: end, otherFrom: otherStart, otherTo: otherEnd },
        partner,
        weight,
      )
    }
    return
  }
  for (const [at, other] of anchors) {
    partner[at] = other
    pairIds(a, b, { from: start, to: at, otherFrom: otherStart, otherTo: other }, partner, weight)
    start = at + 1
    otherStart = other + 1
  }
  pairIds(a, b, { from: start, to: end, otherFrom: otherStart, otherTo: otherEnd }, partner, weight)
}

/** So few are weighed against each other at once. */
const smallCells = 1_600

/** The longest rising row of those that stand once in each. */
function anchorsOf(
  a: Int32Array,
  b: Int32Array,
  { from, to, otherFrom, otherTo }: Stretch,
): readonly (readonly [number, number])[] {
  const seen = new Map<number, number>()
  for (let at = otherFrom; at < otherTo; at++) {
    const id = b[at] ?? -1
    seen.set(id, seen.has(id) ? -1 : at)
  }
  const times = new Map<number, number>()
  for (let at = from; at < to; at++) times.set(a[at] ?? -1, (times.get(a[at] ?? -1) ?? 0) + 1)
  const tails: number[] = []
  const pairs: { at: number; other: number; before: number }[] = []
  for (let at = from; at < to; at++) {
    const id = a[at] ?? -1
    const other = seen.get(id) ?? -1
    if (other < 0 || times.get(id) !== 1) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.other ?? 0) < other) low = middle + 1
      else high = middle
    }
    pairs.push({ at, other, before: tails[low - 1] ?? -1 })
    tails[low] = pairs.length - 1
  }
  const row: (readonly [number, number])[] = []
  for (let last = tails.at(-1) ?? -1; last >= 0; last = pairs[last]?.before ?? -1) {
    const pair = pairs[last]
    if (pair) row.push([pair.at, pair.other])
  }
  return row.reverse()
}

function heaviest(
  a: Int32Array,
  b: Int32Array,
  { from, to, otherFrom, otherTo }: Stretch,
  partner: Int32Array,
  weight: (id: number) => number,
): void {
  const width = otherTo - otherFrom + 1
  const best = new Float64Array((to - from + 1) * width)
  // What stands together stays together: one more of a row counts a little more.
  const together = 0.1
  const inRow = new Uint8Array(best.length)
  for (let row = to - from - 1; row >= 0; row--) {
    const id = a[from + row] ?? -1
    for (let column = width - 2; column >= 0; column--) {
      const cell = row * width + column
      const down = best[cell + width] ?? 0
      const right = best[cell + 1] ?? 0
      let value = Math.max(down, right)
      if (id === b[otherFrom + column]) {
        const next = cell + width + 1
        const both = (best[next] ?? 0) + weight(id) + (inRow[next] === 1 ? together : 0)
        if (both >= value) {
          value = both
          inRow[cell] = 1
        }
      }
      best[cell] = value
    }
  }
  let row = 0
  let column = 0
  while (row < to - from && column < width - 1) {
    const cell = row * width + column
    if (inRow[cell] === 1) partner[from + row++] = otherFrom + column++
    else if ((best[cell + width] ?? 0) >= (best[cell + 1] ?? 0)) row++
    else column++
  }
}

/**
 * Moves partners that a gap parts from those beside them across it where the same members stand on its other
 * side: what stood together is found together.
 */
export function slideTogether(
  a: Int32Array,
  b: Int32Array,
  { from, to }: Stretch,
  partner: Int32Array,
): void {
  const at = (index: number): number => (index >= from && index < to ? (partner[index] ?? -1) : -1)
  for (let index = from + 1; index < to; index++) {
    const [before, here] = [at(index - 1), at(index)]
    if (before < 0 || here <= before + 1) continue
    // The row that ends before the gap, and how much of it stands right before its end, too.
    let start = index - 1
    while (start > from && at(start - 1) === at(start) - 1) start--
    const by = here - 1 - before
    if (isSame(a, b, start, index, (row) => at(row) + by)) {
      if (start > from && at(start - 1) >= 0 && at(start - 1) < at(start)) continue
      for (let row = start; row < index; row++) partner[row] = at(row) + by
      continue
    }
    let end = index
    while (end + 1 < to && at(end + 1) === at(end) + 1) end++
    if (end + 1 < to && at(end + 1) > at(end)) continue
    if (isSame(a, b, index, end + 1, (row) => at(row) - by))
      for (let row = index; row <= end; row++) partner[row] = at(row) - by
  }
}

function isSame(
  a: Int32Array,
  b: Int32Array,
  from: number,
  to: number,
  across: (row: number) => number,
): boolean {
  for (let row = from; row < to; row++) if (a[row] !== b[across(row)]) return false
  return true
}
