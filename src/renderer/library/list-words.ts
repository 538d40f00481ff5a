// The list's orders and groups in words.
import type { RowGrouping } from '../../shared/model/list-order.ts'
import type { RowGroup } from '../../shared/model/rows.ts'
import { dateWords } from '../parts/facts.ts'

const withoutWords: Readonly<Record<RowGrouping, string>> = {
  outlet: 'No outlet',
  month: 'No date',
  tag: 'No tag',
  state: 'New',
}

export const stateWords = { new: 'New', reading: 'Reading', read: 'Read' } as const

/** What to call a group of the list. */
export function groupName(group: RowGrouping, key: RowGroup['key']): string {
  if (key === null) return withoutWords[group]
  if (group === 'month') return dateWords(key)
  if (group === 'state') return key in stateWords ? stateWords[key as keyof typeof stateWords] : key
  return key
}
