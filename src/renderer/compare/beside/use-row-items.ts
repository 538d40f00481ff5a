// The rows of the fact table as the grid keeps them: one object each, another when the row is drawn
// otherwise, so that the grid draws and measures that row alone anew.
import { useMemo, useRef } from 'react'
import type { FactRow } from '../../../shared/comparison/fact-row.ts'

export interface RowItem {
  readonly id: string
  readonly row: FactRow
  readonly full: boolean
  readonly current: boolean
}

/**
 * @param full ids of rows whose passages are shown in full
 * @param current id of the row of the sentence in hand
 */
export function useRowItems(
  rows: readonly FactRow[],
  full: ReadonlySet<string>,
  current: string | undefined,
): readonly RowItem[] {
  const before = useRef(new Map<string, RowItem>())
  return useMemo(() => {
    const items = rows.map((row): RowItem => {
      const { id } = row
      const next = { id, row, full: full.has(id), current: id === current }
      const known = before.current.get(id)
      const same = known?.row === row && known.full === next.full && known.current === next.current
      return same ? known : next
    })
    before.current = new Map(items.map((item) => [item.id, item]))
    return items
  }, [rows, full, current])
}
