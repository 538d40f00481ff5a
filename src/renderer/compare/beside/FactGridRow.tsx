// One row of the fact table: a tick, how many tell it, and what each article says of it.
import { Cell, Row } from 'react-aria-components'
import type { FactCell, FactRow } from '../../../shared/comparison/fact-row.ts'
import { FactCellText } from './FactCellText.tsx'
import { Tick } from './Tick.tsx'
import type { RowItem } from './use-row-items.ts'

export interface FactGridRowProps {
  readonly item: RowItem
  /** Of the articles. */
  readonly count: number
  /** Index of the article whose order is followed. */
  readonly leading: number
  /** See `FactCellText`. */
  readonly room: number
  readonly onFull: (full: boolean) => void
}

const noCell: FactCell = { passages: [], tier: null, hidden: false }

export function FactGridRow({ item, count, leading, room, onFull }: FactGridRowProps) {
  const { row, full, current } = item
  const columns = Array.from({ length: count }, (_, article) => article)
  const told = `${row.tellers} of ${count}`
  return (
    <Row
      id={item.id}
      value={item}
      className="fact-row"
      data-current={current || undefined}
      textValue={told}
    >
      <Cell className="fact-cell">
        <Tick />
      </Cell>
      <Cell focusMode="cell" className="fact-cell tellers" textValue={told}>
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
            onFull={onFull}
          />
        </Cell>
      ))}
    </Row>
  )
}

const isEmpty = (cell: FactCell | undefined): boolean => !cell?.hidden && !cell?.passages.length

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
