// A small control beside the block under the pointer or the caret: is this furniture, or text?
import { FileText, PanelBottomDashed, Undo2 } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { OpenArticle } from '../../shared/model/library.ts'
import { byReader, markFurniture } from '../actions/correct.ts'
import { keyWords } from '../parts/key-words.ts'
import { useApp } from '../state/app.ts'

export interface BlockControlProps {
  readonly article: OpenArticle
  readonly host: RefObject<HTMLElement | null>
  readonly scroller: RefObject<HTMLElement | null>
}

interface Place {
  readonly block: number
  /** Pixels from the scroller's content's corner. */
  readonly x: number
  readonly y: number
}

const size = 26

export function BlockControl({ article, host, scroller }: BlockControlProps) {
  const [place, setPlace] = useState<Place | null>(null)
  const mac = useApp((state) => state.mac)
  const { blocks } = article

  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks stand elsewhere
  useEffect(() => {
    const text = host.current
    const box = scroller.current
    if (!text || !box) return
    setPlace(null)
    const stop = new AbortController()
    const options = { signal: stop.signal, passive: true }
    const show = (node: Node | null): void => {
      const from = node instanceof Element ? node : node?.parentElement
      const element = from?.closest<HTMLElement>('[data-block]')
      if (element && text.contains(element)) setPlace(placeOf(element, text, box))
    }
    text.addEventListener('pointerover', ({ target }) => show(target as Node), options)
    box.addEventListener('pointerleave', () => setPlace(null), options)
    document.addEventListener(
      'selectionchange',
      () => {
        const selection = document.getSelection()
        if (text.contains(document.activeElement)) show(selection?.focusNode ?? null)
      },
      options,
    )
    return () => stop.abort()
  }, [blocks, host, scroller])

  const block = place && blocks[place.block]
  if (!block) return null
  const own = byReader(block)
  const name = own
    ? `Take back: ${block.furniture ? 'marked by you as page furniture' : 'marked by you as text'}`
    : block.furniture
      ? 'Mark as text'
      : 'Mark as page furniture'
  const why = block.furniture && block.why && !own ? `Page furniture: ${block.why}. ` : ''
  const Icon = own ? Undo2 : block.furniture ? FileText : PanelBottomDashed
  return (
    <button
      type="button"
      className="block-control"
      aria-label={name}
      title={`${why}${name} (${keyWords('mark-furniture', mac)})`}
      style={{ translate: `${place.x}px ${place.y}px` }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() =>
        void markFurniture({ article: article.id, start: block.start, end: block.end })
      }
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </button>
  )
}

function placeOf(element: HTMLElement, text: HTMLElement, scroller: HTMLElement): Place {
  const outer = scroller.getBoundingClientRect()
  const column = text.getBoundingClientRect()
  const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const gutter = Number.parseFloat(getComputedStyle(text).paddingInlineEnd) || 0
  const inset = Math.max(2, (gutter - size) / 2)
  return {
    block: Number(element.dataset.block),
    x: Math.round(column.right - outer.left + scroller.scrollLeft - size - inset),
    y: Math.round(rect.top - outer.top + scroller.scrollTop),
  }
}
