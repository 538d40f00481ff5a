// What the list of the library can be asked for, and what it answers.
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ReadingState } from '../../shared/search/ast.ts'

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

/** Which rows, in which order. What is absent does not matter; what is there must all hold. */
export interface RowQuery {
  readonly sort: RowSort
  /** Rows without what they are sorted by come last all the same. */
  readonly descending?: boolean
  /** A row stands once in each of its groups: with two tags, twice. */
  readonly group?: RowGrouping
  /** A part of title, outlet, author or path, typed in any way that find accepts. */
  readonly filter?: string
  /** The id of a story. */
  readonly story?: string
  readonly state?: ReadingState
  /** A tag, or one above those that count. */
  readonly tag?: string
  /** As `ArticleSummary.source`, exactly. Null: of rows that have none. */
  readonly outlet?: string | null
}

/** Rows by their place in the order, from 0; the end is exclusive. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

export interface IndexedRow extends ArticleSummary {
  readonly reading: ReadingState
  /** Milliseconds since 1970; changed by its file or by an annotation. */
  readonly added: number
  readonly changed: number
}

export interface RowGroup {
  /** An outlet, a month (`2026-03`), a tag or a reading state; null for the rows without. */
  readonly key: string | null
  /** The place of its first row. */
  readonly start: number
  readonly count: number
}

export interface RowPage {
  /** Rows of the query, each as often as it stands in a group. */
  readonly total: number
  readonly rows: readonly IndexedRow[]
  /** In the order of the rows; empty without grouping. */
  readonly groups: readonly RowGroup[]
}

export interface Counts {
  readonly articles: number
  readonly annotations: number
  readonly notes: number
  readonly states: Readonly<Record<ReadingState, number>>
  /** Most first. */
  readonly outlets: readonly { readonly outlet: string; readonly articles: number }[]
  /** As annotations write them, in order; a tag's count has nothing of those beneath it. */
  readonly tags: readonly {
    readonly tag: string
    readonly articles: number
    readonly annotations: number
  }[]
}
