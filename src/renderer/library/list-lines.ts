// Lines of a grouped list: a heading over the rows of each group, whose rows may be put away. Lines are
// counted as they are drawn, places as the core counts its rows. Pure.
import type { RowGroup } from '../../shared/model/rows.ts'

interface PlaceRange {
  readonly first: number
  readonly last: number
}

export interface Lines {
  readonly total: number
  /** The group whose heading stands there; null where a row does. */
  groupAt(line: number): RowGroup | null
  /** The place of the row that stands there; null where a heading does. */
  placeAt(line: number): number | null
  /** The line of a row, or of the heading that it is put away under. */
  lineOf(place: number): number
  /** The line of a group's heading; null where there is no such group. */
  lineOfGroup(key: string | null): number | null
  /** The group that a row stands in, by its number; null without groups. */
  groupOf(place: number): number | null
  /** Places of the rows from one line to another, both among them, without those that are put away. */
  placesIn(first: number, last: number): readonly PlaceRange[]
}

const plain = (total: number): Lines => ({
  total,
  groupAt: () => null,
  placeAt: (line) => line,
  lineOf: (place) => place,
  lineOfGroup: () => null,
  groupOf: () => null,
  placesIn: (first, last) => (total === 0 ? [] : [{ first, last: Math.min(last, total - 1) }]),
})

/**
 * @param total rows
 * @param groups in the order of the rows; none: the list is not grouped
 */
export function linesOf(
  total: number,
  groups: readonly RowGroup[],
  isFolded: (group: RowGroup) => boolean,
): Lines {
  if (groups.length === 0) return plain(total)
  /** For each group the line of its heading. */
  const heads: number[] = []
  let lines = 0
  for (const group of groups) {
    heads.push(lines)
    lines += 1 + (isFolded(group) ? 0 : group.count)
  }
  const starts = groups.map(({ start }) => start)
  const headAt = (line: number): number => lastAtMost(heads, line)

  const placesIn = (first: number, last: number): readonly PlaceRange[] => {
    const found: { first: number; last: number }[] = []
    for (let at = headAt(first); at < groups.length; at++) {
      const [group, head] = [groups[at], heads[at]]
      if (!group || head === undefined || head > last) break
      if (isFolded(group)) continue
      const from = group.start + Math.max(0, first - head - 1)
      const to = group.start + Math.min(group.count - 1, last - head - 1)
      const run = found.at(-1)
      if (to < from) continue
      if (run && run.last === from - 1) run.last = to
      else found.push({ first: from, last: to })
    }
    return found
  }

  return {
    total: lines,
    groupAt(line) {
      const at = headAt(line)
      return heads[at] === line ? (groups[at] ?? null) : null
    },
    placeAt(line) {
      const at = headAt(line)
      const below = line - (heads[at] ?? 0)
      return below === 0 ? null : (groups[at]?.start ?? 0) + below - 1
    },
    lineOf(place) {
      const at = lastAtMost(starts, place)
      const [group, head = 0] = [groups[at], heads[at]]
      return !group || isFolded(group) ? head : head + 1 + place - group.start
    },
    lineOfGroup(key) {
      const at = groups.findIndex((group) => group.key === key)
      return heads[at] ?? null
    },
    groupOf: (place) => lastAtMost(starts, place),
    placesIn,
  }
}

/** The index of the last of ascending numbers that is not above another; 0 where all are. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}
