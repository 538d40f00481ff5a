// The button of a card that quotes its passage: where the keyboard goes when another part of the card goes away.
export const quoteOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.card[data-annotation="${CSS.escape(id)}"] .card-quote`)
