// The marks that are drawn at the moment, block by block: kept while their block stays as it was
// measured, and moved where text above it has moved it.
import type { NearBlock } from './near-blocks.ts'
import type { DrawnBlock } from './sentence-marks.ts'

export interface DrawnBlocks {
  /**
   * Draws what came near, takes away what went, moves what has moved.
   * @param top where what is scrolled begins, in client pixels
   * @param draw measures and draws a block that stands so many pixels below it; writes nothing
   */
  update(
    near: readonly NearBlock[],
    top: number,
    draw: (block: NearBlock, at: number) => DrawnBlock,
  ): void
  /** See `DrawnBlock.light`. Holds for blocks that are drawn later, too. */
  light(sentences: readonly number[], inHand: number | null): void
  clear(): void
}

export function createDrawnBlocks(layer: HTMLElement): DrawnBlocks {
  const drawn = new Map<HTMLElement, DrawnBlock>()
  let lit: readonly number[] = []
  let held: number | null = null

  return {
    update(near, top, draw) {
      const made: DrawnBlock[] = []
      const gone = new Map(drawn)
      const moves: [DrawnBlock, number][] = []
      for (const each of near) {
        const { element, rect } = each
        const at = rect.top - top
        const before = drawn.get(element)
        if (before && before.width === rect.width && before.height === rect.height) {
          gone.delete(element)
          if (Math.abs(before.top - at) > 0.1) moves.push([before, at])
          continue
        }
        const block = draw(each, at)
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
    },
    light(sentences, inHand) {
      lit = sentences
      held = inHand
      for (const block of drawn.values()) block.light(lit, held)
    },
    clear() {
      drawn.clear()
      layer.replaceChildren()
    },
  }
}
