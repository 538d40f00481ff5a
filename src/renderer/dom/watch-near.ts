// Which elements are near the viewport, as the page tells after each layout: nothing is measured.

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
