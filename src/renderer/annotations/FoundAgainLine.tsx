// Above the notes: how many wait to be confirmed since the file changed, and what can be done with all of them.
import { useRef } from 'react'
import { confirmAll } from '../actions/place.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useKeyboardAfter } from '../parts/keyboard-after.ts'

export interface FoundAgainLineProps {
  readonly article: string
  readonly count: number
  /** Whether these alone are listed. */
  readonly only: boolean
  readonly onOnly: (only: boolean) => void
  readonly frozen: boolean
}

export function FoundAgainLine({ article, count, only, onOnly, frozen }: FoundAgainLineProps) {
  const part = useRef<HTMLDivElement>(null)
  useKeyboardAfter(part, firstQuote)
  return (
    <div ref={part} className="found-again-line">
      <p role="status">
        {count === 1
          ? 'One highlight was found again in the changed file.'
          : `${count.toLocaleString()} highlights were found again in the changed file.`}{' '}
        Look whether each stands where it belongs.
      </p>
      <p className="found-again-tools">
        {!frozen && (
          <ActionButton action="confirm-all" onPress={() => void confirmAll(article)}>
            {count === 1 ? 'Confirm it' : 'Confirm all'}
          </ActionButton>
        )}
        <button
          type="button"
          className="text-button"
          aria-pressed={only}
          onClick={() => onOnly(!only)}
        >
          List only these
        </button>
      </p>
    </div>
  )
}

const firstQuote = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.notes .card-quote')
