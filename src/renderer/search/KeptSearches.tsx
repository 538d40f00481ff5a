// The searches that the reader keeps, while nothing is typed. Enter or a click runs one.
import { useRef } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { KeptSearch } from '../../shared/kinds/kept-search.ts'
import { deleteSearch, nameSearch, runSearch } from '../actions/kept-searches.ts'
import { MoreMenu } from '../parts/ChoiceMenu.tsx'
import { useKeyboardAfter } from '../parts/keyboard-after.ts'
import { useRecords } from '../replica/records.ts'
import { useSearch } from '../state/search.ts'
import { backToBox } from './back-to-box.ts'
import './kept.css'

const inWords = new Intl.Collator(undefined, { numeric: true })

export function KeptSearches({ onLeave, onBack }: KeptSearchesProps) {
  const kept = useRecords('kept-search')
  const idle = useSearch((state) => state.query.trim() === '')
  return idle && kept.length > 0 ? <KeptList kept={kept} onLeave={onLeave} onBack={onBack} /> : null
}

interface KeptSearchesProps {
  /** Gives what has the keyboard once the last of them was deleted. */
  readonly onLeave: () => HTMLElement | null
  /** Escape, and the arrow up from the first. */
  readonly onBack: () => void
}

interface KeptListProps extends KeptSearchesProps {
  readonly kept: readonly KeptSearch[]
}

function KeptList({ kept, onLeave, onBack }: KeptListProps) {
  const part = useRef<HTMLElement>(null)
  useKeyboardAfter(part, onLeave)
  const searches = kept.toSorted((a, b) => inWords.compare(a.name, b.name))
  return (
    <section
      ref={part}
      className="kept"
      aria-labelledby="kept-title"
      onKeyDownCapture={backToBox(onBack)}
    >
      <h3 id="kept-title">Kept searches</h3>
      <GridList
        className="kept-list"
        aria-labelledby="kept-title"
        selectionMode="none"
        items={searches}
        onAction={(key) => {
          const search = searches.find(({ id }) => id === key)
          if (search) void runSearch(search)
        }}
      >
        {(search) => <KeptRow search={search} />}
      </GridList>
    </section>
  )
}

function KeptRow({ search }: { readonly search: KeptSearch }) {
  const { id, name, query } = search
  return (
    <GridListItem id={id} textValue={name} className="kept-row">
      <span className="kept-name" dir="auto" title={query}>
        {name}
      </span>
      {query !== name && (
        <span className="kept-query muted" dir="auto">
          {query}
        </span>
      )}
      <MoreMenu
        name={name}
        choices={[
          { name: 'Search', run: () => runSearch(search) },
          { name: 'Name and query…', run: () => nameSearch(search) },
          { name: 'Delete the search', run: () => deleteSearch(search) },
        ]}
      />
    </GridListItem>
  )
}
