// Find in one article as one types, as closely as is chosen. Leaving it selects what was found, so that
// H highlights it, or Enter.
import { ChevronDown, ChevronUp, Highlighter, SquareStack, X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { inFigures, limits } from '../../../shared/model/limits.ts'
import { handleFindKey } from '../../actions/keys.ts'
import { runAction } from '../../actions/run.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { askFor, closeFind, hitAtHand, stepFound, useFind, whenFound } from '../../state/find.ts'
import { readerOf } from '../../state/readers.ts'
import { FindChoices } from './FindChoices.tsx'
import { FindProblem } from './FindProblem.tsx'
import { FoundStrip } from './FoundStrip.tsx'
import { useFinding } from './use-finding.ts'
import './find.css'

export interface FindBarProps {
  readonly pane: string
  readonly text: string
}

export function FindBar({ pane, text }: FindBarProps) {
  const { query, asked, trouble } = useFind()
  const box = useRef<HTMLInputElement>(null)
  const problem = useId()
  useFinding(pane, text)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [asked])

  const leave = () => {
    const hit = hitAtHand()
    closeFind()
    const reader = readerOf(pane)
    reader?.focus()
    if (hit) reader?.select(hit.start, hit.end)
  }

  return (
    <>
      <search
        className="find-bar"
        aria-label="Find in this article"
        onKeyDown={({ nativeEvent }) => {
          if (nativeEvent.key === 'Escape') {
            nativeEvent.preventDefault()
            leave()
          } else handleFindKey(nativeEvent)
        }}
      >
        <div className="find-field">
          <input
            ref={box}
            type="search"
            aria-label="Find"
            aria-invalid={trouble?.why === 'wrong' || undefined}
            aria-describedby={problem}
            placeholder="Find"
            value={query}
            spellCheck={false}
            onChange={(event) => askFor(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return
              event.preventDefault()
              goOn(event.shiftKey ? -1 : 1)
            }}
          />
          <FindCount />
        </div>
        <div className="find-tools">
          <FindChoices />
          <FindTools onLeave={leave} />
        </div>
        <FindProblem id={problem} query={query} trouble={trouble} />
      </search>
      <FoundStrip pane={pane} />
    </>
  )
}

const goOn = (by: 1 | -1): void => void whenFound().then(() => stepFound(by))

function FindTools({ onLeave }: { onLeave: () => void }) {
  return (
    <span className="find-tools-end">
      <IconButton
        name="Previous"
        icon={ChevronUp}
        size={15}
        action="find-previous"
        onPress={() => goOn(-1)}
      />
      <IconButton
        name="Next"
        icon={ChevronDown}
        size={15}
        action="find-next"
        onPress={() => goOn(1)}
      />
      <IconButton
        name="Highlight what was found"
        icon={Highlighter}
        size={15}
        action="highlight-found"
        onPress={() => runAction('highlight-found')}
      />
      <IconButton
        name="Highlight all that was found"
        icon={SquareStack}
        size={15}
        action="highlight-all-found"
        onPress={() => runAction('highlight-all-found')}
      />
      <IconButton name="Close find" icon={X} size={15} onPress={onLeave} />
    </span>
  )
}

function FindCount() {
  const { query, found, at, trouble } = useFind()
  return (
    <span className="find-count muted" role="status">
      {query.trim() === '' || trouble
        ? ''
        : found.length === 0
          ? 'None'
          : countWords(found.length, at)}
    </span>
  )
}

/** “3 of 18”. What is not counted to its end says so. */
const countWords = (count: number, at: number): string =>
  `${inFigures(at + 1)} of ${inFigures(count)}${count === limits.found ? ' or more' : ''}`
