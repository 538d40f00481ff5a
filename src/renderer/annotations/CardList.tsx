// The cards of one article as lists of which only what is near the view is drawn: a hundred thousand
// words may carry twenty thousand of them.
import { type FocusEvent, type ReactNode, useRef, useState } from 'react'
import { takeInHand, useAnnotations } from '../state/annotations.ts'
import { AnnotationCard } from './AnnotationCard.tsx'
import type { NoteItems } from './note-items.ts'
import { useCardWindow } from './use-card-window.ts'

export interface CardListProps {
  readonly article: string
  readonly shown: NoteItems
  /** The article's annotations cannot be changed now. */
  readonly frozen: boolean
}

/** Two plain lists, not list boxes: their cards hold buttons and text boxes. */
export function CardList({ article, shown, frozen }: CardListProps) {
  const { items, found, orphans } = shown
  const scroller = useRef<HTMLDivElement>(null)
  const inHand = useAnnotations((state) =>
    state.inHand?.article === article ? state.inHand.id : null,
  )
  const [focused, setFocused] = useState<string | null>(null)
  const virtual = useCardWindow(shown, scroller, inHand, focused)

  const focus = ({ target }: FocusEvent) => {
    const id = idAround(target, items)
    setFocused(id)
    // Keys act on what is in hand, and that is the card one is in.
    if (id !== null && id !== inHand) takeInHand({ article, id })
  }
  const drawn = virtual.getVirtualItems()
  const cards = (from: number, to: number): ReactNode =>
    drawn.flatMap(({ index, key, start }) => {
      const item = items[index]
      if (index < from || index >= to || item?.kind !== 'card') return []
      return [
        <li
          key={key}
          ref={virtual.measureElement}
          className="card-place"
          data-index={index}
          style={{ translate: `0 ${start}px` }}
          aria-setsize={to - from}
          aria-posinset={index - from + 1}
        >
          <AnnotationCard article={article} resolved={item.resolved} frozen={frozen} />
        </li>,
      ]
    })
  const head = drawn.find(({ index }) => items[index]?.kind === 'orphans')

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notes where the keyboard is in the cards
    <div
      ref={scroller}
      className="notes-scroller"
      onFocus={focus}
      onBlur={(event) => leaves(event) && setFocused(null)}
    >
      <div
        className="card-room"
        style={{ height: items.length === 0 ? 0 : virtual.getTotalSize() }}
      >
        <ul className="cards" aria-label="Highlights and notes" data-bare-keys>
          {cards(0, found)}
        </ul>
        {head && (
          <div
            ref={virtual.measureElement}
            className="card-place"
            data-index={head.index}
            style={{ translate: `0 ${head.start}px` }}
          >
            <h3>Not found in the text any more</h3>
            <p className="muted hint">
              The article has changed, or you said that the passage was not the one. Select the
              passage it belongs to and attach it, or leave it: it is kept.
            </p>
          </div>
        )}
        {orphans > 0 && (
          <ul className="cards" aria-label="Not found in the text any more" data-bare-keys>
            {cards(found + 1, items.length)}
          </ul>
        )}
      </div>
    </div>
  )
}

/** Id of the annotation whose card holds an element. */
function idAround(target: Element, items: NoteItems['items']): string | null {
  const place = target.closest('.card-place')?.getAttribute('data-index')
  const item = place ? items[Number(place)] : undefined
  return item?.kind === 'card' ? item.resolved.annotation.id : null
}

const leaves = ({ currentTarget, relatedTarget }: FocusEvent): boolean =>
  !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
