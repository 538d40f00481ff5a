// The blocks of an article that are near the view, so that what is drawn beside them costs no more for
// a long article than for a short one.

export interface NearBlock {
  readonly element: HTMLElement
  /** In client pixels. */
  readonly rect: DOMRect
}

/**
 * Gives what finds the blocks of a built article near a view, in the order of the text. Asks no chunk
 * that is not laid out, unless the view is on it.
 * @param margin pixels above and below the view that are near
 */
export function createNearBlocks(
  host: HTMLElement,
  margin: number,
): (view: DOMRect) => NearBlock[] {
  const blocksIn = new WeakMap<Element, readonly HTMLElement[]>()

  function blocksOf(chunk: Element): readonly HTMLElement[] {
    const known = blocksIn.get(chunk)
    if (known) return known
    const blocks = [...chunk.querySelectorAll<HTMLElement>('[data-block]')]
    blocksIn.set(chunk, blocks)
    return blocks
  }

  return (view) => {
    const found: NearBlock[] = []
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
}

/** Whether the browser has not laid out what is in a chunk. */
const isSkipped = (chunk: Element): boolean =>
  chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === false
