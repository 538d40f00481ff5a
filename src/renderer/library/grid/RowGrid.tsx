// A long list as a grid of one column. Only what is near the view is drawn, and the row that the
// keyboard is on; rows may come late. Keys, choosing and what a screen reader is told are the grid's,
// what a row looks like its owner's.
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { gridPointer, indexAround } from './grid-pointer.ts'
import type { Heading, Identified } from './row-source.ts'
import { useChoosing } from './use-choosing.ts'
import { type OnCurrent, useCurrentRow } from './use-current-row.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useRowWindow, type WindowedRows } from './use-row-window.ts'

/** What the element of a row must have. */
export interface RowPlace {
  readonly 'ref': (element: HTMLElement | null) => void
  readonly 'role': 'row'
  readonly 'data-index': number
  readonly 'aria-rowindex': number
  readonly 'aria-selected': boolean
  readonly 'tabIndex': number
  readonly 'style': CSSProperties
}

/** What the element of a heading must have. */
export type HeadingPlace = Omit<RowPlace, 'aria-selected'>

export interface RowGridProps<Row extends Identified> extends WindowedRows<Row> {
  readonly label: string
  readonly className: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
  readonly nameOf: (row: Row) => string
  readonly onOpen: (row: Row) => void
  /** By the right button, or the key for it, on a row; its element has the keyboard. */
  readonly onMenu: (row: Row, element: HTMLElement) => void
  readonly renderRow: (row: Row, place: RowPlace, choose: () => void) => ReactNode
  readonly renderEmpty: () => ReactNode
  /** For a source that has headings. */
  readonly renderHeading?: (heading: Heading, place: HeadingPlace, fold: () => void) => ReactNode
  readonly onFold?: (heading: Heading) => void
  /** The heading of the first row in view, which stays there. */
  readonly renderStuck?: (heading: Heading) => ReactNode
  /** Told which row the keyboard is on, and where it stands. */
  readonly onCurrent?: OnCurrent
}

export function RowGrid<Row extends Identified>(props: RowGridProps<Row>) {
  const { label, className, rows, chosen, onChoose, nameOf, onOpen, onMenu } = props
  const grid = useRef<HTMLDivElement>(null)
  const current = useCurrentRow(rows, grid, props.order, props.onCurrent)
  const choosing = useChoosing(rows, chosen, current.index, onChoose)
  const window = useRowWindow(props, grid, current.index)
  const onFold = (heading: Heading): void => props.onFold?.(heading)
  const keydown = useGridKeys({
    rows,
    current: current.index,
    choosing,
    anyChosen: chosen.size > 0,
    nameOf,
    onOpen,
    onFold,
    pageFrom: window.pageFrom,
    goTo(index) {
      window.scrollTo(index)
      current.focus(index)
    },
  })

  const over = rows.headingOver?.(window.first)

  const { click, menu } = gridPointer({
    rows,
    choosing,
    anyChosen: chosen.size > 0,
    onOpen,
    onFold,
    onMenu,
  })

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one
    <div
      ref={grid}
      className={className}
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-rowcount={rows.total}
      aria-colcount={1}
      data-choosing={chosen.size > 0 || undefined}
      tabIndex={-1}
      onClick={click}
      onContextMenu={menu}
      onKeyDown={keydown}
      onFocus={({ target }) => {
        current.entered()
        const index = indexAround(target)
        if (index !== null && index !== current.index) current.set(index)
      }}
      onBlur={current.left}
      {...window.pointer}
    >
      {rows.total === 0 ? (
        <EmptyLine>{props.renderEmpty()}</EmptyLine>
      ) : (
        <div role="presentation" className="row-room" style={{ height: window.height }}>
          {over && <StuckHeading>{props.renderStuck?.(over)}</StuckHeading>}
          {window.drawn.map(({ index, start, key }) => (
            <RowAt
              key={key}
              grid={props}
              index={index}
              start={start}
              measure={window.measure}
              current={index === current.index}
              choose={() => choosing.toggle(index)}
            />
          ))}
        </div>
      )}
    </div>
  )
}

const StuckHeading = ({ children }: { readonly children: ReactNode }) => (
  <div className="stuck-heading" aria-hidden>
    {children}
  </div>
)

const EmptyLine = ({ children }: { readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one
  // biome-ignore lint/a11y/useFocusableInteractive: says only that there is nothing
  <div role="row">
    {/* biome-ignore lint/a11y/useSemanticElements: as above */}
    {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
    <div role="gridcell">{children}</div>
  </div>
)

interface RowAtProps<Row extends Identified> {
  readonly grid: RowGridProps<Row>
  readonly index: number
  /** Pixels from the top of all rows. */
  readonly start: number
  readonly measure: RowPlace['ref']
  readonly current: boolean
  readonly choose: () => void
}

function RowAt<Row extends Identified>(props: RowAtProps<Row>) {
  const { grid, index, start, measure, current, choose } = props
  const row = grid.rows.rowAt(index)
  const line: HeadingPlace = {
    'ref': measure,
    'role': 'row',
    'data-index': index,
    'aria-rowindex': index + 1,
    'tabIndex': current ? 0 : -1,
    'style': { translate: `0 ${start}px` },
  }
  const heading = grid.rows.headingAt?.(index)
  if (heading) return grid.renderHeading?.(heading, line, () => grid.onFold?.(heading))
  const place: RowPlace = { ...line, 'aria-selected': row !== null && grid.chosen.has(row.id) }
  if (row) return grid.renderRow(row, place, choose)
  return (
    <div {...place} className="row-waiting">
      {/* biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the keyboard */}
      <div role="gridcell">
        <span className="unseen">{index + 1}, not here yet</span>
        <span className="row-waiting-line" aria-hidden />
        <span className="row-waiting-line" aria-hidden />
      </div>
    </div>
  )
}
