// The order and the filter of the fact table as the reader has set them.
import { useMemo } from 'react'
import { useBeside } from '../../state/beside.ts'
import { useCompare } from '../../state/compare.ts'
import { usePanes } from '../../state/panes.ts'
import type { RowOrder } from './read-rows.ts'

/** Null while nothing is compared. The same object for the same order. */
export function useRowOrder(): { readonly order: RowOrder | null; readonly leading: number } {
  // Not of what is under the pointer: the table would be drawn anew with each sentence passed.
  const comparison = useCompare((state) => state.comparison?.id ?? null)
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
  const order = useMemo(
    () => (comparison === null ? null : { comparison, leading, possible, filter }),
    [comparison, leading, possible, filter],
  )
  return { order, leading }
}
