// The comparison of the open articles: whether it is on, what was found, which sentence is in hand.
// Indices of articles count in `articles`, which are the open articles in the order of their panes.
import { create } from 'zustand'
import type { TableFilter } from '../../shared/comparison/table-filter.ts'
import type { ComparisonView } from '../../shared/comparison/view.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Explanation, SentenceRef } from '../../shared/model/comparison.ts'
import type { Pin, Session } from '../../shared/model/settings.ts'

interface CompareState {
  readonly on: boolean
  /** `few`: fewer than two different articles are open. */
  readonly status: 'few' | 'working' | 'ready' | 'failed'
  readonly error: AppError | null
  readonly articles: readonly string[]
  /** Of `articles`; null until it is ready. What was there before stays while others are compared. */
  readonly comparison: ComparisonView | null
  /** Whether links of the tier *possible* are shown. */
  readonly possible: boolean
  /** The sentence that the reader took: by caret, click or key. */
  readonly hand: SentenceRef | null
  /** The sentence under the pointer; it is shown in place of the one in hand while it lasts. */
  readonly hover: SentenceRef | null
  /** Which of the counterparts of the one in hand is meant by confirm, reject and why; null: the best. */
  readonly chosen: SentenceRef | null
  /** Why the one in hand and the chosen one match; null until asked for. */
  readonly why: {
    readonly a: SentenceRef
    readonly b: SentenceRef
    readonly explanation: Explanation
  } | null
  /** Whether the fact table is open, and what it shows. */
  readonly table: boolean
  readonly filter: TableFilter
  readonly inStep: boolean
  readonly pins: readonly Pin[]
}

const nothing: CompareState = {
  on: false,
  status: 'few',
  error: null,
  articles: [],
  comparison: null,
  possible: false,
  hand: null,
  hover: null,
  chosen: null,
  why: null,
  table: false,
  filter: 'all',
  inStep: false,
  pins: [],
}

export const useCompare = create<CompareState>()(() => nothing)

/** Begins with another library, as it was left. */
export const showComparing = ({ comparing, table, pins }: Session): void =>
  useCompare.setState({ ...nothing, on: comparing, table, pins })
