// The rows of the fact table as a grid: arrows move in it, Enter or a click shows the passages of a
// row side by side, Space ticks it. Only what is in view is drawn.
import { Check } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  Cell,
  Checkbox,
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
import type { FactCell, FactRow } from '../../../shared/compare/fact-rows.ts'
import { sameRef } from '../../../shared/compare/look-up.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import { showTogether } from '../../actions/show-passage.ts'
import { useCompare } from '../../state/compare.ts'
import { FactCellText } from './FactCellText.tsx'
import { useNames } from './names.ts'
import { TableEmpty } from './TableEmpty.tsx'

export interface FactGridProps {
  readonly comparison: Comparison
  readonly rows: readonly FactRow[]
  /** Index of the article whose order is followed. */
  readonly leading: number
  readonly ticked: Selection
  readonly onTick: (ticked: Selection) => void
}

const isEmpty = (cell: FactCell | undefined): boolean => !cell?.hidden && !cell?.passages.length

/** Rows that the grid knows of at first, and takes in more at a time when their end comes in view. */
const atOnce = 200
const noCell: FactCell = { passages: [], tier: null, hidden: false }
/** Pixels. */
const layout = { estimatedRowHeight: 64, headingHeight: 30, loaderHeight: 1 }

export function FactGrid({ comparison, rows, leading, ticked, onTick }: FactGridProps) {
  const { short, long } = useNames()
  const hand = useCompare((state) => state.hand)
  const [known, setKnown] = useState(atOnce)
  const grid = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows begin anew
  useEffect(() => setKnown(atOnce), [rows])
  const count = comparison.articles.length
  const shown = useMemo(() => rows.slice(0, known), [rows, known])
  const current = hand
    ? rows.find(({ cells }) =>
        cells[hand.article]?.passages.some((passage) => sameRef(passage, hand)),
      )
    : undefined
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const columns = comparison.articles.map((_, article) => article)
  return (
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
          dependencies={[current, short]}
          renderEmptyState={() => <TableEmpty leading={short[leading] ?? 'this article'} />}
        >
          {shown.map((row) => (
            <Row
              key={row.id}
              id={row.id}
              className="fact-row"
              data-current={row === current || undefined}
              textValue={`${row.tellers} of ${count}`}
            >
              <Cell className="fact-cell">
                <Tick />
              </Cell>
              <Cell className="fact-cell tellers" textValue={`${row.tellers} of ${count}`}>
                <span aria-hidden>
                  {row.tellers}/{count}
                </span>
                <span className="unseen">
                  {row.tellers} of {count}
                </span>
                {count > 2 && row.tellers === count - 1 && isEmpty(row.cells[leading]) && (
                  <span className="all-others">all others</span>
                )}
              </Cell>
              {columns.map((article) => (
                <Cell
                  key={article}
                  className="fact-cell"
                  data-leading={article === leading || undefined}
                >
                  <FactCellText cell={row.cells[article] ?? noCell} alone={row.tellers === 1} />
                </Cell>
              ))}
            </Row>
          ))}
          {known < rows.length && (
            <TableLoadMoreItem onLoadMore={() => setKnown((before) => before + atOnce)} />
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  )
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
