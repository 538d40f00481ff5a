// A quotation with the lines and paragraphs that its text gives it. Which line feeds of a text are the
// author's and which those of an editor that wraps lines is said by its blocks; where these are not at
// hand (words that stood in an earlier text), by the lines themselves.
import type { Block } from '../model/article.ts'
import { blockContent, blockIndexAt } from './blocks.ts'

/** A paragraph in its lines, each without white space at its ends; or words that keep all of theirs. */
export type PassagePart =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'preformatted'; readonly text: string }

/**
 * The parts of a range of a text, in order; none where it holds white space alone. Items of a list, rows
 * of a table and what stands on lines below one another are the lines of one part.
 */
export function passageParts(
  text: string,
  blocks: readonly Block[],
  start: number,
  end: number,
): readonly PassagePart[] {
  const parts: PassagePart[] = []
  let open: string[] | null = null
  let before: { readonly block: Block; readonly end: number } | null = null
  for (const block of blocks.slice(Math.max(0, blockIndexAt(blocks, start)))) {
    if (block.start >= end) break
    const content = blockContent(text, block)
    // A block that is preformatted begins with its own indentation.
    const from = Math.max(start, block.kind === 'preformatted' ? block.start : content.start)
    const to = Math.min(end, content.end)
    const words = text.slice(from, to)
    if (words.trim() === '') continue
    if (block.kind === 'preformatted') {
      parts.push({ kind: 'preformatted', text: words.replace(/^\n+/, '').trimEnd() })
      open = null
      before = null
      continue
    }
    const lines = block.breaks ? linesIn(words) : [onOneLine(words)].filter((line) => line !== '')
    if (open && before && goesOn(before.block, block, text.slice(before.end, content.start)))
      open.push(...lines)
    else {
      open = [...lines]
      parts.push({ kind: 'lines', lines: open })
    }
    before = { block, end: content.end }
  }
  return parts
}

/** The same of words alone. */
export function partsOfWords(words: string): readonly PassagePart[] {
  return words
    .split(/\r?\n[^\S\n]*\r?\n/u)
    .map(unwrapped)
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: 'lines', lines }))
}

/** As plain text: a line each, an empty line between paragraphs. */
export const passageText = (parts: readonly PassagePart[]): string =>
  parts.map((part) => (part.kind === 'lines' ? part.lines.join('\n') : part.text)).join('\n\n')

/** Whether a block is the next line of what the one before began. */
function goesOn(before: Block, block: Block, between: string): boolean {
  if (before.kind === block.kind && (block.kind === 'list-item' || block.kind === 'table-row'))
    return true
  return (between.match(/\n/g)?.length ?? 0) < 2
}

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim()

const linesIn = (words: string): readonly string[] =>
  words
    .split('\n')
    .map(onOneLine)
    .filter((line) => line !== '')

/** No editor that wraps lines wraps them shorter. */
const shortestWrapped = 60

/**
 * The lines; one alone where an editor wrapped them: then each is long, and the first word of the next
 * had no room in it. The first of several may begin in its middle.
 */
function unwrapped(words: string): readonly string[] {
  const lines = linesIn(words)
  const width = Math.max(shortestWrapped, ...lines.map((line) => line.length))
  const whole = lines.length > 2 ? lines.slice(1) : lines
  const isWrapped = whole.every((line, i) => {
    const next = whole[i + 1]
    return next === undefined || line.length + 1 + next.search(/\s|$/u) > width
  })
  return isWrapped && lines.length > 1 ? [lines.join(' ')] : lines
}
