// The rows of the fact table that are ticked, also those that are not among the rows drawn.
import { useEffect, useRef, useState } from 'react'
import type { Selection } from 'react-aria-components'
import { type FactRow, passes } from '../../../shared/comparison/fact-row.ts'
import { type RowOrder, readRows } from './read-rows.ts'

/**
 * Of all that pass the filter, where all are ticked; empty until they have been read.
 * @param order null while nothing is compared
 * @param onLost the ticks that are left: rows that a verdict, or other matches, may have made others lose theirs
 */
export function useChosenRows(
  order: RowOrder | null,
  revision: number,
  rows: readonly FactRow[],
  ticked: Selection,
  onLost: (left: Set<string>) => void,
): readonly FactRow[] {
  const seen = useRef({ of: '', rows: new Map<string, FactRow>() })
  const [all, setAll] = useState<{ readonly of: string; readonly rows: readonly FactRow[] }>()
  const grouping = `${order?.comparison} ${order?.possible} ${revision}`
  const key = `${JSON.stringify(order)} ${revision}`

  if (rows.length > 0) {
    if (seen.current.of !== grouping) seen.current = { of: grouping, rows: new Map() }
    for (const row of rows) seen.current.rows.set(row.id, row)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when rows are grouped anew
  useEffect(() => {
    if (ticked === 'all' || rows.length === 0) return
    const left = [...ticked].map(String).filter((id) => seen.current.rows.has(id))
    if (left.length < ticked.size) onLost(new Set(left))
  }, [seen.current.of])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the order
  useEffect(() => {
    if (ticked !== 'all' || !order) return
    let stale = false
    void readRows(order, 0, Number.MAX_SAFE_INTEGER, null).then((read) => {
      if (read && !stale) setAll({ of: key, rows: read.rows })
    })
    return () => {
      stale = true
    }
  }, [ticked, key])

  if (!order) return []
  if (ticked === 'all') return all?.of === key ? all.rows : []
  return [...ticked].flatMap((id) => {
    const row = seen.current.rows.get(String(id))
    return row && passes(row, order.filter, order.leading) ? [row] : []
  })
}
