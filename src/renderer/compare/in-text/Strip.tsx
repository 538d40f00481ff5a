// The strip beside a pane's scroll bar: the whole article at a glance, the view's window on it.
import { useEffect, useRef } from 'react'
import { measureHeights, type TextHeights } from '../../dom/text-heights.ts'
import type { PaneView } from './pane-views.ts'
import { type StripPart, stripParts, stripPath, type Told } from './strip-rows.ts'

/** Pixels. */
const width = 6
const inset = 6
/** Milliseconds after which the strip follows a text that was laid out anew. */
const settles = 160

const kinds = ['all', 'some', 'only'] as const

export interface StripProps {
  readonly view: PaneView
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly told: readonly Told[]
  readonly label: string
}

export function Strip({ view, sentences, told, label }: StripProps) {
  const strip = useRef<HTMLDivElement>(null)
  const paths = useRef<Partial<Record<StripPart['told'], SVGPathElement | null>>>({})
  const glass = useRef<HTMLDivElement>(null)
  const heights = useRef<TextHeights | null>(null)
  const { host, scroller } = view

  useEffect(() => {
    const element = strip.current
    if (!element) return
    const stop = new AbortController()
    let rows = 0
    let timer: ReturnType<typeof setTimeout> | undefined

    const place = (): void => {
      const bar = scroller.offsetWidth - scroller.clientWidth
      element.style.top = `${scroller.offsetTop + inset}px`
      element.style.right = `${bar + 2}px`
      rows = Math.max(0, scroller.clientHeight - 2 * inset)
      element.style.height = `${rows}px`
    }
    const follow = (): void => {
      const measured = heights.current
      if (!measured || !glass.current || measured.height === 0) return
      const top = host.firstElementChild?.getBoundingClientRect().top ?? 0
      const above = scroller.getBoundingClientRect().top - top
      const from = clamp((above / measured.height) * rows, 0, rows - 4)
      const to = clamp(((above + scroller.clientHeight) / measured.height) * rows, from + 4, rows)
      glass.current.style.top = `${from}px`
      glass.current.style.height = `${to - from}px`
    }
    const draw = (): void => {
      place()
      const measured = measureHeights(host, scroller)
      heights.current = measured
      const scale = measured.height > 0 ? rows / measured.height : 0
      const placed = sentences.map(({ start, end }, index) => ({
        told: told[index] ?? null,
        top: measured.at(start) * scale,
        bottom: measured.at(end) * scale,
      }))
      const parts = stripParts(placed, Math.floor(rows))
      for (const kind of kinds)
        paths.current[kind]?.setAttribute('d', stripPath(parts, kind, width))
      follow()
    }
    const soon = (): void => {
      place()
      follow()
      clearTimeout(timer)
      timer = setTimeout(draw, settles)
    }
    // One pane after the other: six long articles at once would be felt.
    const first = requestIdleCallback(draw, { timeout: settles })
    place()
    const resize = new ResizeObserver(soon)
    resize.observe(host)
    resize.observe(scroller)
    scroller.addEventListener('scroll', follow, { signal: stop.signal, passive: true })
    return () => {
      cancelIdleCallback(first)
      clearTimeout(timer)
      resize.disconnect()
      stop.abort()
    }
  }, [host, scroller, sentences, told])

  /** Brings the place under the pointer to the middle of the view. */
  const goTo = (y: number): void => {
    const box = strip.current?.getBoundingClientRect()
    const measured = heights.current
    const chunk = host.firstElementChild
    if (!box || !measured || !chunk || box.height === 0) return
    const wanted = ((y - box.top) / box.height) * measured.height - scroller.clientHeight / 2
    const top = chunk.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    scroller.scrollTo({ top: scroller.scrollTop + top + wanted, behavior: 'instant' })
  }

  return (
    <div
      ref={strip}
      className="told-strip"
      role="img"
      aria-label={label}
      title={`${label}\nFull width: told by all. Half: by some. Outline: only here. Click to go there.`}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event.clientY)
      }}
      onPointerMove={(event) => {
        if (event.buttons & 1) goTo(event.clientY)
      }}
    >
      <svg width={width} height="100%" aria-hidden="true">
        {kinds.map((kind) => (
          <path
            key={kind}
            data-told={kind}
            ref={(path) => {
              paths.current[kind] = path
            }}
          />
        ))}
      </svg>
      <div ref={glass} className="told-window" />
    </div>
  )
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))
