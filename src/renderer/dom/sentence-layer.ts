// Marks of sentences in the margins of a text, counts at the ends of their first lines, and the ground
// under the ones in hand. Elements of their own under the article, never in it; only for what is near
// the view, so that a long article costs no more than a short one.
import { createDrawnBlocks } from './drawn-blocks.ts'
import { createNearBlocks } from './near-blocks.ts'
import { type PassageBox, placeInView } from './place-in-view.ts'
import { drawBlock, type LayerContent } from './sentence-marks.ts'
import type { TextMap } from './text-offsets.ts'

export interface SentenceLayer {
  /** Shows these sentences' marks in place of those before; null takes all away. */
  show(content: LayerContent | null): void
  /** Lays a ground under these sentences and no others; one of them may be the one in hand. */
  light(sentences: readonly number[], inHand: number | null): void
  /**
   * Where a sentence stands, in client pixels: its box, or on which side it is out of view. Null
   * where it is hidden, such as in folded furniture.
   */
  placeOf(sentence: number): PassageBox | 'above' | 'below' | null
  dispose(): void
}

/** Pixels above and below the view in which marks are drawn before they are seen. */
const margin = 400

export function createSentenceLayer(
  host: HTMLElement,
  scroller: HTMLElement,
  map: TextMap,
): SentenceLayer {
  const layer = layerIn(scroller)
  const blocks = createDrawnBlocks(layer)
  const nearBlocks = createNearBlocks(host, margin)
  const stop = new AbortController()
  let content: LayerContent | null = null
  let column = ''
  let drawnAt = 0

  function draw(): void {
    const drawing = content
    if (!drawing) return
    const view = scroller.getBoundingClientRect()
    const style = getComputedStyle(host)
    const box = host.getBoundingClientRect()
    const left = box.left - view.left + Number.parseFloat(style.paddingLeft)
    const right = box.right - view.left - Number.parseFloat(style.paddingRight)
    const now = `${left} ${right} ${style.font}`
    if (now !== column) blocks.clear()
    column = now
    const origin = view.left
    blocks.update(nearBlocks(view), view.top - scroller.scrollTop, ({ element, rect }, top) =>
      drawBlock(map, element, rect, drawing, { origin, left, right, top }),
    )
  }

  function redraw(): void {
    blocks.clear()
    draw()
  }

  function onScroll(): void {
    // Less than half the margin: what came into view has been drawn already.
    if (Math.abs(scroller.scrollTop - drawnAt) < margin / 2) return
    drawnAt = scroller.scrollTop
    draw()
  }

  const options = { signal: stop.signal, passive: true }
  scroller.addEventListener('scroll', onScroll, options)
  host.addEventListener('contentvisibilityautostatechange', draw, { ...options, capture: true })
  host.ownerDocument.fonts.addEventListener('loadingdone', redraw, options)
  const resize = new ResizeObserver(draw)
  resize.observe(host)
  resize.observe(scroller)

  return {
    show(next) {
      content = next
      redraw()
    },
    light: blocks.light,
    placeOf(sentence) {
      const range = content?.sentences[sentence]
      return range ? placeInView(map, scroller.getBoundingClientRect(), range) : null
    },
    dispose() {
      stop.abort()
      resize.disconnect()
      layer.remove()
    },
  }
}

function layerIn(scroller: HTMLElement): HTMLElement {
  const layer = scroller.ownerDocument.createElement('div')
  layer.className = 'sentence-layer'
  layer.setAttribute('aria-hidden', 'true')
  scroller.append(layer)
  return layer
}
