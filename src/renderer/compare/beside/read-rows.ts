// Rows of the fact table as the core has them, in the order and under the filter that the reader has set.
import { type FactRow, rowOfLine } from '../../../shared/comparison/fact-row.ts'
import type { RowCounts } from '../../../shared/comparison/sections.ts'
import type { TableFilter } from '../../../shared/comparison/table-filter.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { askPage } from '../../actions/ask-section.ts'

/** Which rows, in which order. */
export interface RowOrder {
  /** Id of the comparison. */
  readonly comparison: string
  /** Index of the article whose order is followed. */
  readonly leading: number
  readonly possible: boolean
  readonly filter: TableFilter
}

export interface ReadRows {
  readonly rows: readonly FactRow[]
  /** Under this filter. */
  readonly total: number
  readonly counts: RowCounts
  /** Of the row that holds the sentence asked for; null where none does. */
  readonly place: number | null
}

/** Rows that one answer may have. */
const mostAtOnce = 1_000

/** Null where they cannot be had, or another comparison is shown by now. */
export async function readRows(
  { comparison, ...order }: RowOrder,
  from: number,
  count: number,
  holding: SentenceRef | null,
): Promise<ReadRows | null> {
  const rows: FactRow[] = []
  for (;;) {
    const at = from + rows.length
    const request = {
      ...order,
      section: 'rows' as const,
      from: at,
      count: Math.min(mostAtOnce, count - rows.length),
      holding,
    }
    const page = await askPage(comparison, 'rows', request)
    if (!page) return null
    rows.push(...page.rows.map(rowOfLine))
    if (rows.length >= count || page.next === null || page.rows.length === 0) {
      const { total, counts, place } = page
      return { rows, total, counts, place }
    }
  }
}
