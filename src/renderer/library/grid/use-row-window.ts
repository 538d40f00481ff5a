// Which rows of the grid are drawn, where they stand, and which of them are asked for.
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react'
import { type Identified, idAt, type RowSource } from './row-source.ts'
import { type SteadyPointer, useSteadyView } from './use-steady-view.ts'

/** Pixels between rows and around all of them. */
const gap = 2
/** Pixels that a heading is high, about. */
const headingHeight = 30
/** Rows that are drawn before and after those in view. */
const beyond = 5

export interface GridWindow {
  readonly drawn: readonly VirtualItem[]
  /** Index of the first line in view. */
  readonly first: number
  /** Pixels, of all rows. */
  readonly height: number
  /** What the grid's element has to listen with. */
  readonly pointer: SteadyPointer
  measure(element: HTMLElement | null): void
  /** Brings a row into view, if it is not. */
  scrollTo(index: number): void
  /** The row a view further down or up from another. */
  pageFrom(index: number, by: 1 | -1): number
}

/** The part of the grid's props that says which rows there are. */
export interface WindowedRows<Row extends Identified> {
  readonly rows: RowSource<Row>
  /** Which rows are drawn, by their first and last index; asked again when they, or the source, change. */
  readonly onRangeWanted?: (first: number, last: number) => void
  /** When it changes, the list begins at its first row. */
  readonly order: string
  /** Pixels that a row is high, about. */
  readonly rowHeight: number
}

/** @param current index of the row that the keyboard is on, which is always drawn */
export function useRowWindow<Row extends Identified>(
  { rows, onRangeWanted, order, rowHeight }: WindowedRows<Row>,
  grid: RefObject<HTMLElement | null>,
  current: number,
): GridWindow {
  // Another function would have all places counted anew.
  const keyAt = useCallback(
    (index: number) => rows.keyAt?.(index) ?? idAt(rows, index) ?? index,
    [rows],
  )
  const isGrouped = rows.headingAt?.(0) != null
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.total,
    getScrollElement: () => grid.current,
    estimateSize: (index) => (rows.headingAt?.(index) ? headingHeight : rowHeight),
    getItemKey: keyAt,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range)
      if (current < 0 || near.includes(current)) return near
      return [...near, current].sort((a, b) => a - b)
    },
    overscan: beyond,
    gap,
    paddingStart: gap,
    paddingEnd: gap,
    // A line must not be brought beneath the heading that stays in view.
    scrollPaddingStart: isGrouped ? headingHeight + gap : gap,
    scrollPaddingEnd: gap,
  })
  const { startIndex: first, endIndex: last } = virtual.calculateRange() ?? {}

  useEffect(() => {
    if (first === undefined || last === undefined || rows.total === 0) return
    onRangeWanted?.(Math.max(0, first - beyond), Math.min(rows.total - 1, last + beyond))
  }, [first, last, rows, onRangeWanted])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another order, another list
  useLayoutEffect(() => {
    if (grid.current) grid.current.scrollTop = 0
  }, [order])

  const items = virtual.getVirtualItems()
  // What was last told: a list that has become shorter may have been scrolled back since.
  const scrolled = virtual.scrollOffset ?? 0
  const pointer = useSteadyView(
    grid,
    { rows, order, items, scrolled, current },
    (index) => virtual.measurementsCache[index]?.start,
    (offset) => {
      if (!grid.current) return
      grid.current.scrollTop = offset
      // Rows that are measured before this is told are put right from here.
      virtual.scrollOffset = offset
    },
  )

  return {
    drawn: items,
    first: first ?? 0,
    height: virtual.getTotalSize(),
    pointer,
    measure: virtual.measureElement,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    pageFrom(index, by) {
      const view = grid.current?.clientHeight ?? 0
      const start = virtual.measurementsCache[index]?.start ?? 0
      const offset = Math.max(0, start + by * view)
      const at = virtual.getVirtualItemForOffset(offset)
      if (!at) return index + by
      // There and back again is the same row.
      const to = by < 0 && at.start < offset ? at.index + 1 : at.index
      return to === index ? index + by : to
    },
  }
}
