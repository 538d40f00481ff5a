// One article's text in one pane. React owns the host element; what is in it belongs to the builder
// and the painter, and is reached through a Reader.
import { useEffect, useRef } from 'react'
import type { ResolvedAnnotation } from '../../shared/model/annotation.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import { sessionChanged } from '../actions/session.ts'
import { buildArticle } from '../dom/build-article.ts'
import { createCaret } from '../dom/caret.ts'
import { clearPassing, setPassing } from '../dom/highlight-ranges.ts'
import { annotationsAt, nextInCycle } from '../dom/hit-test.ts'
import { createPainter, type PaintedAnnotation, type Painter } from '../dom/painter.ts'
import { watchSelection } from '../dom/selection.ts'
import { createTextMap, type TextMap } from '../dom/text-offsets.ts'
import { annotationsOf, takeInHand, useAnnotations } from '../state/annotations.ts'
import { focusPane, setTop } from '../state/panes.ts'
import { type Reader, registerReader } from '../state/readers.ts'
import { setSelection } from '../state/selection.ts'
import { useUi } from '../state/ui.ts'
import { describeMark } from './describe-mark.ts'
import '../dom/article.css'
import '../dom/highlight.css'

export interface ArticleTextProps {
  readonly pane: string
  readonly article: OpenArticle
  /** Offset of the first character in view to begin with. */
  readonly top: number
  readonly label: string
}

export function ArticleText({ pane, article, top, label }: ArticleTextProps) {
  const host = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const firstTop = useRef(top)

  useEffect(() => {
    if (!host.current || !scroller.current) return
    return present(pane, article, host.current, scroller.current, firstTop.current)
  }, [pane, article])

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
    </div>
  )
}

/** Builds the article into its host and joins it to the stores. Gives the function that lets go. */
function present(
  pane: string,
  article: OpenArticle,
  host: HTMLElement,
  scroller: HTMLElement,
  top: number,
): () => void {
  buildArticle(host, article)
  const map = createTextMap(host, article)
  let painted: readonly PaintedAnnotation[] = []
  const painter = createPainter(host, article, {
    viewport: scroller,
    describe: (ids) => describeMark(painted.filter(({ id }) => ids.includes(id))),
  })
  const caret = createCaret(host, map, {
    onMove: (offset) => {
      if (document.getSelection()?.isCollapsed) takeAt(article.id, painted, offset, 'smallest')
    },
  })
  const reader = createReader(article.id, host, scroller, map, painter, caret)
  const stop = new AbortController()
  const options = { signal: stop.signal }

  const paint = (resolved: readonly ResolvedAnnotation[]): void => {
    painted = toPainted(resolved)
    painter.set(painted)
  }
  paint(annotationsOf(useAnnotations.getState(), article.id))
  painter.focus(inHandOf(article.id))
  if (top > 0) scrollToTop(scroller, map, top)

  const leave = [
    registerReader(pane, reader),
    useAnnotations.subscribe((now, before) => {
      const resolved = annotationsOf(now, article.id)
      if (resolved !== annotationsOf(before, article.id)) paint(resolved)
      if (now.inHand !== before.inHand) painter.focus(inHandOf(article.id))
    }),
    watchSelection(host, map, (selected) =>
      setSelection(
        pane,
        selected && { pane, article: article.id, start: selected.start, end: selected.end },
      ),
    ),
  ]

  host.addEventListener(
    'keydown',
    (event) => {
      if (caret.handleKey(event)) event.preventDefault()
    },
    options,
  )
  host.addEventListener('focusin', () => focusPane(pane), options)
  host.addEventListener(
    'click',
    (event) => {
      focusPane(pane)
      if (!document.getSelection()?.isCollapsed) return
      const target = event.target as Element
      const run = target.closest('.furniture-run')
      if (run && !target.closest('mark')) {
        run.toggleAttribute('data-open')
        return
      }
      const link = target.closest<HTMLElement>('[data-href]')
      const at = map.characterFromPoint(event.clientX, event.clientY)
      const hit = at !== null && takeAt(article.id, painted, at, 'next')
      if (!hit && link?.dataset.href) useUi.setState({ link: link.dataset.href })
    },
    options,
  )
  scroller.addEventListener('scroll', sessionChanged, { ...options, passive: true })

  return () => {
    setTop(pane, reader.top())
    stop.abort()
    for (const done of leave) done()
    setSelection(pane, null)
    caret.dispose()
    clearPassing(map)
    painter.dispose()
  }
}

function createReader(
  article: string,
  host: HTMLElement,
  scroller: HTMLElement,
  map: TextMap,
  painter: Painter,
  caret: ReturnType<typeof createCaret>,
): Reader {
  return {
    article,
    focus: () => host.focus({ preventScroll: true }),
    reveal(start, end) {
      const [first] = map.rectsOf(start, end)
      const box = scroller.getBoundingClientRect()
      if (!first || first.top < box.top + 24 || first.bottom > box.bottom - 48)
        scrollToTop(scroller, map, start, box.height / 3)
      if (caret.isOn) caret.show(start)
    },
    range() {
      const selected = map.selectionRange(document.getSelection())
      if (selected) return selected
      const at = caret.offset()
      return at === null ? null : { start: at, end: at }
    },
    clearSelection() {
      const selection = document.getSelection()
      if (selection?.anchorNode && host.contains(selection.anchorNode)) selection.collapseToEnd()
    },
    select(start, end) {
      const range = map.rangeOf(start, end)
      const { startContainer, startOffset, endContainer, endOffset } = range
      document
        .getSelection()
        ?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    },
    mark: (name, passages) => setPassing(name, map, passages),
    toggleCaret() {
      if (caret.isOn) caret.hide()
      else {
        host.focus({ preventScroll: true })
        caret.show()
      }
      return caret.isOn
    },
    top() {
      const box = scroller.getBoundingClientRect()
      if (scroller.scrollTop <= 0) return 0
      return map.offsetFromPoint(box.left + box.width / 2, box.top + 12) ?? 0
    },
    rects: (start, end) => map.rectsOf(start, end),
    focusMark: (id) => painter.marksOf(id)[0]?.focus({ preventScroll: true }),
  }
}

/** Scrolls so that an offset's line stands `above` pixels below the scroller's top. */
function scrollToTop(scroller: HTMLElement, map: TextMap, offset: number, above = 12): void {
  // Chunks that were never in view have a guessed height: the first scroll makes them real, the
  // second puts the line where it belongs.
  for (let pass = 0; pass < 2; pass++) {
    const rect = map
      .rangeOf(offset, Math.min(offset + 1, map.article.text.length))
      .getBoundingClientRect()
    const by = rect.top - scroller.getBoundingClientRect().top - above
    if (Math.abs(by) < 1) return
    scroller.scrollBy({ top: by, behavior: 'instant' })
  }
}

const inHandOf = (article: string): string | null => {
  const { inHand } = useAnnotations.getState()
  return inHand?.article === article ? inHand.id : null
}

/** Takes an annotation at an offset in hand: the smallest, or the one after that in hand now. Gives whether there was one. */
function takeAt(
  article: string,
  painted: readonly PaintedAnnotation[],
  offset: number,
  which: 'smallest' | 'next',
): boolean {
  const ids = annotationsAt(painted, offset).map(({ id }) => id)
  const now = inHandOf(article)
  const id = which === 'next' ? nextInCycle(ids, now) : (ids[0] ?? null)
  if (id !== null) takeInHand({ article, id })
  else if (now !== null) takeInHand(null)
  return id !== null
}

const toPainted = (resolved: readonly ResolvedAnnotation[]): readonly PaintedAnnotation[] =>
  resolved.flatMap(({ annotation, anchor }) =>
    anchor.state === 'orphaned'
      ? []
      : [
          {
            id: annotation.id,
            start: anchor.start,
            end: anchor.end,
            color: annotation.color,
            tags: annotation.tags,
            note: annotation.note,
          },
        ],
  )
