// What is on the clipboard after a quote was copied.
import { expect, it } from 'vitest'
import { copiedQuote } from '../../../src/shared/export/copied-quote.ts'
import { quotationOf } from '../../../src/shared/export/quotation.ts'
import { partsOfWords } from '../../../src/shared/text/passage.ts'
import { makeArticle } from './library.ts'

const article = {
  name: 'Council closes <the> bridge',
  byline: 'Ada Finch',
  source: 'Harbour Herald',
  published: '2026-03-03T23:30:00-05:00',
}
const plain = (words: string) => ({ made: partsOfWords(words), remark: null })

it('names author, title, outlet and the day as a person writes it', () => {
  expect(copiedQuote(plain('It is shut.'), article, 'en-GB')).toEqual({
    text: '“It is shut.” (Ada Finch, “Council closes <the> bridge”, Harbour Herald, 3 March 2026)',
    html: '<blockquote><p>It is shut.</p></blockquote><p>(Ada Finch, <cite>Council closes &#60;the&#62; bridge</cite>, Harbour Herald, 3 March 2026)</p>',
  })
})

it.each([
  ['en-US', '2026-03-03', 'March 3, 2026'],
  ['de', '2026-03-03T01:00:00Z', '3. März 2026'],
  ['fr', '2026-03', 'mars 2026'],
  ['en-GB', '2026', '2026'],
  ['en-GB', 'spring', 'spring'],
])('writes for a reader of %s the date %s as %s', (language, published, words) => {
  const { text } = copiedQuote(plain('x'), { ...article, published }, language)
  expect(text).toContain(`Herald, ${words})`)
})

it('leaves out what is not known', () => {
  const bare = { name: 'notes.txt', byline: null, source: null, published: null }
  expect(copiedQuote(plain('x'), bare).text).toBe('“x” (“notes.txt”)')
})

it('keeps lines and paragraphs, with the reference on a line of its own', () => {
  const { text, html } = copiedQuote(plain('one\ntwo\n\nthree'), article, 'en-GB')
  expect(text).toMatch(/^“one\ntwo\n\nthree”\n\(Ada Finch, /)
  expect(html).toContain('<blockquote><p>one<br>two</p><p>three</p></blockquote>')
})

it('says of a highlight that was found again which words it was made on', () => {
  const made = makeArticle(1, [
    { quote: 'the north bank', now: 'the south bank' },
    { quote: 'gone', lost: true },
  ])
  const [moved, lost] = made.resolved.map((row) => copiedQuote(quotationOf(made, row), article))
  expect(moved?.text).toMatch(
    /^“the north bank” \(.*\)\nFound again, not confirmed yet; .*\n“the south bank”$/,
  )
  expect(moved?.html).toMatch(/^<blockquote><p>the north bank.*<blockquote><p>the south bank/)
  expect(lost?.text).toMatch(/^“gone” \(.*\)\nNot found in the text any more; /)
})
