// Which cards are drawn: those near the view, and always the one in hand, the one that has the
// keyboard, and their neighbours, so that what is written and the keyboard's place are never lost.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect } from 'react'
import { guessHeight, type NoteItem, type NoteItems } from './note-items.ts'

/** Pixels between two cards, before the first, after the last, and around one that is scrolled to. */
const gap = 9
const before = 2
const after = 12
const room = 8
/** Cards that are drawn before and after those in view. */
const beyond = 4
/** How far around a card that is held all are drawn: its neighbours, over the head of the orphans too. */
const around = 2

/**
 * Scrolls to the card that is taken in hand, when it is; not to the one that has the keyboard, which is
 * in view where it was pressed: moved away under the pointer, its button would never be clicked.
 * @param inHand id of the annotation in hand, if it is of this article
 * @param focused id of the one whose card has the keyboard
 */
export function useCardWindow(
  { items, places }: NoteItems,
  scroller: RefObject<HTMLElement | null>,
  inHand: string | null,
  focused: string | null,
): Virtualizer<HTMLElement, HTMLElement> {
  const held = [inHand, focused].flatMap((id) => (id === null ? [] : (places.get(id) ?? [])))
  // Another function would have all places counted anew.
  const keyAt = useCallback((index: number) => keyOf(items[index]), [items])
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(items[index]),
    getItemKey: keyAt,
    rangeExtractor: (range) => withHeld(defaultRangeExtractor(range), held, range.count),
    overscan: beyond,
    gap,
    paddingStart: before,
    paddingEnd: after,
    scrollPaddingStart: room,
    scrollPaddingEnd: room,
  })
  // A card that grows while it is written must not move the view; what is wholly above may.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = ({ end }, _by, { scrollOffset }) =>
    end <= (scrollOffset ?? 0)

  const place = inHand === null ? undefined : places.get(inHand)
  const waits = place === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another is taken in hand, or its card comes, not when the list changes around it
  useEffect(() => {
    if (place !== undefined && inHand !== focused) virtual.scrollToIndex(place, { align: 'auto' })
  }, [inHand, waits])
  return virtual
}

const keyOf = (item: NoteItem | undefined): string =>
  item?.kind === 'card' ? item.resolved.annotation.id : 'orphans'

/** The places that are drawn, in order. */
function withHeld(near: readonly number[], held: readonly number[], count: number): number[] {
  const all = new Set(near)
  for (const place of held)
    for (let at = place - around; at <= place + around; at++) if (at >= 0 && at < count) all.add(at)
  return [...all].sort((a, b) => a - b)
}
