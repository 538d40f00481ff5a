// Which annotations lie at an offset: by look-up in an index, since asking the page grows with their
// number.
import type { TextRange } from './text-range.ts'

interface IntervalIndex<T> {
  /** By start. */
  readonly sorted: readonly T[]
  /** For each, the furthest end of it and all before it. */
  readonly furthest: readonly number[]
}

const indices = new WeakMap<readonly TextRange[], IntervalIndex<TextRange>>()

/**
 * The annotations over the code unit at an offset, the smallest first; of equal ones the later
 * start first. The index is kept as long as the list, which must not be changed in place.
 */
export function annotationsAt<T extends TextRange>(
  annotations: readonly T[],
  offset: number,
): readonly T[] {
  const { sorted, furthest } = indexOf(annotations)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low - 1; index >= 0 && (furthest[index] ?? 0) > offset; index--) {
    const annotation = sorted[index]
    if (annotation && annotation.end > offset) found.push(annotation)
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start)
}

/** The id after the current one, round and round; the first if the current is not among them. */
export function nextInCycle(ids: readonly string[], currentId: string | null): string | null {
  const index = currentId === null ? -1 : ids.indexOf(currentId)
  return ids[(index + 1) % Math.max(1, ids.length)] ?? null
}

function indexOf<T extends TextRange>(annotations: readonly T[]): IntervalIndex<T> {
  // The list is the key, so what was stored under it holds its own elements.
  const known = indices.get(annotations) as IntervalIndex<T> | undefined
  if (known) return known
  const sorted = [...annotations].sort((a, b) => a.start - b.start)
  let most = 0
  const furthest = sorted.map(({ end }) => {
    most = Math.max(most, end)
    return most
  })
  const index = { sorted, furthest }
  indices.set(annotations, index)
  return index
}
