// Blocks tile the text, white space between them included. This tells content from separator.
import type { Block } from '../model/article.ts'

/**
 * The part of a block that is read: without the white space at its ends.
 * Gives an empty range at the block's start when the block is all white space.
 */
export function blockContent(
  text: string,
  block: Pick<Block, 'start' | 'end'>,
): { readonly start: number; readonly end: number } {
  let { start, end } = block
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return start === end ? { start: block.start, end: block.start } : { start, end }
}

/** Index of the block that holds an offset; the last block for the text's end. -1 without blocks. */
export function blockIndexAt(
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  offset: number,
): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return high < 0 ? -1 : low
}

// The white space of HTML and of plain text, with no-break space; zero-width characters are text.
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff
