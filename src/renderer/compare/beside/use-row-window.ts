// The rows of the fact table that the grid is given: it knows each row and cell that it has, drawn or
// not, and tens of thousands of them would hold up the window.
import { useMemo, useState } from 'react'
import type { FactRow } from '../../../shared/comparison/fact-rows.ts'

/** Rows at first, and how many more when their end comes into view. */
const atOnce = 200
/** Rows before the one in hand, where the rows do not begin at the beginning. */
const before = 40
/** Rows up to which the grid goes on from what it has, to a row that is further down. */
const near = 600

interface Kept {
  readonly rows: readonly FactRow[]
  /** Id of the row in hand that was last made sure of. */
  readonly current: string | undefined
  readonly from: number
  readonly to: number
}

export interface RowWindow {
  readonly shown: readonly FactRow[]
  /** Rows that are left out before those. */
  readonly from: number
  readonly hasMore: boolean
  more(): void
  fromStart(): void
}

/** @param place of the row in hand; -1: none */
export function useRowWindow(rows: readonly FactRow[], place: number): RowWindow {
  const [kept, setKept] = useState<Kept>({ rows, current: undefined, from: 0, to: atOnce })
  const now = around(rows, place, kept)
  if (now !== kept) setKept(now)
  const { from, to } = now
  const shown = useMemo(() => rows.slice(from, to), [rows, from, to])
  return {
    shown,
    from,
    hasMore: to < rows.length,
    more: () => setKept({ ...now, to: to + atOnce }),
    fromStart: () => setKept({ ...now, from: 0, to: atOnce }),
  }
}

function around(rows: readonly FactRow[], place: number, kept: Kept): Kept {
  const current = rows[place]?.id
  if (kept.rows === rows && kept.current === current) return kept
  const { from, to } = kept.rows === rows ? kept : { from: 0, to: atOnce }
  if (current === undefined || (place >= from && place < to)) return { rows, current, from, to }
  return place >= to && place < to + near
    ? { rows, current, from, to: place + atOnce }
    : { rows, current, from: Math.max(0, place - before), to: place + atOnce }
}
