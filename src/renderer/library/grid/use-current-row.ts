// The row that the keyboard is on. It is known by its id, so that it stays the same row when others
// come and go; when it goes itself, the one in its place is next.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Identified, RowSource } from './row-source.ts'

interface Kept {
  /** Null while the row is not here. */
  readonly id: string | null
  readonly index: number
}

export interface CurrentRow {
  /** -1 where there are no rows. */
  readonly index: number
  /** Makes a row current. */
  set(index: number): void
  /** Makes a row current and puts the keyboard on it once it is drawn. */
  focus(index: number): void
  /** To be told when the keyboard comes into the grid and leaves it. */
  entered(): void
  left(): void
}

/** @param grid the rows are in it, with `role=row` and `data-index` */
export function useCurrentRow<Row extends Identified>(
  rows: RowSource<Row>,
  grid: RefObject<HTMLElement | null>,
): CurrentRow {
  const [kept, setKept] = useState<Kept>({ id: null, index: 0 })
  const inside = useRef(false)
  const wanted = useRef(false)
  const index = placeNow(rows, kept)
  const id = rows.rowAt(index)?.id ?? null
  if (id !== null && (kept.id !== id || kept.index !== index)) setKept({ id, index })

  useLayoutEffect(() => {
    const host = grid.current
    const active = document.activeElement
    // What had the keyboard was taken from the page: then nothing has it.
    const lost = inside.current && (active === null || active === document.body)
    if (!host || !(wanted.current || lost)) return
    const row = host.querySelector<HTMLElement>(`[role=row][data-index="${index}"]`)
    if (row || index < 0) {
      wanted.current = false
      ;(row ?? host).focus({ preventScroll: true })
    }
  })

  const set = (next: number): void => {
    setKept({ id: rows.rowAt(next)?.id ?? null, index: next })
  }
  return {
    index,
    set,
    focus(next) {
      wanted.current = true
      // Drawn anew even where it is current already.
      setKept({ id: rows.rowAt(next)?.id ?? null, index: next })
    },
    entered: () => {
      inside.current = true
    },
    left() {
      // A window that is left keeps its place. Of rows that are taken away, nothing is told here.
      if (!grid.current?.contains(document.activeElement)) inside.current = false
    },
  }
}

function placeNow<Row extends Identified>(rows: RowSource<Row>, { id, index }: Kept): number {
  if (id !== null && rows.rowAt(index)?.id !== id) {
    const place = rows.placeOf(id)
    if (place !== null) return place
  }
  return Math.min(index, rows.total - 1)
}
