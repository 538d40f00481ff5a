// Office documents without a title of their own: a headline only where one surely stands.
import { describe, expect, test } from 'vitest'
import { inOrder } from '../../../src/main/reading/office/facts.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { odtParts, wordParagraph as p, wordParts, zipOf } from './samples/archives.ts'
import { parsed, story } from './support.ts'

const word = async (...paragraphs: string[]): Promise<ParsedArticle> =>
  parsed(await parseArticle(zipOf(wordParts(paragraphs.join(''))), 'article.docx'))
const odt = async (...lines: string[]): Promise<ParsedArticle> =>
  parsed(
    await parseArticle(
      zipOf(odtParts(lines.map((line) => `<text:p>${line}</text:p>`).join(''))),
      'article.odt',
    ),
  )
const rtf = async (...lines: string[]): Promise<ParsedArticle> =>
  parsed(
    await parseArticle(
      new TextEncoder().encode(`{\\rtf1\\ansi ${lines.map((line) => `${line}\\par`).join(' ')}}`),
      'article.rtf',
    ),
  )
const plain = (...lines: string[]): Promise<ParsedArticle> => word(...lines.map((line) => p(line)))

describe.each([
  ['Word', plain],
  ['OpenDocument', odt],
  ['rich text', rtf],
])('the title of a document of %s', (_, read) => {
  test('is the line right above the text', async () => {
    const article = await read(
      'Quay Street Bridge Is Shut',
      'By Ada Holm',
      '4 March 2026',
      story(1),
    )
    expect(article).toMatchObject({
      title: 'Quay Street Bridge Is Shut',
      published: '2026-03-04',
    })
  })

  test.each([
    [
      'a sentence with a note',
      ['The quay sank.[1] It rose again.[2]', 'Told by the harbour master.'],
    ],
    ['a line after the text has begun', [story(1), 'What the engineers found', story(1)]],
    ['a lone line', ['Third list of three']],
    ['a line of a form', ['Name of the applicant', 'Street and number', '4 March 2026']],
    ['the first words of a note', ['See above.', 'Minutes of Monday', 'Done.']],
  ])('is not %s', async (_name, lines) => {
    expect(await read(...lines)).toMatchObject({ title: null, published: null })
  })
})

describe('a document', () => {
  test('has no note reference in its title', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const heading = '<w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>The Weir</w:t></w:r>'
    const article = await word(`<w:p>${heading}${reference}</w:p>`, p(story(1)))
    expect(article.title).toBe('The Weir')
    expect(article.text).toMatch(/^The Weir\[1\]/)
  })

  test('has no title from the middle of a list', async () => {
    const item = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const article = await word(item('Rope'), item('Buoys'), p('And for the boat'), item('Oil'))
    expect(article.title).toBeNull()
  })

  test.each([
    ['Okafor, Pell J.', 'Pell J. Okafor'],
    ['van den Berg, Ludwig', 'Ludwig van den Berg'],
    ['Holm, Ada', 'Ada Holm'],
    ['Ada Holm, Ivo Strand', 'Ada Holm, Ivo Strand'],
    ['Weir Press, Inc.', 'Weir Press, Inc.'],
    ['Rehn, Jr.', 'Rehn, Jr.'],
    ['Ada Holm', 'Ada Holm'],
    ['Holm, Ada, Strand, Ivo', 'Holm, Ada, Strand, Ivo'],
  ])('that names its author as “%s” is by %s', (name, spoken) => {
    expect(inOrder(name)).toBe(spoken)
  })
})
