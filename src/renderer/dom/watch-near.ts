// Which elements are near the viewport: measured, which lays the page out, or as the page tells after
// each layout, which costs nothing.

export interface NearWatch {
  /** Once is enough. */
  watch(element: Element): void
  /** As of the last frame; false for what was not watched, true for null. */
  isNear(element: Element | null): boolean
  /** Forgets all; may be begun again. */
  stop(): void
}

/**
 * @param viewport the scroller; the window where there is none
 * @param margin share of the viewport's height that counts as near, above and below
 */
export function watchNear(viewport: Element | undefined, margin: number): NearWatch {
  const watched = new Set<Element>()
  const near = new Set<Element>()
  let observer: IntersectionObserver | null = null

  function note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) near.add(target)
      else near.delete(target)
  }

  return {
    watch(element) {
      if (watched.has(element)) return
      watched.add(element)
      observer ??= new IntersectionObserver(note, {
        root: viewport ?? null,
        rootMargin: `${margin * 100}% 0px`,
      })
      observer.observe(element)
    },
    isNear: (element) => element === null || near.has(element),
    stop() {
      observer?.disconnect()
      observer = null
      watched.clear()
      near.clear()
    },
  }
}

/**
 * Those of the blocks that stand near the viewport now. Lays out what was not.
 * @param elementOf a block's element; null for a block that has none
 * @param viewport the scroller; null for the window
 * @param margin as for `watchNear`
 */
export function blocksNear(
  blocks: Iterable<number>,
  elementOf: (block: number) => HTMLElement | null,
  viewport: Element | null,
  margin: number,
): readonly number[] {
  const view = viewport?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, window.innerHeight)
  const reach = view.height * margin
  const isNear = (element: Element): boolean => {
    const rect = element.getBoundingClientRect()
    return rect.bottom >= view.top - reach && rect.top <= view.bottom + reach
  }
  // A chunk that is out of view may not be laid out; asking one of its blocks would lay it out.
  const nearChunks = new Map<Element | null, boolean>()
  return [...blocks].filter((block) => {
    const element = elementOf(block)
    if (!element) return false
    const chunk = element.closest('.chunk')
    let chunkIsNear = nearChunks.get(chunk)
    if (chunkIsNear === undefined) {
      chunkIsNear = chunk === null || isNear(chunk)
      nearChunks.set(chunk, chunkIsNear)
    }
    return chunkIsNear && isNear(element)
  })
}
