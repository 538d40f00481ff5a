// The head of the fact table: which rows are shown, whose order they follow, and what to do with them.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { RowCounts } from '../../../shared/comparison/sections.ts'
import { type TableFilter, tableFilters } from '../../../shared/comparison/table-filter.ts'
import { toggleTable } from '../../actions/compare.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { useBeside } from '../../state/beside.ts'
import { useCompare } from '../../state/compare.ts'
import { useNames } from './names.ts'

export interface TableHeadProps {
  /** Null until they are known. */
  readonly counts: RowCounts | null
  readonly leading: number
  /** Tools for the rows that are ticked. */
  readonly children: ReactNode
}

const isFilter = (key: unknown): key is TableFilter => tableFilters.some((filter) => filter === key)

export function TableHead({ counts, leading, children }: TableHeadProps) {
  const filter = useCompare((state) => state.filter)
  const articles = useCompare((state) => state.articles)
  const { short, long } = useNames()
  const fixed = useBeside((state) => state.leading)
  const name = short[leading] ?? 'this article'
  const words: Readonly<Record<TableFilter, readonly [string, string]>> = {
    all: ['All', 'Everything that is told'],
    shared: ['Shared by all', 'What every article tells'],
    only: ['Only here', `What only ${name} tells`],
    missing: [
      'Missing here',
      articles.length > 2
        ? `What two or more of the others tell, with no match found in ${name}`
        : `What the other tells, with no match found in ${name}`,
    ],
  }
  return (
    <header className="table-head">
      <h2>Fact table</h2>
      <ToggleButtonGroup
        className="table-filters"
        aria-label="Rows"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (isFilter(key)) useCompare.setState({ filter: key })
        }}
      >
        {tableFilters.map((each) => (
          <ToggleButton key={each} id={each} className="table-filter">
            <span title={words[each][1]}>
              {words[each][0]} <span className="filter-count">{counts?.[each]}</span>
            </span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {articles.length > 0 && (
        <label className="table-leading">
          <span className="muted">Order of</span>
          <select
            value={fixed !== null && articles.includes(fixed) ? fixed : ''}
            onChange={({ target }) => useBeside.setState({ leading: target.value || null })}
          >
            <option value="">{name} (in focus)</option>
            {articles.map((id, index) => (
              <option key={id} value={id}>
                {long[index]}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="table-tools">
        {children}
        <IconButton
          name="Close the fact table"
          icon={X}
          action="fact-table"
          onPress={toggleTable}
        />
      </span>
    </header>
  )
}
