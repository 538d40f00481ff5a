// Where in the whole text the hits stand, beside the scroll bar. A click goes to the nearest.
import { useCallback, useEffect, useRef } from 'react'
import { placeStrip } from '../../dom/place-strip.ts'
import { measureHeights } from '../../dom/text-heights.ts'
import { goToFound, useFind } from '../../state/find.ts'
import { readerOf } from '../../state/readers.ts'
import { marksPath, nearest } from './found-rows.ts'

/** Pixels. */
const width = 6
/** Pixels between it and the bar: the strip of a comparison may stand there. */
const beside = 2
const besideComparison = 12
/** Milliseconds after which it follows a text that was laid out anew. */
const settles = 120

export function FoundStrip({ pane }: { pane: string }) {
  const count = useFind((state) => state.found.length)
  const strip = useRef<HTMLDivElement>(null)
  const all = useRef<SVGPathElement>(null)
  const hand = useRef<SVGPathElement>(null)
  const tops = useRef<readonly number[]>([])

  const draw = useCallback(() => {
    const reader = readerOf(pane)
    const { found, at } = useFind.getState()
    if (!strip.current || !reader) return
    const { scroller } = reader
    const host = scroller.querySelector<HTMLElement>('article')
    const isCompared = strip.current.parentElement?.querySelector('.told-strip') != null
    const rows = placeStrip(strip.current, scroller, isCompared ? besideComparison : beside)
    if (!host) return
    const heights = measureHeights(host, scroller)
    const scale = heights.height > 0 ? rows / heights.height : 0
    tops.current = found.map(({ start }) => heights.at(start) * scale)
    all.current?.setAttribute('d', marksPath(tops.current, rows, width))
    hand.current?.setAttribute('d', marksPath(tops.current.slice(at, at + 1), rows, width))
  }, [pane])

  useEffect(() => {
    const scroller = readerOf(pane)?.scroller
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(draw, settles)
    }
    draw()
    const resize = new ResizeObserver(soon)
    if (scroller?.firstElementChild) resize.observe(scroller.firstElementChild)
    if (scroller) resize.observe(scroller)
    const unsubscribe = useFind.subscribe(({ found, at }, before) => {
      if (found !== before.found || at !== before.at) requestAnimationFrame(draw)
    })
    return () => {
      clearTimeout(timer)
      resize.disconnect()
      unsubscribe()
    }
  }, [pane, draw])

  return (
    <div
      ref={strip}
      className="found-strip"
      role="img"
      aria-label={`${count} found in this article`}
      title="Where it was found. Click to go there."
      hidden={count === 0}
      onPointerDown={(event) => {
        // The keyboard stays where it is.
        event.preventDefault()
        const { top } = event.currentTarget.getBoundingClientRect()
        const hit = nearest(tops.current, event.clientY - top)
        if (hit >= 0) goToFound(hit)
      }}
    >
      <svg width={width} height="100%" aria-hidden="true">
        <path ref={all} />
        <path ref={hand} data-at-hand />
      </svg>
    </div>
  )
}
