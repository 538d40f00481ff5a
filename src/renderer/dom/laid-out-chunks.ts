// Chunks that have a layout though they are out of view, for as long as the caret is near them.
import type { TextMap } from './text-offsets.ts'

export interface LaidOutChunks {
  /** See `VisibleText.layOutAround`. */
  layOutAround(offset: number): void
  release(): void
}

/** @param isShown whether a block, by its index, is shown */
export function createLaidOutChunks(
  map: TextMap,
  isShown: (block: number) => boolean,
): LaidOutChunks {
  const laidOut = new Set<HTMLElement>()

  function layOutAround(offset: number): void {
    const { node } = map.pointAt(offset)
    const element = node instanceof Element ? node : node.parentElement
    const chunk = element?.closest<HTMLElement>('.chunk')
    if (!chunk) return
    const wanted = new Set([chunk])
    for (const side of ['previousElementSibling', 'nextElementSibling'] as const) {
      let neighbour = chunk[side]
      while (neighbour instanceof HTMLElement) {
        wanted.add(neighbour)
        if (holdsShownBlock(neighbour)) break
        neighbour = neighbour[side]
      }
    }
    for (const old of laidOut) if (!wanted.has(old)) letGo(old)
    for (const next of wanted) {
      if (!laidOut.has(next)) next.style.contentVisibility = 'visible'
      laidOut.add(next)
    }
  }

  const holdsShownBlock = (chunk: Element): boolean =>
    [...chunk.querySelectorAll<HTMLElement>('[data-block]')].some((element) =>
      isShown(Number(element.dataset.block)),
    )

  function letGo(chunk: HTMLElement): void {
    chunk.style.contentVisibility = ''
    laidOut.delete(chunk)
  }

  return {
    layOutAround,
    release: () => {
      for (const chunk of laidOut) letGo(chunk)
    },
  }
}
