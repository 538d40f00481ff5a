// Orders and groups rows in memory as the index does. Pure.
import type { ListedRow, RowGroup, RowQuery } from '../../../shared/model/rows.ts'
import { isBeneath } from '../../../shared/text/beneath.ts'
import { type RowKeys, tagKey } from '../../index/row-keys.ts'

export interface MemoryRow {
  readonly row: ListedRow
  readonly keys: RowKeys
  /** Each tag once, with its key. */
  readonly tags: readonly { readonly tag: string; readonly key: string }[]
}

/** A row in one of its groups. */
export interface PlacedRow {
  readonly of: MemoryRow
  /** Null for the rows without, and where nothing is grouped. */
  readonly group: string | null
  /** What groups are ordered by before their names; null where by nothing. */
  readonly groupKey: string | null
}

/** Rows once for each of their groups. */
export const placed = (rows: readonly MemoryRow[], query: RowQuery): PlacedRow[] =>
  rows.flatMap((of) => placesOf(of, query))

function placesOf(of: MemoryRow, { group, tag: asked }: RowQuery): PlacedRow[] {
  const { row, keys, tags } = of
  switch (group) {
    case undefined:
      return [{ of, group: null, groupKey: null }]
    case 'outlet':
      return [{ of, group: row.source, groupKey: keys.outlet }]
    case 'month':
      return [{ of, group: row.published?.slice(0, 7) ?? null, groupKey: null }]
    case 'state':
      return [{ of, group: row.reading, groupKey: String(states.indexOf(row.reading)) }]
    case 'tag':
      // Under a tag, other tags of the same articles are no groups of what was asked for.
      if (asked === undefined && tags.length === 0) return [{ of, group: null, groupKey: null }]
      return tags
        .filter(({ key }) => asked === undefined || isBeneath(key, tagKey(asked)))
        .map(({ tag, key }) => ({ of, group: tag, groupKey: key }))
  }
}

const states: readonly string[] = ['new', 'reading', 'read']

/** In a new list. */
export function inOrder(rows: readonly PlacedRow[], query: RowQuery): PlacedRow[] {
  const { sort, group, descending = false } = query
  const turned = descending ? -1 : 1
  const sortedBy = values[sort]
  const byPlace = (a: PlacedRow, b: PlacedRow): number => byBytes(a.of.keys.place, b.of.keys.place)
  return [...rows].sort((a, b) => {
    const grouped = group ? byGroup(a, b, group) : 0
    if (grouped !== 0) return grouped
    if (sort === 'path') return turned * byPlace(a, b)
    const [mine, theirs] = [sortedBy(a.of), sortedBy(b.of)]
    // Rows without what they are sorted by come last, in the order of their places.
    if (mine === null || theirs === null)
      return Number(mine === null) - Number(theirs === null) || byPlace(a, b)
    return turned * byValue(mine, theirs) || (group ? 1 : turned) * byPlace(a, b)
  })
}

type Value = string | number

const values: Readonly<Record<RowQuery['sort'], (of: MemoryRow) => Value | null>> = {
  path: ({ keys }) => keys.place,
  title: ({ keys }) => keys.title,
  outlet: ({ keys }) => keys.outlet,
  author: ({ keys }) => keys.author,
  date: ({ row }) => row.published,
  added: ({ row }) => row.added,
  changed: ({ row }) => row.changed,
  words: ({ row }) => row.words,
  annotations: ({ row }) => row.annotations,
}

const byValue = (a: Value, b: Value): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byBytes(String(a), String(b))

function byGroup(a: PlacedRow, b: PlacedRow, group: NonNullable<RowQuery['group']>): number {
  if (a.group === null || b.group === null)
    return Number(a.group === null) - Number(b.group === null)
  // The latest month first.
  if (group === 'month') return byBytes(b.group, a.group)
  return byBytes(a.groupKey ?? '', b.groupKey ?? '') || byBytes(a.group, b.group)
}

export function groupsOf(rows: readonly PlacedRow[]): RowGroup[] {
  const groups: RowGroup[] = []
  for (const [place, { group }] of rows.entries()) {
    const last = groups.at(-1)
    if (last && last.key === group) groups[groups.length - 1] = { ...last, count: last.count + 1 }
    else groups.push({ key: group, start: place, count: 1 })
  }
  return groups
}

/** The order of two texts by their bytes in UTF-8, as SQLite has it. */
export function byBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return inUtf8(x) - inUtf8(y)
  }
  return a.length - b.length
}

/** Halves of pairs come after all other code units, for their characters do. */
const inUtf8 = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
