// The fact table: what the articles tell, a row for each thing, a column for each article. Below the
// panes, never over the text.
import { useState } from 'react'
import type { Selection } from 'react-aria-components'
import type { FactRow } from '../../../shared/comparison/fact-row.ts'
import { useCompare } from '../../state/compare.ts'
import { AnnotateRows } from './AnnotateRows.tsx'
import { FactGrid } from './FactGrid.tsx'
import { TableHead } from './TableHead.tsx'
import { TableState } from './TableState.tsx'
import { useChosenRows } from './use-chosen-rows.ts'
import { useRowOrder } from './use-row-order.ts'
import { useRowPages } from './use-row-pages.ts'
import { useTableHeight } from './use-table-height.ts'
import './fact-table.css'

/** Of other texts it begins anew: rows that were ticked are rows of those texts. */
export function FactTable() {
  const texts = useCompare(({ comparison, articles }) =>
    (comparison?.articles ?? []).map(({ textHash }, at) => `${articles[at]} ${textHash}`).join(),
  )
  return <TableOfTexts key={texts} />
}

const notYet: readonly FactRow[] = []

function TableOfTexts() {
  const comparison = useCompare((state) => state.comparison)
  const hand = useCompare((state) => state.hand)
  const { order, leading } = useRowOrder()
  const revision = comparison?.revision ?? 0
  const pages = useRowPages(order, revision, hand)
  const [ticked, setTicked] = useState<Selection>(new Set())
  const { height, separator } = useTableHeight()
  const chosen = useChosenRows(
    order,
    revision,
    pages.isReady ? pages.rows : notYet,
    ticked,
    setTicked,
  )
  return (
    <section className="fact-table" aria-label="Fact table" style={{ height }} data-bare-keys>
      <div className="table-edge" {...separator} />
      <TableHead counts={pages.counts} leading={leading}>
        <AnnotateRows rows={chosen} onDone={() => setTicked(new Set())} />
      </TableHead>
      {comparison ? (
        <FactGrid
          count={comparison.articles.length}
          pages={pages}
          leading={leading}
          ticked={ticked}
          onTick={setTicked}
        />
      ) : (
        <TableState />
      )}
    </section>
  )
}
