// Find in one article as one types. Leaving it selects what was found, so that H highlights it.
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createFinder } from '../../shared/text/find.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { closeFind, useFind } from '../state/find.ts'
import { readerOf } from '../state/readers.ts'

export interface FindBarProps {
  readonly pane: string
  readonly text: string
}

/** UTF-16 offsets, end exclusive. */
interface Hit {
  readonly start: number
  readonly end: number
}

export function FindBar({ pane, text }: FindBarProps) {
  const { query, asked, turn } = useFind()
  const [first, setFirst] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const finder = useMemo(() => createFinder(text), [text])
  const found = useMemo(() => finder.find(query), [finder, query])
  const index = found.length === 0 ? -1 : modulo(first + turn, found.length)
  const hit = found[index]

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [asked])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query begins at what is in view
  useEffect(() => {
    const top = readerOf(pane)?.top() ?? 0
    const ahead = found.findIndex(({ start }) => start >= top)
    setFirst(Math.max(0, ahead))
    useFind.setState({ turn: 0 })
  }, [query, pane])

  useShownHits(pane, found, hit)

  const go = (by: 1 | -1) => {
    useFind.setState({ turn: turn + by })
  }
  const leave = () => {
    closeFind()
    const reader = readerOf(pane)
    reader?.focus()
    if (hit) reader?.select(hit.start, hit.end)
  }

  return (
    <search className="find-bar" aria-label="Find in this article">
      <input
        ref={box}
        type="search"
        aria-label="Find"
        placeholder="Find"
        value={query}
        spellCheck={false}
        onChange={(event) => useFind.setState({ query: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            go(event.shiftKey ? -1 : 1)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            leave()
          }
        }}
      />
      <span className="find-count muted" role="status">
        {query.trim() === ''
          ? ''
          : found.length === 0
            ? 'Not found'
            : `${index + 1} of ${found.length}`}
      </span>
      <IconButton name="Previous" icon={ChevronUp} size={15} onPress={() => go(-1)} />
      <IconButton name="Next" icon={ChevronDown} size={15} onPress={() => go(1)} />
      <IconButton name="Close find" icon={X} size={15} onPress={leave} />
    </search>
  )
}

/** Marks all hits in the pane and brings the one at hand into view; takes the marks away at the end. */
function useShownHits(pane: string, found: readonly Hit[], hit: Hit | undefined): void {
  useEffect(() => {
    const reader = readerOf(pane)
    reader?.mark('found', found)
    reader?.mark('found-current', hit ? [hit] : [])
    if (hit) reader?.reveal(hit.start, hit.end)
  }, [pane, found, hit])

  useEffect(
    () => () => {
      readerOf(pane)?.mark('found', [])
      readerOf(pane)?.mark('found-current', [])
    },
    [pane],
  )
}

const modulo = (number: number, by: number): number => ((number % by) + by) % by
