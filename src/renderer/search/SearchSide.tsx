// The left side while the library is searched: the box, what could be typed, and what was found.
import { BookmarkPlus, X } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import type { SearchAnswer } from '../../shared/model/search.ts'
import { keepSearch } from '../actions/kept-searches.ts'
import { searchAgain } from '../actions/search.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { listRow, useKeyboardAfter } from '../parts/keyboard-after.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { articlesAtMost, hideSearch, useSearch } from '../state/search.ts'
import { useUi } from '../state/ui.ts'
import { FoundList } from './FoundList.tsx'
import { KeptSearches } from './KeptSearches.tsx'
import { Problems } from './Problems.tsx'
import { SearchBox } from './SearchBox.tsx'
import { Suggestions } from './Suggestions.tsx'
import './search.css'

export function SearchSide() {
  const side = useRef<HTMLElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const leave = () => {
    hideSearch()
    // Over the text the library's list would be in the way of what one goes back to.
    useUi.setState({ drawer: null })
    const text = readerOf(usePanes.getState().focused)
    if (text) text.focus()
    else requestAnimationFrame(() => requestAnimationFrame(() => listRow()?.focus()))
  }
  return (
    <search ref={side} className="side library-side search-side" aria-label="Search the library">
      <div className="side-header">
        <h2>Search</h2>
        <span className="side-tools">
          <IconButton
            name="Keep this search…"
            icon={BookmarkPlus}
            size={15}
            action="keep-search"
            onPress={keepSearch}
          />
          <IconButton name="Back to the library" icon={X} onPress={leave} />
        </span>
      </div>
      <SearchBox box={box} onLeave={leave} onDown={() => focusList(side)} />
      <Problems box={box} />
      {/* Not to the box: what is undone next is the deletion, not what was typed. */}
      <KeptSearches onLeave={() => firstTool(side)} onBack={() => box.current?.focus()} />
      <Suggestions box={box} />
      <FoundList onBack={() => box.current?.focus()} />
      <Footer />
    </search>
  )
}

/** The first list under the box: what is kept, what could be typed, or what was found. */
const focusList = (side: RefObject<HTMLElement | null>): void =>
  side.current?.querySelector<HTMLElement>('[role="option"], [role="row"]')?.focus()

const firstTool = (side: RefObject<HTMLElement | null>): HTMLElement | null =>
  side.current?.querySelector<HTMLElement>('.side-tools button:not([disabled])') ?? null

/** How many were found, and how complete that is. */
function Footer() {
  const { found, error, query } = useSearch()
  const shown = found?.articles.length ?? 0
  const canShowMore = (found?.total ?? 0) > shown && shown < articlesAtMost
  return (
    <div className="search-foot muted">
      <p role="status">
        {error ? `${error.message} ${error.advice}` : query.trim() === '' ? '' : inWords(found)}
      </p>
      {canShowMore && <ShowMore />}
    </div>
  )
}

function ShowMore() {
  const button = useRef<HTMLButtonElement>(null)
  const articles = useSearch(({ found }) => found?.articles.length ?? 0)
  // To the first of those that were not there.
  useKeyboardAfter(button, () =>
    document
      .querySelectorAll('.found-article')
      [articles]?.querySelector<HTMLElement>('[role="option"]'),
  )
  return (
    <button
      ref={button}
      type="button"
      className="button"
      onClick={() => {
        useSearch.setState({ most: articlesAtMost })
        searchAgain()
      }}
    >
      Show more
    </button>
  )
}

function inWords(found: SearchAnswer | null): string {
  if (!found) return ''
  const { total, left, problems } = found
  if (problems.some(({ refused }) => refused)) return 'Not searched yet'
  const count =
    total === 0
      ? 'Nothing found'
      : `${total.toLocaleString()} ${total === 1 ? 'article' : 'articles'}`
  return left === null ? count : `${count} · ${leftInWords(left)}`
}

const leftInWords = (left: number): string =>
  left === 0
    ? 'looking for what is new'
    : `${left.toLocaleString()} still to be taken in: more may be found`
