// The article as the tidying rules see it: one line a block, with the few measures that tell prose
// from headlines and scraps.
import { blockContent } from '../../../shared/text/blocks.ts'
import type { DraftBlock } from '../draft.ts'

export interface Line {
  readonly block: DraftBlock
  /** The block's text without white space at its ends; cut at 600 characters. */
  readonly text: string
  /** Length of the whole, in UTF-16 code units; Han, kana and Hangul count as two and a half. */
  readonly weight: number
  readonly words: number
  /** Whether it reads as a passage of a story: long, or shorter but closed like a sentence. */
  readonly prose: boolean
  /** For comparing: lower case, plain quotes, no punctuation at the ends. */
  readonly key: string
}

/** One line for every block that has text, in order. */
export function linesOf(text: string, blocks: readonly DraftBlock[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    const { start, end } = blockContent(text, block)
    if (start < end)
      lines.push(lineOf(text.slice(start, Math.min(end, start + 600)), end - start, block))
  }
  return lines
}

function lineOf(text: string, length: number, block: DraftBlock): Line {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  )
  const weight = Math.round(length + 1.5 * (wide?.length ?? 0))
  const closed = length > 600 || /[.!?…。！？।؟]["”’'»)\]]*$/u.test(text)
  return {
    block,
    text,
    weight,
    words: text.split(/\s+/).length,
    prose: weight >= 130 || (weight >= 60 && closed),
    key: keyOf(text),
  }
}

/** Text made comparable: two headlines with the same key are the same headline. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^["'\s]+|["'.\s]+$/g, '')
    .toLowerCase()

/** Why the scraps above a headline are the page's. */
export const menuAbove = 'Navigation of the page'

/** Marks a line as the page's own; the first reason given stays. */
export function markFurniture(line: Line, why: string, role?: 'title' | 'byline'): void {
  line.block.furniture = true
  line.block.why ??= why
  if (role !== undefined) line.block.role ??= role
}
