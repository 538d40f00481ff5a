// The strip beside a pane's scroll bar: the whole article at a glance, the view's window on it.
import { useEffect, useRef } from 'react'
import type { PaneView } from './pane-views.ts'
import type { StripPart, Told } from './strip-rows.ts'
import { createStripView, type StripView, stripKinds, stripWidth } from './strip-view.ts'

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
  const shown = useRef<StripView>(null)
  const { host, scroller } = view

  useEffect(() => {
    if (!strip.current || !glass.current) return
    const elements = { strip: strip.current, glass: glass.current, paths: paths.current }
    const made = createStripView(elements, { host, scroller })
    shown.current = made
    return () => {
      shown.current = null
      made.dispose()
    }
  }, [host, scroller])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has another view.
  useEffect(() => shown.current?.show({ sentences, told }), [host, scroller, sentences, told])

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
        shown.current?.goTo(event.clientY)
      }}
      onPointerMove={(event) => {
        if (event.buttons & 1) shown.current?.goTo(event.clientY)
      }}
    >
      <svg width={stripWidth} height="100%" aria-hidden="true">
        {stripKinds.map((kind) => (
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
