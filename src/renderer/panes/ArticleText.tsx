// One article's text in one pane. React owns the host element; what is in it belongs to the builder
// and the painter, and is reached through a Reader.
import { useEffect, useRef } from 'react'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { sessionChanged } from '../actions/session.ts'
import { holdPictures } from '../client/pictures.ts'
import { buildArticle, type ArticleText as Shown } from '../dom/build-article.ts'
import { createCaret } from '../dom/caret.ts'
import { clearPassing } from '../dom/highlight-ranges.ts'
import { holdPlace } from '../dom/hold-place.ts'
import { createNearMarks } from '../dom/near-marks.ts'
import { createPainter, type PaintedAnnotation, type Painter } from '../dom/painter.ts'
import { loadPictures } from '../dom/picture-loader.ts'
import { watchSelection } from '../dom/selection.ts'
import { createTextMap } from '../dom/text-offsets.ts'
import { watchWideBoxes } from '../dom/wide-boxes.ts'
import { listenToZoom } from '../dom/zoom-wheel.ts'
import { useFault } from '../parts/Boundary.tsx'
import { type JoinedPane, type PaneAdditions, usePaneAdditions } from '../parts/pane-additions.ts'
import { annotationsOf, useAnnotated } from '../replica/annotations.ts'
import { useAnnotations } from '../state/annotations.ts'
import { setTop, topOf, zoomPane } from '../state/panes.ts'
import { registerReader } from '../state/readers.ts'
import { setSelection } from '../state/selection.ts'
import { listenToArticle } from './article-events.ts'
import { createReader } from './create-reader.ts'
import { describeMark } from './describe-mark.ts'
import { inHandOf, takeAt, toPainted } from './in-hand.ts'
import { type KeptView, keepView, restoreView } from './keep-view.ts'
import { PinMarks } from './PinMarks.tsx'
import '../dom/article.css'
import '../dom/highlight.css'
import './text.css'
import './furniture.css'

export interface ArticleTextProps {
  readonly pane: string
  readonly article: OpenArticle
  readonly label: string
}

export function ArticleText({ pane, article, label }: ArticleTextProps) {
  const host = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const kept = useRef<KeptView | null>(null)
  const { join } = usePaneAdditions()
  const { id, text, textHash, blocks, spans, pictures } = article
  const onFault = useFault()

  // Other facts of the article, such as its title, are not the text's.
  useEffect(() => {
    if (!host.current || !scroller.current) return
    const leave = present({
      pane,
      article: { id, text, textHash, blocks, spans, pictures },
      host: host.current,
      scroller: scroller.current,
      kept: kept.current,
      join,
      onFault,
    })
    return () => {
      kept.current = leave()
    }
  }, [pane, id, text, textHash, blocks, spans, pictures, join, onFault])

  return (
    <div className="scroller" ref={scroller} tabIndex={-1}>
      <article
        ref={host}
        className="text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the caret lives here
        tabIndex={0}
        aria-label={label}
        lang={article.language ?? undefined}
        data-bare-keys
      />
      <PinMarks pane={pane} article={id} host={host} />
    </div>
  )
}

interface Presented {
  readonly pane: string
  readonly article: Shown & Pick<OpenArticle, 'id' | 'textHash'>
  readonly host: HTMLElement
  readonly scroller: HTMLElement
  /** How the reader had it before it was drawn anew. */
  readonly kept: KeptView | null
  readonly join: PaneAdditions['join']
  /** Told of what breaks in painting: a listener's error would stop the listeners after it. */
  readonly onFault: (thrown: unknown) => void
}

/** Builds the article into its host and joins it to the stores. Gives the function that lets go. */
function present(presented: Presented): () => KeptView {
  const { pane, article, host, scroller, kept, join, onFault } = presented
  buildArticle(host, article)
  const map = createTextMap(host, article)
  const pictures = holdPictures(article.id, article.textHash)
  let painted: readonly PaintedAnnotation[] = []
  const painter = createPainter(host, article, {
    viewport: scroller,
    describe: (ids) => describeMark(ids.flatMap((one) => painter.get(one) ?? [])),
  })
  let joined: JoinedPane | undefined
  const caret = createCaret(host, map, {
    onMove: (offset) => {
      if (!document.getSelection()?.isCollapsed) return
      takeAt(article.id, painted, offset, 'smallest')
      joined?.caretMoved(offset)
    },
  })
  const place = holdPlace(scroller, map)
  const marks = createNearMarks(scroller, map)
  const reader = createReader(article.id, host, scroller, map, painter, caret, place, marks)
  const stop = new AbortController()

  const paint = (resolved: readonly ResolvedAnnotation[]): void => {
    painted = toPainted(resolved)
    painter.set(painted)
  }
  paint(annotationsOf(useAnnotated.getState(), article.id))
  painter.focus(inHandOf(article.id))
  // Where another pane of it was left a moment ago, as when panes become tabs.
  const top = topOf(pane)
  if (kept && restoreView(kept, map)) place.go({ offset: kept.offset, above: kept.above })
  else place.stay({ offset: top, above: 12 })
  if (kept?.caret && kept.selection) caret.show(kept.selection.focus)

  joined = join({ pane, article, host, scroller, map })
  const leave = [
    joined.leave,
    registerReader(pane, reader),
    loadPictures(host, scroller, pictures),
    pictures.release,
    marks.dispose,
    watchWideBoxes(host),
    ...followAnnotations({ article: article.id, painter, paint, onFault }),
    watchSelection(host, map, (selected) =>
      setSelection(
        pane,
        selected && { pane, article: article.id, start: selected.start, end: selected.end },
      ),
    ),
  ]

  listenToArticle({
    pane,
    article: article.id,
    host,
    map,
    caret,
    reader,
    take: (offset) => takeAt(article.id, painted, offset, 'next'),
    signal: stop.signal,
  })
  listenToZoom(scroller, (by) => zoomPane(pane, by), stop.signal)
  scroller.addEventListener('scroll', sessionChanged, { signal: stop.signal, passive: true })

  return () => {
    const view = keepView(map, scroller, caret.isOn)
    setTop(pane, reader.top())
    place.dispose()
    stop.abort()
    for (const done of leave) done()
    setSelection(pane, null)
    caret.dispose()
    clearPassing(map)
    painter.dispose()
    return view
  }
}

interface FollowedAnnotations {
  readonly article: string
  readonly painter: Painter
  readonly paint: (resolved: readonly ResolvedAnnotation[]) => void
  readonly onFault: Presented['onFault']
}

/** Paints what changes, and which is in hand. Gives the functions that end it. */
function followAnnotations(followed: FollowedAnnotations): readonly (() => void)[] {
  const { article, painter, paint, onFault } = followed
  return [
    useAnnotated.subscribe((now, before) => {
      try {
        const resolved = annotationsOf(now, article)
        if (resolved !== annotationsOf(before, article)) paint(resolved)
      } catch (thrown) {
        onFault(thrown)
      }
    }),
    useAnnotations.subscribe((now, before) => {
      try {
        if (now.inHand !== before.inHand) painter.focus(inHandOf(article))
      } catch (thrown) {
        onFault(thrown)
      }
    }),
  ]
}
