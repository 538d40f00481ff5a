// The list's orders, groups and filters in words.
import type { ListOrder, RowGrouping, RowSort } from '../../shared/model/list-order.ts'
import type { RowGroup } from '../../shared/model/rows.ts'
import { dateWords } from '../../shared/text/date-words.ts'
import { readingStateWords } from '../parts/ReadingMark.tsx'

interface SortWords {
  readonly name: string
  /** Either way round. */
  readonly rising: string
  readonly falling: string
}

const letters = { rising: 'A to Z', falling: 'Z to A' }
const times = { rising: 'Oldest first', falling: 'Newest first' }
const counts = { rising: 'Fewest first', falling: 'Most first' }

export const sortWords: Readonly<Record<RowSort, SortWords>> = {
  path: { name: 'File', ...letters },
  title: { name: 'Title', ...letters },
  outlet: { name: 'Outlet', ...letters },
  author: { name: 'Author', ...letters },
  date: { name: 'Date', ...times },
  added: { name: 'Added', ...times },
  changed: { name: 'Changed', ...times },
  words: { name: 'Words', ...counts },
  annotations: { name: 'Highlights', ...counts },
}

export const groupWords: Readonly<Record<RowGrouping, string>> = {
  outlet: 'Outlet',
  month: 'Month',
  tag: 'Tag',
  state: 'Reading state',
}

const withoutWords: Readonly<Record<RowGrouping, string>> = {
  outlet: 'No outlet',
  month: 'No date',
  tag: 'No tag',
  state: 'New',
}

/** What to call a group of the list. */
export function groupName(group: RowGrouping, key: RowGroup['key']): string {
  if (key === null) return withoutWords[group]
  if (group === 'month') return dateWords(key)
  if (group !== 'state') return key
  return Object.entries(readingStateWords).find(([state]) => state === key)?.[1] ?? key
}

/** One thing that the list is narrowed down to. */
export interface Narrowing {
  readonly key: string
  readonly kind: 'state' | 'outlet' | 'tag'
  readonly name: string
  /** What narrows the list down to it. */
  readonly order: Partial<ListOrder>
}

export const narrowedToState = (state: NonNullable<ListOrder['state']>): Narrowing => ({
  key: `state ${state}`,
  kind: 'state',
  name: readingStateWords[state],
  order: { state },
})

/** @param outlet null: articles without one */
export const narrowedToOutlet = (outlet: string | null): Narrowing => ({
  key: `outlet ${JSON.stringify(outlet)}`,
  kind: 'outlet',
  name: outlet ?? withoutWords.outlet,
  order: { outlet },
})

export const narrowedToTag = (tag: string): Narrowing => ({
  key: `tag ${tag}`,
  kind: 'tag',
  name: tag,
  order: { tag },
})

/** What the list is narrowed down to now, apart from what is typed. */
export const narrowingsIn = ({ state, outlet, tag }: ListOrder): readonly Narrowing[] => [
  ...(state === undefined ? [] : [narrowedToState(state)]),
  ...(outlet === undefined ? [] : [narrowedToOutlet(outlet)]),
  ...(tag === undefined ? [] : [narrowedToTag(tag)]),
]
