// The row that the keyboard is on. It is known by its id, so that it stays the same row when others
// come and go; when it goes itself, the one in its place is next.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Identified, idAt, type RowSource } from './row-source.ts'

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

/** Which row the keyboard is on, for whoever has to know where it stands. */
export type OnCurrent = (id: string | null, index: number) => void

/**
 * @param grid the rows are in it, with `role=row` and `data-index`
 * @param order when it changes, a row that is not in the list any more gives way to the first
 */
export function useCurrentRow<Row extends Identified>(
  rows: RowSource<Row>,
  grid: RefObject<HTMLElement | null>,
  order: string,
  onCurrent?: OnCurrent,
): CurrentRow {
  const [kept, setKept] = useState<Kept>({ id: null, index: 0 })
  const [shownOrder, setShownOrder] = useState(order)
  const inside = useRef(false)
  const wanted = useRef(false)
  const moved = order !== shownOrder
  const index = moved ? placeIn(rows, kept) : placeNow(rows, kept)
  const id = idAt(rows, index)
  if (moved) setShownOrder(order)
  if (id !== null && (kept.id !== id || kept.index !== index)) setKept({ id, index })

  // A row that has gone where nothing is here yet is still the one.
  const known = id ?? (kept.id !== null && rows.placeOf(kept.id, index) === index ? kept.id : null)
  useEffect(() => onCurrent?.(known, index), [known, index, onCurrent])

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
    setKept({ id: idAt(rows, next), index: next })
  }
  return {
    index,
    set,
    focus(next) {
      wanted.current = true
      // Drawn anew even where it is current already.
      setKept({ id: idAt(rows, next), index: next })
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

/** In another order. */
function placeIn<Row extends Identified>(rows: RowSource<Row>, { id }: Kept): number {
  const place = id === null ? null : rows.placeOf(id)
  return Math.min(place ?? 0, rows.total - 1)
}

function placeNow<Row extends Identified>(rows: RowSource<Row>, { id, index }: Kept): number {
  if (id !== null && idAt(rows, index) !== id) {
    const place = rows.placeOf(id, index)
    if (place !== null) return place
  }
  return Math.min(index, rows.total - 1)
}
