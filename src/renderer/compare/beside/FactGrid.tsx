// The rows of the fact table as a grid: arrows move in it, Enter or a click shows the passages of a
// row side by side, Space ticks it. Only what is in view is drawn.
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Collection,
  Column,
  type Key,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import { showTogether } from '../../actions/show-passage.ts'
import { FactGridRow } from './FactGridRow.tsx'
import { useNames } from './names.ts'
import { TableEmpty } from './TableEmpty.tsx'
import { Tick } from './Tick.tsx'
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

/** Pixels. */
const layout = { estimatedRowHeight: 64, headingHeight: 30, loaderHeight: 1 }

export function FactGrid({ count, pages, leading, ticked, onTick }: FactGridProps) {
  const { short } = useNames()
  const [full, setFull] = useState<ReadonlySet<string>>(new Set())
  const grid = useRef<HTMLDivElement>(null)
  const { rows, from, place, hasMore, more, fromStart } = pages
  const current = rows[place]
  const items = useRowItems(rows, full, current?.id)
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  useInView(grid, current?.id, place)
  const room = useRoom(grid, count)
  const show = (key: Key): void => {
    const passages = byId.get(String(key))?.cells.flatMap((cell) => cell.passages)
    if (passages) showTogether(passages, leading)
  }
  return (
    <>
      {from > 0 && <RowsBefore count={from} onStart={fromStart} />}
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Table
          ref={grid}
          className="fact-grid"
          aria-label="What the articles tell"
          selectionMode="multiple"
          selectionBehavior="toggle"
          selectedKeys={ticked}
          onSelectionChange={onTick}
          onRowAction={show}
        >
          <FactHeader count={count} leading={leading} />
          <TableBody
            className="fact-body"
            dependencies={[room, leading]}
            renderEmptyState={() =>
              pages.isReady ? <TableEmpty leading={short[leading] ?? 'this article'} /> : null
            }
          >
            <Collection items={items} dependencies={[room, leading]}>
              {(item) => (
                <FactGridRow
                  item={item}
                  count={count}
                  leading={leading}
                  room={room}
                  onFull={(wanted) => setFull((before) => changed(before, item.id, wanted))}
                />
              )}
            </Collection>
            {hasMore && <TableLoadMoreItem onLoadMore={more} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </>
  )
}

/** Says how many rows are not drawn above the first, and goes back to them. */
function RowsBefore({ count, onStart }: { count: number; onStart: () => void }) {
  return (
    <p className="rows-before muted">
      {count.toLocaleString()} rows before these are not shown.{' '}
      <button type="button" className="text-button" onClick={onStart}>
        From the beginning
      </button>
    </p>
  )
}

/** The names of the articles over their columns. */
function FactHeader({ count, leading }: { count: number; leading: number }) {
  const { short, long } = useNames()
  const columns = Array.from({ length: count }, (_, article) => article)
  return (
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
  )
}

function changed(set: ReadonlySet<string>, id: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (wanted) next.add(id)
  else next.delete(id)
  return next
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
