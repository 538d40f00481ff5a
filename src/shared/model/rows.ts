// What the list of the library can be asked for, and what it answers. A window holds the rows that it
// shows and a few more: it asks by query and range, and asks again when it is told `list-changed`.
import { z } from 'zod'
import { readingStates } from '../search/ast.ts'
import { ArticleSummary } from './library.ts'
import { limits } from './limits.ts'
import { ListOrder } from './list-order.ts'
import { StoryId } from './story.ts'

const count = z.number().int().nonnegative()

/** Which rows, in which order. What is absent does not matter; what is there must all hold. */
export const RowQuery = ListOrder.extend({
  /** Words, each a part of title, outlet, author or path, typed in any way that find accepts. */
  filter: z.string().max(limits.factLength).optional(),
  story: StoryId.optional(),
})
export type RowQuery = Readonly<z.infer<typeof RowQuery>>

/** Rows by their place in the order, from 0; the end is exclusive. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

export const ListedRow = ArticleSummary.extend({
  reading: z.enum(readingStates),
  /** Milliseconds since 1970; changed by its file or by an annotation. */
  added: z.number(),
  changed: z.number(),
})
export type ListedRow = Readonly<z.infer<typeof ListedRow>>

export const RowGroup = z.strictObject({
  /** An outlet, a month (`2026-03`), a tag or a reading state; null for the rows without. */
  key: z.string().nullable(),
  /** The place of its first row. */
  start: count,
  count,
})
export type RowGroup = Readonly<z.infer<typeof RowGroup>>

export const RowPage = z.strictObject({
  /** Rows of the query, each as often as it stands in a group. */
  total: count,
  rows: z.array(ListedRow),
  /** In the order of the rows; empty without grouping. */
  groups: z.array(RowGroup),
})
export type RowPage = Readonly<z.infer<typeof RowPage>>

/** How many there are of what the left side names. */
export const LibraryCounts = z.strictObject({
  articles: count,
  annotations: count,
  notes: count,
  states: z.record(z.enum(readingStates), count),
  /** Most first. */
  outlets: z.array(z.strictObject({ outlet: z.string(), articles: count })),
  /** As annotations write them, in order; a tag's count has nothing of those beneath it. */
  tags: z.array(z.strictObject({ tag: z.string(), articles: count, annotations: count })),
})
export type LibraryCounts = Readonly<z.infer<typeof LibraryCounts>>

/** The same with what is not among them yet. */
export const ListCounts = LibraryCounts.extend({
  /** Files that were not read yet, or of which reading was stopped. */
  unread: count,
  /** Whether the index is being told of articles: then there may be more, or fewer, than it says. */
  settling: z.boolean(),
})
export type ListCounts = Readonly<z.infer<typeof ListCounts>>
