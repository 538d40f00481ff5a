// Where a strip stands that shows a whole text: beside the scroll bar, as high as what scrolls.

/** Pixels from the ends of the scroller. */
const inset = 6

/**
 * Puts a strip beside the bar of a scroller that it shares the positioned parent with. Gives its height.
 * @param beside pixels that stand between it and the bar
 */
export function placeStrip(strip: HTMLElement, scroller: HTMLElement, beside = 2): number {
  const bar = scroller.offsetWidth - scroller.clientWidth
  const height = Math.max(0, scroller.clientHeight - 2 * inset)
  strip.style.top = `${scroller.offsetTop + inset}px`
  strip.style.right = `${bar + beside}px`
  strip.style.height = `${height}px`
  return height
}
