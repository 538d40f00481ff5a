// What is not well formed in a query, shown at its place, with what to do about it.
import type { RefObject } from 'react'
import { useSearch } from '../state/search.ts'

export function Problems({ box }: { readonly box: RefObject<HTMLInputElement | null> }) {
  const found = useSearch((state) => state.found)
  const query = useSearch((state) => state.foundFor)
  // What could stand behind an operator is being offered: that nothing does yet is no mistake.
  const isOffered = useSearch(
    (state) => state.suggestions?.suggestions.some(({ kind }) => kind === 'value') === true,
  )
  const problems = (found?.problems ?? []).filter(
    ({ end }) => !(isOffered && end === query.length && query.endsWith(':')),
  )
  if (problems.length === 0) return null
  return (
    <ul className="search-problems" aria-label="What the search could not make out">
      {problems.map(({ start, end, message, advice }) => (
        <li key={`${start} ${message}`}>
          <button
            type="button"
            className="search-problem-place"
            title="Go to it"
            onClick={() => {
              box.current?.focus()
              box.current?.setSelectionRange(start, end)
            }}
          >
            {start > around && '…'}
            {start > 0 && query.slice(Math.max(0, start - around), start)}
            <mark>{query.slice(start, Math.min(end, start + longest)) || '…'}</mark>
            {query.slice(end, end + around)}
            {query.length > end + around && '…'}
          </button>
          <span className="search-problem-words">
            <span>{message}</span>
            <span className="muted">{advice}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** UTF-16 code units that are shown on each side of the place, and of the place itself. */
const around = 16
const longest = 40
