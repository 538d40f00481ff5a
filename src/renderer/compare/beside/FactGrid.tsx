// The rows of the fact table as a grid: arrows move in it, Enter or a click shows the passages of a
// row side by side, Space ticks it. Only what is in view is drawn.
import { Check } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Cell,
  Checkbox,
  Collection,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import type { FactCell, FactRow } from '../../../shared/comparison/fact-row.ts'
import { showTogether } from '../../actions/show-passage.ts'
import { FactCellText } from './FactCellText.tsx'
import { useNames } from './names.ts'
import { TableEmpty } from './TableEmpty.tsx'
import { useInView } from './use-in-view.ts'
import { useRowItems } from './use-row-items.ts'
import type { RowPages } from './use-row-pages.ts'

export interface FactGridProps {
  /** Of the articles. */
  readonly count: number
  readonly pages: RowPages
  /** Index of the article whose order is followed. */
  readonly leading: number
  readonly ticked: Selection
  readonly onTick: (ticked: Selection) => void
}

const isEmpty = (cell: FactCell | undefined): boolean => !cell?.hidden && !cell?.passages.length

const noCell: FactCell = { passages: [], tier: null, hidden: false }
/** Pixels. */
const layout = { estimatedRowHeight: 64, headingHeight: 30, loaderHeight: 1 }

export function FactGrid({ count, pages, leading, ticked, onTick }: FactGridProps) {
  const { short, long } = useNames()
  const [full, setFull] = useState<ReadonlySet<string>>(new Set())
  const grid = useRef<HTMLDivElement>(null)
  const { rows, from, place, hasMore, more, fromStart } = pages
  const current = rows[place]
  const items = useRowItems(rows, full, current?.id)
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  useInView(grid, current?.id, place)
  const room = useRoom(grid, count)
  const columns = Array.from({ length: count }, (_, article) => article)
  return (
    <>
      {from > 0 && (
        <p className="rows-before muted">
          {from.toLocaleString()} rows before these are not shown.{' '}
          <button type="button" className="text-button" onClick={fromStart}>
            From the beginning
          </button>
        </p>
      )}
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Table
          ref={grid}
          className="fact-grid"
          aria-label="What the articles tell"
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={ticked}
          onSelectionChange={onTick}
          onRowAction={(key) => {
            const row = byId.get(String(key))
            if (row)
              showTogether(
                row.cells.flatMap(({ passages }) => passages),
                leading,
              )
          }}
        >
          <TableHeader className="fact-header">
            <Column width={38} minWidth={38} className="fact-column" textValue="Tick">
              <Tick />
            </Column>
            <Column width={64} minWidth={64} className="fact-column" isRowHeader>
              Told by
            </Column>
            {columns.map((article) => (
              <Column
                key={article}
                id={`article ${article}`}
                className="fact-column"
                minWidth={150}
                textValue={long[article] ?? 'Article'}
              >
                <span
                  className="column-name"
                  title={long[article]}
                  dir="auto"
                  data-leading={article === leading || undefined}
                >
                  {short[article]}
                </span>
              </Column>
            ))}
          </TableHeader>
          <TableBody
            className="fact-body"
            dependencies={[room, leading]}
            renderEmptyState={() =>
              pages.isReady ? <TableEmpty leading={short[leading] ?? 'this article'} /> : null
            }
          >
            <Collection items={items} dependencies={[room, leading]}>
              {({ id, row, full, current }) => (
                <Row
                  id={id}
                  className="fact-row"
                  data-current={current || undefined}
                  textValue={`${row.tellers} of ${count}`}
                >
                  <Cell className="fact-cell">
                    <Tick />
                  </Cell>
                  <Cell
                    focusMode="cell"
                    className="fact-cell tellers"
                    textValue={`${row.tellers} of ${count}`}
                  >
                    <Tellers row={row} count={count} leading={leading} />
                  </Cell>
                  {columns.map((article) => (
                    <Cell
                      key={article}
                      focusMode="cell"
                      className="fact-cell"
                      data-leading={article === leading || undefined}
                    >
                      <FactCellText
                        cell={row.cells[article] ?? noCell}
                        alone={row.tellers === 1}
                        full={full}
                        room={room}
                        onFull={(wanted) => setFull((before) => changed(before, id, wanted))}
                      />
                    </Cell>
                  ))}
                </Row>
              )}
            </Collection>
            {hasMore && <TableLoadMoreItem onLoadMore={more} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </>
  )
}

function changed(set: ReadonlySet<string>, id: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (wanted) next.add(id)
  else next.delete(id)
  return next
}

/** How many tell it; of what the leading article does not tell, whether all the others do. */
function Tellers({ row, count, leading }: { row: FactRow; count: number; leading: number }) {
  return (
    <>
      <span aria-hidden>
        {row.tellers}/{count}
      </span>
      <span className="unseen">
        {row.tellers} of {count}
      </span>
      {count > 2 && row.tellers === count - 1 && isEmpty(row.cells[leading]) && (
        <span className="all-others">all others</span>
      )}
    </>
  )
}

/** Pixels: of the columns before the articles, of a cell's edges, of a character at its widest. */
const beforeArticles = 102
const edges = 32
const character = 7
const lines = 3

/** Characters that are sure to fit into the lines of a cell that are shown. */
function useRoom(grid: React.RefObject<HTMLElement | null>, articles: number): number {
  const [room, setRoom] = useState(80)
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const width = Math.max(150, (element.clientWidth - beforeArticles) / articles) - edges
      // In steps, so that dragging an edge does not draw all anew at every pixel.
      setRoom(Math.round(((width / character) * lines) / 12) * 12)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid, articles])
  return room
}

function Tick() {
  return (
    <Checkbox slot="selection" className="tick">
      {({ isSelected, isIndeterminate }) => (
        <span className="tick-box" aria-hidden>
          {isIndeterminate ? '–' : isSelected ? <Check size={11} strokeWidth={3} /> : null}
        </span>
      )}
    </Checkbox>
  )
}
