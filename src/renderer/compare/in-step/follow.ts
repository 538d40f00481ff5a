// Scrolling in step: the pane in focus leads, and in every other pane the passage that corresponds
// stands at the same height. What the reader scrolls by hand in another pane pairs the two anew.
import { useCompare } from '../../state/compare.ts'
import { type Pane, usePanes } from '../../state/panes.ts'
import { paneOf, type Reader, readerOf } from '../../state/readers.ts'
import { useSteps } from '../../state/steps.ts'
import { heightOf, lineOf, sameHeight } from './heights.ts'
import { createPairing, type Pairing } from './pairing.ts'
import { watchHand } from './watch-hand.ts'

/** Frames in which heights that were guessed become real. */
const mostFrames = 4

/** Begins to follow. Gives the function that ends it. */
export function followScrolling(): () => void {
  const stop = new AbortController()
  const options = { capture: true, passive: true, signal: stop.signal }
  const pairing = createPairing()
  const hand = watchHand(options)
  let frame = 0
  let frames = 0

  function follow(): void {
    frame = 0
    const lead = leading()
    if (!lead) return
    let moved = false
    for (const pane of usePanes.getState().panes)
      if (pane.key !== lead.pane.key && pane.key !== hand.now())
        moved = bring(pairing, lead, pane) || moved
    // What came into view has a real height only now.
    if (moved && ++frames < mostFrames) soon()
  }

  function soon(): void {
    if (frame === 0) frame = requestAnimationFrame(follow)
  }

  function begin(): void {
    frames = 0
    soon()
  }

  const scrolled = ({ target }: Event): void => {
    const pane = paneOf(target)
    const { focused } = usePanes.getState()
    if (pane === null) return
    if (pane === focused) begin()
    else if (pane === hand.now()) {
      const lead = leading()
      const reader = readerOf(pane)
      if (lead && reader) pairing.pairAnew(lead.reader, pane, reader)
    }
  }

  document.addEventListener('scroll', scrolled, options)
  const leave = [
    usePanes.subscribe((now, before) => {
      if (now.focused === before.focused) return
      // Another pane leads: nothing moves until it is scrolled.
      pairing.forget()
      hand.forget()
    }),
    useCompare.subscribe((now, before) => {
      if (now.comparison !== before.comparison || now.pins !== before.pins) begin()
    }),
    useSteps.subscribe(begin),
  ]
  begin()
  return () => {
    stop.abort()
    cancelAnimationFrame(frame)
    for (const done of leave) done()
  }
}

interface Leading {
  readonly pane: Pane
  readonly reader: Reader
}

function leading(): Leading | null {
  const { panes, focused } = usePanes.getState()
  const pane = panes.find(({ key }) => key === focused)
  const reader = readerOf(pane?.key)
  return pane && reader ? { pane, reader } : null
}

/** Puts the corresponding place of a pane at the leading one's height; whether it moved. */
function bring(pairing: Pairing, lead: Leading, pane: Pane): boolean {
  const reader = readerOf(pane.key)
  if (!reader) return false
  const line = lineOf(lead.reader)
  const height =
    pane.article === lead.pane.article
      ? sameHeight(lead.reader, reader, line)
      : heightOf(pairing.chainTo(lead.pane, pane), lead.reader, reader, line)
  if (height === null) return false
  const target = height - line
  const { scrollTop, scrollHeight, clientHeight } = reader.scroller
  const wanted = Math.max(0, Math.min(target, scrollHeight - clientHeight))
  if (Math.abs(wanted - scrollTop) < 1) return false
  reader.scroller.scrollTo({ top: wanted, behavior: 'instant' })
  return true
}
