// How the list of a library is ordered, grouped and narrowed down. Apart from the rest of what can be asked
// of it, so that it can be kept with a library's window.
import { z } from 'zod'
import { readingStates } from '../search/ast.ts'

export const rowSorts = [
  'path',
  'title',
  'outlet',
  'author',
  'date',
  'added',
  'changed',
  'words',
  'annotations',
] as const
export type RowSort = (typeof rowSorts)[number]

export const rowGroupings = ['outlet', 'month', 'tag', 'state'] as const
export type RowGrouping = (typeof rowGroupings)[number]

/** What is absent does not matter. */
export const ListOrder = z.strictObject({
  sort: z.enum(rowSorts),
  /** Rows without what they are sorted by come last all the same. */
  descending: z.boolean().optional(),
  /** A row stands once in each of its groups: with two tags, twice. */
  group: z.enum(rowGroupings).optional(),
  state: z.enum(readingStates).optional(),
  /** A tag, or one above those that count. */
  tag: z.string().optional(),
  /** As `ArticleSummary.source`, exactly. Null: of rows that have none. */
  outlet: z.string().nullable().optional(),
})
export type ListOrder = Readonly<z.infer<typeof ListOrder>>
