// The rows of the fact table as the reader has set it: which article leads, which filter is on.
import { useMemo } from 'react'
import { type FactRow, type FactRows, factRows } from '../../../shared/comparison/fact-rows.ts'
import { useBeside } from '../../state/beside.ts'
import { type TableFilter, useCompare } from '../../state/compare.ts'
import { lookUpOf } from '../../state/compared.ts'
import { usePanes } from '../../state/panes.ts'

export interface ShownRows {
  readonly rows: readonly FactRow[]
  readonly counts: Readonly<Record<TableFilter, number>>
  /** Index of the article whose order is followed. */
  readonly leading: number
}

const none: FactRows = { all: [], shared: [], only: [], missing: [] }

export function useFactRows(): ShownRows {
  // Not of what is under the pointer: the table would be drawn anew with each sentence passed.
  const comparison = useCompare((state) => state.comparison)
  const articles = useCompare((state) => state.articles)
  const possible = useCompare((state) => state.possible)
  const filter = useCompare((state) => state.filter)
  const fixed = useBeside((state) => state.leading)
  const focused = usePanes(
    (state) => state.panes.find(({ key }) => key === state.focused)?.article ?? null,
  )
  const wanted = articles.indexOf(
    fixed !== null && articles.includes(fixed) ? fixed : (focused ?? ''),
  )
  const leading = Math.max(0, wanted)
  const found = useMemo(
    () => (comparison ? factRows(lookUpOf(comparison), leading, possible) : none),
    [comparison, leading, possible],
  )
  return {
    rows: found[filter],
    counts: {
      all: found.all.length,
      shared: found.shared.length,
      only: found.only.length,
      missing: found.missing.length,
    },
    leading,
  }
}
