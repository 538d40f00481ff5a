// Rows of a list of articles that are made up.
import { noMeta } from '../../src/shared/model/article.ts'
import type { ArticleSummary } from '../../src/shared/model/library.ts'
import type { ListCounts, ListedRow } from '../../src/shared/model/rows.ts'

/** Sixteen hex digits. */
export const idOf = (number: number): string => number.toString(16).padStart(16, '0')

export const rowOf = (id: string): ArticleSummary => ({
  ...noMeta,
  id,
  path: `${id}.txt`,
  format: 'text',
  state: 'ready',
  problem: null,
  words: 4,
  annotations: 0,
  notes: 0,
  parts: 0,
  part: null,
  corrected: [],
})

/** The row at a place of a long list, called `Row 7`. */
export const listedAt = (place: number, facts: Partial<ListedRow> = {}): ListedRow => ({
  ...rowOf(idOf(place)),
  title: `Row ${place}`,
  reading: 'new',
  added: 0,
  changed: 0,
  ...facts,
})

export const noCounts: ListCounts = {
  articles: 0,
  annotations: 0,
  notes: 0,
  states: { new: 0, reading: 0, read: 0 },
  outlets: [],
  tags: [],
  unread: 0,
  settling: false,
}
