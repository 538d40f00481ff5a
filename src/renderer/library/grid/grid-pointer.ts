// What the pointer does in the grid: a click opens a row, or chooses it while any is chosen or a key
// is held; the right button asks for its menu.
import type { MouseEvent } from 'react'
import type { Heading, Identified, RowSource } from './row-source.ts'
import type { Choosing } from './use-choosing.ts'

export interface GridPointer<Row extends Identified> {
  readonly rows: RowSource<Row>
  readonly choosing: Choosing
  readonly anyChosen: boolean
  onOpen(row: Row): void
  onFold(heading: Heading): void
  onMenu(row: Row, element: HTMLElement): void
}

export function gridPointer<Row extends Identified>(pointer: GridPointer<Row>) {
  const { rows, choosing, anyChosen, onOpen, onFold, onMenu } = pointer
  return {
    click(event: MouseEvent): void {
      const index = indexAround(event.target)
      // What is in a row acts for itself.
      if (index === null || isInner(event.target)) return
      const row = rows.rowAt(index)
      const heading = rows.headingAt?.(index)
      if (heading) onFold(heading)
      else if (event.shiftKey) choosing.extend(index)
      else if (anyChosen || event.ctrlKey || event.metaKey) choosing.toggle(index)
      else if (row) onOpen(row)
    },
    menu(event: MouseEvent): void {
      const index = indexAround(event.target)
      const row = index === null ? null : rows.rowAt(index)
      const element =
        event.target instanceof Element && event.target.closest<HTMLElement>('[role=row]')
      if (!row || !element) return
      event.preventDefault()
      onMenu(row, element)
    },
  }
}

/** The index of the row that an element is in; null outside rows. */
export function indexAround(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[role=row][data-index]') : null
  const index = row?.getAttribute('data-index')
  return index === null || index === undefined ? null : Number(index)
}

const isInner = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, input, label, a') !== null
