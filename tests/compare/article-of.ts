// Articles for the tests of the comparison: paragraphs in, blocks that tile the text out.
import type { ArticleInput } from '../../src/compare/article.ts'
import type { Block } from '../../src/shared/model/article.ts'

type Paragraph = string | ({ readonly text: string } & Partial<Block>)

/** An article of these paragraphs, a blank line between each two. */
export function articleOf(
  paragraphs: readonly Paragraph[],
  meta: Partial<ArticleInput> = {},
): ArticleInput {
  const blocks: Block[] = []
  let text = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    const { text: own, ...rest } = typeof paragraph === 'string' ? { text: paragraph } : paragraph
    const start = text.length
    text += index < paragraphs.length - 1 ? `${own}\n\n` : own
    blocks.push({ kind: 'paragraph', ...rest, start, end: text.length })
  }
  return {
    title: null,
    source: null,
    published: null,
    language: 'en',
    textHash: String(text.length),
    ...meta,
    text,
    blocks,
  }
}
