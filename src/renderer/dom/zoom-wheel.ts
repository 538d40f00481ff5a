// Ctrl with the wheel, or two fingers drawn apart, which browsers tell as the same: another size of the
// text under the pointer, and of no other.

/** Pixels of the wheel for one step: a notch is a hundred, fingers tell of a few at a time. */
const aStep = 60
/** Milliseconds after which a movement has come to its end. */
const rest = 300
const line = 16

/** @param zoom called once for each step, with its direction */
export function listenToZoom(
  element: HTMLElement,
  zoom: (by: -1 | 1) => void,
  signal: AbortSignal,
): void {
  let gone = 0
  let last = 0
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey || event.deltaY === 0) return
      // The whole page would be zoomed.
      event.preventDefault()
      if (event.timeStamp - last > rest || Math.sign(event.deltaY) !== Math.sign(gone)) gone = 0
      last = event.timeStamp
      gone += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : line)
      if (Math.abs(gone) < aStep) return
      zoom(gone < 0 ? 1 : -1)
      gone = 0
    },
    { passive: false, signal },
  )
}
