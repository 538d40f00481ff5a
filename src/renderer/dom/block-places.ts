// Where each block of an article stands: its element and the offsets of its own text. What the text
// map and the painter both start from.
import type { Block } from '../../shared/model/article.ts'

/** The part of an article that offsets need. */
export interface OffsetText {
  readonly text: string
  readonly blocks: readonly Block[]
}

export interface BlockPlace {
  readonly element: HTMLElement
  /** UTF-16 offsets of the block's text without the white space around it. */
  readonly start: number
  readonly end: number
}

/** By block index; null for a block of white space. Elements last as long as the built article. */
export function readBlocks(host: HTMLElement, article: OffsetText): readonly (BlockPlace | null)[] {
  const places: (BlockPlace | null)[] = article.blocks.map(() => null)
  for (const element of host.querySelectorAll<HTMLElement>('[data-block]')) {
    places[Number(element.dataset.block)] = {
      element,
      start: Number(element.dataset.start),
      end: Number(element.dataset.end),
    }
  }
  return places
}
