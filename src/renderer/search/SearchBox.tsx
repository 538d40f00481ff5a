// The box of the search: finds as one types.
import { Search } from 'lucide-react'
import { type RefObject, useEffect } from 'react'
import { goToFirst, searchFor } from '../actions/search.ts'
import { useSearch } from '../state/search.ts'

interface SearchBoxProps {
  readonly box: RefObject<HTMLInputElement | null>
  readonly onLeave: () => void
  /** The arrow down: on to the lists. */
  readonly onDown: () => void
}

export function SearchBox({ box, onLeave, onDown }: SearchBoxProps) {
  const query = useSearch((state) => state.query)
  const asked = useSearch((state) => state.asked)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [asked, box])

  return (
    <div className="search-box">
      <Search size={14} aria-hidden />
      <input
        ref={box}
        type="search"
        aria-label="Search texts, notes and tags"
        placeholder="Search texts, notes and tags"
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => searchFor(target.value, target.selectionStart ?? 0)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') onLeave()
          else if (event.key === 'ArrowDown') onDown()
          else if (event.key === 'Enter') void goToFirst()
          else return
          event.preventDefault()
        }}
      />
    </div>
  )
}
