// How far down a text each place of it stands, for a strip that shows the whole article. Chunks out of
// view may have a guessed height; in them a place stands by its share of the text.

export interface TextHeights {
  /** Pixels, of all the text. */
  readonly height: number
  /** Pixels of the text above what is in view. */
  readonly above: number
  /** Pixels from the text's top, for an offset. */
  at(offset: number): number
}

interface Knot {
  readonly offset: number
  readonly y: number
}

/** As it is now: to be measured again when the text's layout changes. */
export function measureHeights(host: HTMLElement, scroller: HTMLElement): TextHeights {
  const chunks = [...host.children].filter((child) => child instanceof HTMLElement)
  const top = chunks[0]?.getBoundingClientRect().top ?? 0
  const knots: Knot[] = []
  const put = (element: HTMLElement): void => {
    const rect = element.getBoundingClientRect()
    const { start, end } = element.dataset
    if (rect.height === 0 || start === undefined || end === undefined) return
    knots.push({ offset: Number(start), y: rect.top - top })
    knots.push({ offset: Number(end), y: rect.bottom - top })
  }
  const view = scroller.getBoundingClientRect()
  for (const chunk of chunks) {
    // Asking whether a chunk is laid out would lay it out; what is in view is.
    const { top: from, bottom: to } = chunk.getBoundingClientRect()
    if (to < view.top || from > view.bottom) put(chunk)
    else for (const block of chunk.querySelectorAll<HTMLElement>('[data-block]')) put(block)
  }
  const height = knots.reduce((most, { y }) => Math.max(most, y), 0)

  function at(offset: number): number {
    let low = 0
    let high = knots.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((knots[middle]?.offset ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const before = knots[low - 1]
    const after = knots[low]
    if (!before) return 0
    if (!after || after.offset <= before.offset) return Math.min(before.y, height)
    const share = (offset - before.offset) / (after.offset - before.offset)
    return before.y + (after.y - before.y) * share
  }

  return { height, above: view.top - top, at }
}
