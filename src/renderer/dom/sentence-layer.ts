// Marks of sentences in the margins of a text, counts at the ends of their first lines, and the ground
// under the ones in hand. Elements of their own under the article, never in it; only for what is near
// the view, so that a long article costs no more than a short one.

import { type DrawnBlock, drawBlock, type LayerContent } from './sentence-marks.ts'
import type { TextMap } from './text-offsets.ts'

interface SentenceBox {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface SentenceLayer {
  /** Shows these sentences' marks in place of those before; null takes all away. */
  show(content: LayerContent | null): void
  /** Lays a ground under these sentences and no others; one of them may be the one in hand. */
  light(sentences: readonly number[], inHand: number | null): void
  /**
   * Where a sentence stands, in client pixels: its box, or on which side it is out of view. Null
   * where it is hidden, such as in folded furniture.
   */
  placeOf(sentence: number): SentenceBox | 'above' | 'below' | null
  dispose(): void
}

/** Pixels above and below the view in which marks are drawn before they are seen. */
const margin = 400

export function createSentenceLayer(
  host: HTMLElement,
  scroller: HTMLElement,
  map: TextMap,
): SentenceLayer {
  const document = host.ownerDocument
  const layer = document.createElement('div')
  layer.className = 'sentence-layer'
  layer.setAttribute('aria-hidden', 'true')
  scroller.append(layer)
  const stop = new AbortController()
  const drawn = new Map<HTMLElement, DrawnBlock>()
  const blocksIn = new WeakMap<Element, readonly HTMLElement[]>()
  let content: LayerContent | null = null
  let lit: readonly number[] = []
  let held: number | null = null
  let column = ''

  function clear(): void {
    drawn.clear()
    layer.replaceChildren()
  }

  /** Blocks near the view. Asks no chunk that is not laid out, unless the view is on it. */
  function nearBlocks(view: DOMRect): { element: HTMLElement; rect: DOMRect }[] {
    const found: { element: HTMLElement; rect: DOMRect }[] = []
    for (const chunk of host.children) {
      const box = chunk.getBoundingClientRect()
      if (box.bottom < view.top - margin) continue
      if (box.top > view.bottom + margin) break
      const inView = box.bottom > view.top && box.top < view.bottom
      if (!inView && isSkipped(chunk)) continue
      for (const element of blocksOf(chunk)) {
        const rect = element.getBoundingClientRect()
        if (rect.height === 0 || rect.bottom < view.top - margin) continue
        if (rect.top > view.bottom + margin) break
        found.push({ element, rect })
      }
    }
    return found
  }

  function blocksOf(chunk: Element): readonly HTMLElement[] {
    const known = blocksIn.get(chunk)
    if (known) return known
    const blocks = [...chunk.querySelectorAll<HTMLElement>('[data-block]')]
    blocksIn.set(chunk, blocks)
    return blocks
  }

  /** Draws what came near, takes away what went, moves what text above it has moved. */
  function draw(): void {
    if (!content) return
    const view = scroller.getBoundingClientRect()
    const style = getComputedStyle(host)
    const box = host.getBoundingClientRect()
    const left = box.left - view.left + Number.parseFloat(style.paddingLeft)
    const right = box.right - view.left - Number.parseFloat(style.paddingRight)
    const now = `${left} ${right} ${style.font}`
    if (now !== column) clear()
    column = now
    const top = view.top - scroller.scrollTop
    const near = nearBlocks(view)
    const made: DrawnBlock[] = []
    const gone = new Map(drawn)
    const moves: [DrawnBlock, number][] = []
    for (const { element, rect } of near) {
      const at = rect.top - top
      const before = drawn.get(element)
      if (before && before.width === rect.width && before.height === rect.height) {
        gone.delete(element)
        if (Math.abs(before.top - at) > 0.1) moves.push([before, at])
        continue
      }
      const block = drawBlock(map, element, rect, content, {
        origin: view.left,
        left,
        right,
        top: at,
      })
      block.light(lit, held)
      made.push(block)
    }
    // All has been measured: what is written from here on lays nothing out twice.
    for (const [element, block] of gone) {
      block.root.remove()
      drawn.delete(element)
    }
    for (const [block, at] of moves) block.moveTo(at)
    for (const block of made) {
      drawn.set(block.element, block)
      layer.append(block.root)
    }
  }

  function redraw(): void {
    clear()
    draw()
  }

  function placeOf(sentence: number): SentenceBox | 'above' | 'below' | null {
    const range = content?.sentences[sentence]
    if (!range) return null
    const view = scroller.getBoundingClientRect()
    const { node } = map.pointAt(range.start)
    const element = node instanceof Element ? node : node.parentElement
    const chunk = element?.closest('.chunk')
    if (!chunk) return null
    const box = chunk.getBoundingClientRect()
    if (box.bottom <= view.top) return 'above'
    if (box.top >= view.bottom) return 'below'
    const rects = map.rectsOf(range.start, range.end)
    const first = rects[0]
    const last = rects.at(-1)
    if (!first || !last) return null
    if (last.bottom <= view.top) return 'above'
    if (first.top >= view.bottom) return 'below'
    return {
      top: first.top,
      bottom: last.bottom,
      left: Math.min(...rects.map((rect) => rect.left)),
      right: Math.max(...rects.map((rect) => rect.right)),
    }
  }

  let drawnAt = 0
  function onScroll(): void {
    // Less than half the margin: what came into view has been drawn already.
    if (Math.abs(scroller.scrollTop - drawnAt) < margin / 2) return
    drawnAt = scroller.scrollTop
    draw()
  }

  const options = { signal: stop.signal, passive: true }
  scroller.addEventListener('scroll', onScroll, options)
  host.addEventListener('contentvisibilityautostatechange', draw, { ...options, capture: true })
  document.fonts.addEventListener('loadingdone', redraw, options)
  const resize = new ResizeObserver(draw)
  resize.observe(host)
  resize.observe(scroller)

  return {
    show(next) {
      content = next
      redraw()
    },
    light(sentences, inHand) {
      lit = sentences
      held = inHand
      for (const block of drawn.values()) block.light(lit, held)
    },
    placeOf,
    dispose() {
      stop.abort()
      resize.disconnect()
      layer.remove()
    },
  }
}

/** Whether the browser has not laid out what is in a chunk. */
const isSkipped = (chunk: Element): boolean =>
  chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false
