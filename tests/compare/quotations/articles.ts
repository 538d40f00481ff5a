// Articles for the tests of quotations: plain paragraphs, a line feed between two.
import type { ArticleInput } from '../../../src/compare/article.ts'
import type { Block } from '../../../src/shared/model/article.ts'

/** An article of paragraphs; one that begins with `# ` is its headline, with `~ ` furniture. */
export function articleOf(...paragraphs: readonly string[]): ArticleInput {
  let text = ''
  const blocks: Block[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const start = text.length
    text += paragraph.replace(/^[#~] /, '') + (index < paragraphs.length - 1 ? '\n\n' : '')
    const isTitle = paragraph.startsWith('# ')
    blocks.push({
      kind: isTitle ? 'heading' : 'paragraph',
      start,
      end: text.length,
      ...(isTitle && { role: 'title' as const }),
      ...(paragraph.startsWith('~ ') && { furniture: true as const }),
    })
  }
  return { title: null, source: null, published: null, language: 'en', text, textHash: '', blocks }
}
