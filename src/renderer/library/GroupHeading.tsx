// The line over the rows of a group, which puts them away and shows them again.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { count } from '../actions/came.ts'
import type { HeadingPlace } from './grid/RowGrid.tsx'
import type { Heading } from './grid/row-source.ts'

export interface GroupHeadingProps {
  readonly heading: Heading
  readonly place: HeadingPlace
  readonly onFold: () => void
}

export function GroupHeading({ heading, place, onFold }: GroupHeadingProps) {
  const { name, folded } = heading
  // Rows of a grid that is no tree have no state for it.
  const told = `${name}, ${count(heading.count, 'article')}${folded ? ', folded' : ''}`
  const named = { ...place, 'aria-label': told }
  const Arrow = folded ? ChevronRight : ChevronDown
  return (
    <div {...named} className="group-heading">
      {/* biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row has the keyboard */}
      <div role="gridcell">
        <button type="button" tabIndex={-1} aria-expanded={!folded} onClick={onFold}>
          <Arrow size={13} aria-hidden />
          <GroupName heading={heading} />
        </button>
      </div>
    </div>
  )
}

/** Also where the heading itself is above the view. */
export const GroupName = ({
  heading: { name, count: rows },
}: Pick<GroupHeadingProps, 'heading'>) => (
  <>
    <span className="group-name" dir="auto">
      {name}
    </span>
    <span className="row-count">
      {rows.toLocaleString()}
      <span className="unseen"> {rows === 1 ? 'article' : 'articles'}</span>
    </span>
  </>
)
