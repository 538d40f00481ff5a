// Which pane the reader scrolls by hand: the one that wheel, touch or key has reached last, for a moment.
import { paneOf } from '../../state/readers.ts'

/** Milliseconds after wheel, touch or key in which a scroll counts as the reader's. */
const handFor = 700

export interface Hand {
  /** The pane's key; null while none is scrolled by hand. */
  now(): string | null
  forget(): void
}

/** @param options of the listeners; their signal ends the watching */
export function watchHand(options: AddEventListenerOptions): Hand {
  let hand: { readonly pane: string; readonly at: number } | null = null
  const byHand = ({ target }: Event): void => {
    const scroller = target instanceof Element ? target.closest('.scroller') : null
    const pane = paneOf(scroller)
    if (pane !== null) hand = { pane, at: performance.now() }
  }
  for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    document.addEventListener(event, byHand, options)
  return {
    now: () => (hand !== null && performance.now() - hand.at < handFor ? hand.pane : null),
    forget() {
      hand = null
    },
  }
}
