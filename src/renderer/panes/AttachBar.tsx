// While a highlight waits to be put on a passage: which, and how. In the pane of its article, so that it is
// in sight wherever the reader has gone from its card.
import { useRef } from 'react'
import { displayQuote } from '../../shared/text/quote.ts'
import { attach, stopAttaching } from '../actions/place.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useKeyboardAfter } from '../parts/keyboard-after.ts'
import { annotationsOf, useAnnotated } from '../replica/annotations.ts'
import { useAnnotations } from '../state/annotations.ts'
import { usePanes } from '../state/panes.ts'
import { readerOf } from '../state/readers.ts'
import { useSelection } from '../state/selection.ts'

export function AttachBar({ pane, article }: { pane: string; article: string }) {
  const id = useAnnotations(({ attaching }) =>
    attaching?.article === article ? attaching.id : null,
  )
  const exact = useAnnotated((state) =>
    id === null
      ? undefined
      : annotationsOf(state, article).find(({ annotation }) => annotation.id === id)?.annotation
          .target.exact,
  )
  // Of several panes of the article, the one that the reader is in.
  const isHere = usePanes(({ panes, focused }) => {
    const its = panes.filter((each) => each.article === article)
    return (its.find(({ key }) => key === focused) ?? its[0])?.key === pane
  })
  return exact === undefined || !isHere ? null : <Bar pane={pane} article={article} exact={exact} />
}

interface BarProps {
  readonly pane: string
  readonly article: string
  readonly exact: string
}

function Bar({ pane, article, exact }: BarProps) {
  const part = useRef<HTMLDivElement>(null)
  const selected = useSelection((state) => state.selected?.article === article)
  useKeyboardAfter(part, () => {
    readerOf(pane)?.focus()
    return null
  })
  return (
    <div ref={part} className="attach-bar" data-bare-keys>
      <p role="status">
        <span className="attach-words">
          Attaching <q dir="auto">{displayQuote(exact)}</q>
        </span>{' '}
        {selected
          ? 'Put it on what is selected?'
          : 'Select its passage in this text, by mouse or caret.'}
      </p>
      <p className="attach-tools">
        {selected && (
          <span
            // The selection must survive a press on the button.
            onPointerDown={(event) => event.preventDefault()}
          >
            <ActionButton action="attach" onPress={() => void attach()}>
              Attach here
            </ActionButton>
          </span>
        )}
        <button type="button" className="text-button" title="Esc" onClick={stopAttaching}>
          Do not attach
        </button>
      </p>
    </div>
  )
}
