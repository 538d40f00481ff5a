// Small helpers that the tests of the loaders share.
import { expect } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { type Block, ParsedArticle } from '../../../src/shared/model/article.ts'
import type { Result } from '../../../src/shared/result.ts'
import { blockContent } from '../../../src/shared/text/blocks.ts'

/** The value of a result that must be there. */
export function parsed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Reads text as if it stood in a UTF-8 file of that name. */
export const read = async (text: string, name = 'article.txt'): Promise<ParsedArticle> =>
  parsed(await parseArticle(new TextEncoder().encode(text), name))

/** What a reader sees of a block. */
export function contentOf(article: Pick<ParsedArticle, 'text'>, block: Block): string {
  const { start, end } = blockContent(article.text, block)
  return article.text.slice(start, end)
}

/** Kind and text of each block. */
export const shapes = (article: ParsedArticle): (readonly [string, string])[] =>
  article.blocks.map((block) => [block.kind, contentOf(article, block)])

/** The text of all blocks that are furniture. */
export const furnitureOf = (article: ParsedArticle): string[] =>
  article.blocks
    .filter(({ furniture }) => furniture === true)
    .map((block) => contentOf(article, block))

/** Some paragraphs of a story, to stand around what is tested. */
export const story = (paragraphs: number): string =>
  Array.from(
    { length: paragraphs },
    (_, i) =>
      `Paragraph ${i + 1} tells how the council of the town met on a wet evening to hear what the engineers had found under the old bridge, and what it would cost to put right.`,
  ).join('\n\n')

/** What holds for every article: blocks tile the text; spans, cells, pictures and parts lie in it. */
export function expectTiled(article: ParsedArticle): void {
  const { text, blocks, spans, pictures, parts } = ParsedArticle.parse(article)
  let at = 0
  for (const block of blocks) {
    expect(block.start).toBe(at)
    expect(block.end).toBeGreaterThan(block.start)
    let cellAt = block.start
    for (const cell of block.cells ?? []) {
      expect(cell.start).toBeGreaterThanOrEqual(cellAt)
      expect(cell.end).toBeGreaterThanOrEqual(cell.start)
      cellAt = cell.end
    }
    expect(cellAt).toBeLessThanOrEqual(block.end)
    at = block.end
  }
  expect(at).toBe(text.length)
  for (const span of spans) {
    expect(span.start).toBeLessThan(span.end)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
  const starts = new Set([...blocks.map(({ start }) => start), text.length])
  for (const { offset } of pictures) expect(starts).toContain(offset)
  let partAt = 0
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(partAt)
    expect(part.end).toBeGreaterThan(part.start)
    partAt = part.end
  }
  expect(partAt).toBeLessThanOrEqual(text.length)
}
