// White space that a page of HTML does not collapse must not make blocks either, in any format.
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { bookParts, odtParts, wordParagraph, wordParts, xhtml, zipOf } from './samples/archives.ts'
import { expectTiled, parsed, shapes } from './support.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const escaped = (text: string): string =>
  text.replace(/[^ -~]/gu, (sign) => `\\u${sign.charCodeAt(0)}?`)
const rtf = (paragraphs: readonly string[]): Uint8Array =>
  bytes(`{\\rtf1\\ansi ${paragraphs.map((text) => `${escaped(text)}\\par`).join(' ')}}`)
const marked = (paragraphs: readonly string[], tag: string): string =>
  paragraphs.map((text) => `<${tag}>${text}</${tag}>`).join('')

const formats: readonly (readonly [string, (paragraphs: readonly string[]) => Uint8Array])[] = [
  ['a.html', (all) => bytes(marked(all, 'p'))],
  ['pre.html', (all) => bytes(`<p>Weir.</p>${marked(all, 'pre')}`)],
  ['a.md', (all) => bytes(all.join('\n\n'))],
  ['raw.md', (all) => bytes(marked(all, 'p'))],
  ['a.txt', (all) => bytes(all.join('\n\n'))],
  ['a.docx', (all) => zipOf(wordParts(all.map((text) => wordParagraph(text)).join('')))],
  ['a.odt', (all) => zipOf(odtParts(marked(all, 'text:p')))],
  [
    'a.epub',
    (all) =>
      zipOf(
        bookParts({
          'OPS/text/one.xhtml': xhtml(marked(all, 'p')),
          'OPS/text/two b.xhtml': xhtml(marked(all, 'p')),
        }),
      ),
  ],
  ['a.rtf', rtf],
]

describe.each(formats)('%s', (name, write) => {
  test.each(['\u3000', '\u2003', '\u2009\u202f', '\u1680', '\u2028'])(
    'has no block for a paragraph of white space alone (%j)',
    async (space) => {
      const article = parsed(
        await parseArticle(write(['Low water.', space, 'High water.', space]), name),
      )
      expectTiled(article)
      const texts = shapes(article).map(([, text]) => text.trim())
      expect(texts).not.toContain('')
      expect(texts).toContain('High water.')
    },
  )
})

test('words set apart by wide white space at the border of an element stay apart', async () => {
  const article = parsed(
    await parseArticle(bytes('<p>Low\u2003<b>water</b>\u3000now</p>'), 'a.html'),
  )
  expect(article.text).toBe('Low water now')
})
