// The searches that the reader keeps, while nothing is typed. Enter or a click runs one.
import { Ellipsis } from 'lucide-react'
import {
  Button,
  GridList,
  GridListItem,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import type { KeptSearch } from '../../shared/kinds/kept-search.ts'
import { deleteSearch, nameSearch, runSearch } from '../actions/kept-searches.ts'
import { useRecords } from '../replica/records.ts'
import { useSearch } from '../state/search.ts'
import './kept.css'

const inWords = new Intl.Collator(undefined, { numeric: true })

export function KeptSearches() {
  const kept = useRecords('kept-search')
  const idle = useSearch((state) => state.query.trim() === '')
  if (!idle || kept.length === 0) return null
  const searches = kept.toSorted((a, b) => inWords.compare(a.name, b.name))
  return (
    <section className="kept" aria-labelledby="kept-title">
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
      <MenuTrigger>
        <Button className="icon-button" aria-label={`Actions for ${name}`}>
          <Ellipsis size={15} aria-hidden />
        </Button>
        <Popover className="popover menu-popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={name}
            onAction={(key) => {
              if (key === 'run') void runSearch(search)
              else if (key === 'rename') nameSearch(search)
              else void deleteSearch(search)
            }}
          >
            <MenuItem id="run" className="menu-item">
              Search
            </MenuItem>
            <MenuItem id="rename" className="menu-item">
              Name and query…
            </MenuItem>
            <MenuItem id="delete" className="menu-item">
              Delete the search
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </GridListItem>
  )
}
