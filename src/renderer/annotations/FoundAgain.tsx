// What a card says of a highlight that was found again in a changed text: which words it was made on, what
// differs, and what the reader can say to it. Until then it does not pass for the reader's own marking.
import { useRef } from 'react'
import type { Anchor, Annotation } from '../../shared/model/annotation.ts'
import { attach, confirmPlace, detachPlace } from '../actions/place.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useKeyboardAfter } from '../parts/keyboard-after.ts'
import { quoteOf } from './card-quote.ts'
import { whatChanged } from './what-changed.ts'

export interface FoundAgainProps {
  readonly article: string
  readonly annotation: Annotation
  readonly anchor: Extract<Anchor, { state: 'moved' }>
  /** In hand: nothing is shortened. */
  readonly whole: boolean
  readonly frozen: boolean
}

export function FoundAgain({ article, annotation, anchor, whole, frozen }: FoundAgainProps) {
  const part = useRef<HTMLDivElement>(null)
  const { id, target } = annotation
  const take = { article, id }
  useKeyboardAfter(part, () => quoteOf(id))
  return (
    <div ref={part} className="found-again">
      <Told exact={target.exact} changes={anchor.changes ?? []} whole={whole} />
      {!frozen && (
        <p className="found-again-tools">
          <ActionButton action="confirm-place" onPress={() => void confirmPlace(take)}>
            Confirm
          </ActionButton>
          <ActionButton action="detach" onPress={() => void detachPlace(take)}>
            Not the passage
          </ActionButton>
          <ActionButton action="attach" onPress={() => void attach(take)}>
            Attach elsewhere
          </ActionButton>
        </p>
      )}
    </div>
  )
}

interface ToldProps {
  readonly exact: string
  readonly changes: NonNullable<FoundAgainProps['anchor']['changes']>
  readonly whole: boolean
}

function Told({ exact, changes, whole }: ToldProps) {
  if (changes.length === 0)
    return <p className="muted">Found again elsewhere; the words are the same.</p>
  const { stretches, more } = whatChanged(exact, changes, 'was', whole)
  const put = changes.filter(({ was }) => was === '').map(({ is }) => is)
  return (
    <>
      <p className="muted">Found again; the words were:</p>
      <p className="was-quote" dir="auto">
        <q>
          {stretches.map(({ text, differs }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their place
            differs ? <del key={at}>{text}</del> : <span key={at}>{text}</span>,
          )}
        </q>
      </p>
      {more > 0 && <p className="muted">and {more} more that differ</p>}
      {more === 0 && put.length > 0 && (
        <p className="muted">
          Put in since:{' '}
          {put.slice(0, 3).map((words, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their place
            <bdi key={at}>“{words.length > 60 ? `${words.slice(0, 59)}…` : words}” </bdi>
          ))}
          {put.length > 3 && `and ${put.length - 3} more`}
        </p>
      )}
    </>
  )
}
