// A line from the sentence that is shown to its match in the next pane. One layer over the row of
// panes, which follows their scrolling in the same frame.
import { useEffect, useRef } from 'react'
import { useMatches } from '../../actions/matches.ts'
import { useCompare } from '../../state/compare.ts'
import { placeIn, shownOf } from '../../state/compared.ts'
import { held } from '../../state/matches.ts'
import { usePanes } from '../../state/panes.ts'
import { type PaneView, usePaneViews } from './pane-views.ts'
import { type RibbonEnd, ribbonPath } from './ribbon-path.ts'

export function Ribbons() {
  const layer = useRef<SVGSVGElement>(null)
  const path = useRef<SVGPathElement>(null)
  const arrows = useRef<SVGPathElement>(null)
  const shown = useCompare(shownOf)
  const matches = useMatches(shown)
  const possible = useCompare((state) => state.possible)
  const panes = usePanes((state) => state.panes)
  const views = usePaneViews((state) => state.views)

  useEffect(() => {
    const row = layer.current?.closest('main')
    if (!row || !shown || !matches) {
      path.current?.removeAttribute('d')
      arrows.current?.removeAttribute('d')
      return
    }
    const found = held(matches, possible)
    const members = panes.map(({ key }) => {
      const view = views.get(key)
      const place = view ? placeIn(useCompare.getState(), view.article) : null
      if (!view || place === null) return null
      const match =
        place === shown.article ? shown : found.find(({ ref }) => ref.article === place)?.ref
      return match ? { view, sentence: match.sentence } : null
    })
    const pairs = members.flatMap((left, index) => {
      const right = members[index + 1]
      return left && right ? [{ left, right }] : []
    })
    const draw = (): void => {
      const box = row.getBoundingClientRect()
      const ribbons = pairs.flatMap(({ left, right }) => {
        const from = endOf(left.view, left.sentence, 'right', box)
        const to = endOf(right.view, right.sentence, 'left', box)
        return from && to ? [ribbonPath(from, to)] : []
      })
      path.current?.setAttribute('d', ribbons.map(({ line }) => line).join(''))
      arrows.current?.setAttribute('d', ribbons.map(({ heads }) => heads).join(''))
    }
    draw()
    if (pairs.length === 0) return
    const stop = new AbortController()
    // Scrolling is told after it happened and before it is drawn.
    row.addEventListener('scroll', draw, { capture: true, passive: true, signal: stop.signal })
    const resize = new ResizeObserver(draw)
    for (const { left, right } of pairs)
      for (const { view } of [left, right]) {
        resize.observe(view.host)
        resize.observe(view.scroller)
      }
    return () => {
      stop.abort()
      resize.disconnect()
    }
  }, [shown, matches, possible, panes, views])

  return (
    <svg ref={layer} className="ribbons" aria-hidden="true">
      <path ref={path} className="ribbon" />
      <path ref={arrows} className="ribbon-head" />
    </svg>
  )
}

/** Pixels between the text and where a ribbon begins; between the view's edge and one that ends there. */
const outside = 9
const edge = 9

/** Where a ribbon meets a pane, in pixels of the row; null where the sentence is hidden. */
function endOf(
  { layer, scroller, host }: PaneView,
  sentence: number,
  side: 'left' | 'right',
  row: DOMRect,
): RibbonEnd | null {
  const at = layer.placeOf(sentence)
  if (at === null) return null
  const view = scroller.getBoundingClientRect()
  const box = host.getBoundingClientRect()
  const style = getComputedStyle(host)
  const x =
    side === 'left'
      ? Math.max(view.left + 4, box.left + Number.parseFloat(style.paddingLeft) - outside)
      : box.right - Number.parseFloat(style.paddingRight) + outside
  const top = view.top + edge
  const bottom = view.bottom - edge
  const y =
    at === 'above'
      ? top
      : at === 'below'
        ? bottom
        : (Math.max(at.top, view.top) + Math.min(at.bottom, view.bottom)) / 2
  return {
    x: x - row.left,
    y: Math.min(Math.max(y, top), bottom) - row.top,
    away: at === 'above' ? 'up' : at === 'below' ? 'down' : null,
  }
}
