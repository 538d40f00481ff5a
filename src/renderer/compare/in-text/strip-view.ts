// Keeps a strip true to the text beside it: its parts, its place at the scroll bar, and the window that
// shows where the view is.
import { placeStrip } from '../../dom/place-strip.ts'
import { measureHeights, type TextHeights } from '../../dom/text-heights.ts'
import type { PaneView } from './pane-views.ts'
import { type StripPart, stripParts, stripPath, type Told } from './strip-rows.ts'

/** Pixels. */
export const stripWidth = 6
/** Milliseconds after which the strip follows a text that was laid out anew. */
const settles = 160

export const stripKinds = ['all', 'some', 'only'] as const

/** The elements that a strip is made of. */
export interface StripElements {
  readonly strip: HTMLElement
  /** The window on the text. */
  readonly glass: HTMLElement
  readonly paths: Readonly<Partial<Record<StripPart['told'], SVGPathElement | null>>>
}

/** What the strip shows: who tells each sentence of the text. */
interface StripContent {
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly told: readonly Told[]
}

export interface StripView {
  /** Shows this in place of what it showed, as soon as the browser has time for it. */
  show(content: StripContent): void
  /** Brings what stands at a height of the window, in client pixels, to the middle of the view. */
  goTo(y: number): void
  dispose(): void
}

/** Empty until `show`; follows the text from then on. */
export function createStripView(
  { strip, glass, paths }: StripElements,
  { host, scroller }: Pick<PaneView, 'host' | 'scroller'>,
): StripView {
  const stop = new AbortController()
  let content: StripContent | null = null
  let heights: TextHeights | null = null
  let rows = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0

  const place = (): void => {
    rows = placeStrip(strip, scroller)
  }
  const follow = (): void => {
    if (!heights || heights.height === 0) return
    const top = host.firstElementChild?.getBoundingClientRect().top ?? 0
    const above = scroller.getBoundingClientRect().top - top
    const from = clamp((above / heights.height) * rows, 0, rows - 4)
    const to = clamp(((above + scroller.clientHeight) / heights.height) * rows, from + 4, rows)
    glass.style.top = `${from}px`
    glass.style.height = `${to - from}px`
  }
  const draw = (): void => {
    if (!content) return
    const { sentences, told } = content
    place()
    const measured = measureHeights(host, scroller)
    heights = measured
    const scale = measured.height > 0 ? rows / measured.height : 0
    const placed = sentences.map(({ start, end }, index) => ({
      told: told[index] ?? null,
      top: measured.at(start) * scale,
      bottom: measured.at(end) * scale,
    }))
    const parts = stripParts(placed, Math.floor(rows))
    for (const kind of stripKinds)
      paths[kind]?.setAttribute('d', stripPath(parts, kind, stripWidth))
    follow()
  }
  const soon = (): void => {
    place()
    follow()
    clearTimeout(timer)
    timer = setTimeout(draw, settles)
  }
  const resize = new ResizeObserver(soon)
  resize.observe(host)
  resize.observe(scroller)
  scroller.addEventListener('scroll', follow, { signal: stop.signal, passive: true })

  return {
    show(next) {
      content = next
      place()
      cancelIdleCallback(idle)
      // One pane after the other: six long articles at once would be felt.
      idle = requestIdleCallback(draw, { timeout: settles })
    },
    goTo(y) {
      const box = strip.getBoundingClientRect()
      const chunk = host.firstElementChild
      if (!heights || !chunk || box.height === 0) return
      const wanted = ((y - box.top) / box.height) * heights.height - scroller.clientHeight / 2
      const top = chunk.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      scroller.scrollTo({ top: scroller.scrollTop + top + wanted, behavior: 'instant' })
    },
    dispose() {
      cancelIdleCallback(idle)
      clearTimeout(timer)
      resize.disconnect()
      stop.abort()
    },
  }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))
