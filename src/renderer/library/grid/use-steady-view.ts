// Keeps what the reader looks at where it is when rows come and go around it: the row under the pointer,
// else the one that the keyboard is on, else the first in view.
import type { VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Identified, idAt, type RowSource } from './row-source.ts'

interface Drawn<Row extends Identified> {
  readonly rows: RowSource<Row>
  readonly order: string
  /** What was drawn of them, and where. */
  readonly items: readonly VirtualItem[]
  /** Pixels. */
  readonly scrolled: number
  /** Index of the row that the keyboard is on. */
  readonly current: number
}

/** Follows the pointer over the rows. */
export interface SteadyPointer {
  onPointerMove(event: { readonly clientY: number }): void
  onPointerLeave(): void
}

/**
 * @param startOf pixels from the top of all rows to one of those that are to be drawn now
 * @param scrollTo scrolls the grid to so many pixels from there
 * @returns what the grid's element has to listen with
 */
export function useSteadyView<Row extends Identified>(
  grid: RefObject<HTMLElement | null>,
  drawn: Drawn<Row>,
  startOf: (index: number) => number | undefined,
  scrollTo: (offset: number) => void,
): SteadyPointer {
  const before = useRef(drawn)
  /** Pixels from the top of the window; null while the pointer is elsewhere. */
  const pointer = useRef<number | null>(null)

  useLayoutEffect(() => {
    const last = before.current
    before.current = drawn
    const host = grid.current
    if (!host || last.rows === drawn.rows || last.order !== drawn.order) return
    const { scrolled } = drawn
    const stays = anchorsIn(host, { ...last, scrolled }, pointer.current).flatMap(
      ({ index, start }) => {
        const id = idAt(last.rows, index)
        const place = id === null ? null : drawn.rows.placeOf(id, index)
        const now = place === null ? undefined : startOf(place)
        return now === undefined ? [] : [now - start]
      },
    )
    const [by = 0] = stays
    if (Math.abs(by) >= 1) scrollTo(scrolled + by)
  })

  return {
    onPointerMove: ({ clientY }: { readonly clientY: number }): void => {
      pointer.current = clientY
    },
    onPointerLeave: (): void => {
      pointer.current = null
    },
  }
}

/** What was in view, the row that is most to stay first. At the very top nothing need stay by itself. */
function anchorsIn<Row extends Identified>(
  host: HTMLElement,
  { items, scrolled, current }: Drawn<Row>,
  pointer: number | null,
): readonly VirtualItem[] {
  const { clientHeight } = host
  const inView = items.filter(({ start, end }) => end > scrolled && start < scrolled + clientHeight)
  const y = pointer === null ? null : pointer - host.getBoundingClientRect().top + scrolled
  const isInside = host.contains(document.activeElement)
  // Between two rows it is the upper one.
  const under = y === null ? undefined : inView.findLast(({ start }) => start <= y)
  const hovered = under ? [under] : []
  const focused = inView.filter(({ index }) => isInside && index === current)
  const isKept = scrolled > 0 || hovered.length + focused.length > 0
  return isKept ? [...hovered, ...focused, ...inView] : []
}
