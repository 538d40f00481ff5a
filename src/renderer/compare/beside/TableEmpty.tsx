// What a filter of the fact table says when no row passes it.
import type { TableFilter } from '../../../shared/comparison/table-filter.ts'
import { useCompare } from '../../state/compare.ts'

export function TableEmpty({ leading }: { leading: string }) {
  const filter = useCompare((state) => state.filter)
  const words: Readonly<Record<TableFilter, string>> = {
    all: 'There is nothing to compare in these articles.',
    shared: 'No passage was found that every article has.',
    only: `For every passage of ${leading} a match was found elsewhere.`,
    missing: `Nothing was found that several others tell and ${leading} does not.`,
  }
  return (
    <p className="muted hint table-empty">
      {words[filter]}
      {filter !== 'all' && ' Choose “All”, or another article to lead.'}
    </p>
  )
}
