// E-books of both kinds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../../src/main/reading/epub/xhtml.ts'
import { loaderOf } from '../../../src/main/reading/loaders.ts'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { Refused } from '../../../src/main/reading/refused.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import {
  bookParts,
  odtParts,
  type Parts,
  wordParagraph,
  wordParts,
  xhtml,
  zipOf,
} from './samples/archives.ts'
import { contentOf, furnitureOf, parsed } from './support.ts'

const book = async (more: Parts = {}): Promise<ParsedArticle> =>
  parsed(await parseArticle(zipOf(bookParts(more)), 'book.epub'))
const partsOf = ({ text, parts }: ParsedArticle): (readonly [string | null, string])[] =>
  parts.map(({ title, start, end }) => [title, text.slice(start, end)])
const encryption = (method: string, uri: string): string =>
  `<encryption><EncryptedData><EncryptionMethod Algorithm="${method}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`

describe('an e-book', () => {
  test('says what it is by its package', async () => {
    expect(await book()).toMatchObject({
      format: 'epub',
      title: 'The River Wards',
      byline: 'Mara Lindqvist',
      source: 'Weir Press',
      published: '2021-05',
      language: 'en',
    })
  })

  test('has a part for each chapter, named by its contents, what stands beside it last', async () => {
    const article = await book()
    expect(partsOf(article)).toEqual([
      [
        'High Water',
        'One\n\nThe water came up at night.1\n\nBy morning the lanes were gone.\n\nIt had last done so in 1911.',
      ],
      ['Afterwards', 'Two\n\nNobody was asked.'],
    ])
    expect(furnitureOf(article)).toEqual(['High Water', 'Afterwards'])
  })

  test('can be read a chapter at a time', async () => {
    const chapter = parsed(await parseArticle(zipOf(bookParts()), 'book.epub', 0))
    expect(chapter).toMatchObject({ title: 'High Water', byline: 'Mara Lindqvist' })
    expect(chapter.text).toMatch(/^One\n\nThe water/)
    expect(chapter.pictures).toHaveLength(1)
  })

  test('has the text that stands for pages drawn as pictures, in their order', async () => {
    const item = (id: string, href: string, type: string, more = ''): string =>
      `<item id="${id}" href="${href}" media-type="${type}"${more}/>`
    const article = await book({
      'OPS/book.opf': `<package><metadata><title>Leeward</title></metadata><manifest>${item('p1', 'p1.jpg', 'image/jpeg', ' fallback="s1"')}${item('s1', 'p1.svg', 'image/svg+xml', ' fallback="t1"')}${item('t1', 'p1.xhtml', 'application/xhtml+xml')}${item('p2', 'p2.jpg', 'image/jpeg', ' fallback="p2"')}${item('t3', 'p3.xhtml', 'application/xhtml+xml')}</manifest><spine><itemref idref="p1"/><itemref idref="p2"/><itemref idref="t3"/><itemref idref="t1"/></spine></package>`,
      'OPS/p1.xhtml': xhtml('<p>The island lay to leeward.</p>'),
      'OPS/p3.xhtml': xhtml('<p>Nobody rowed there.</p>'),
    })
    expect(article.text).toBe('The island lay to leeward.\n\nNobody rowed there.')
  })

  test('has what is written in the place of a drawing or of a long recording, but no word on what cannot be played', async () => {
    const speech =
      'Mayor: The weir was opened at noon. Keeper: It was opened at eleven, and I have the book here to show it to whoever wants to see. Mayor: Then I was told wrong.'
    const { text } = await book({
      'OPS/text/one.xhtml': xhtml(
        `<h1>One</h1><p>Before.</p><object data="map.svg" type="image/svg+xml"><p>A map: the weir lies above the bridge.</p></object><audio src="talk.mp3" controls="controls"><p>${speech}</p></audio><video src="weir.mp4">Your reader cannot play this.</video><p>After.</p>`,
      ),
    })
    expect(text).toContain(
      `Before.\n\nA map: the weir lies above the bridge.\n\n${speech}\n\nAfter.`,
    )
    expect(text).not.toContain('cannot play')
  })

  test('takes the names of its chapters from the older contents, else from headings', async () => {
    const names = partsOf(await book({ 'OPS/nav.xhtml': xhtml('') })).map(([title]) => title)
    expect(names).toEqual(['Of the older kind', 'Two'])
  })

  test('keeps notes as such, with what points at them', async () => {
    const article = await book()
    const note = article.blocks.find(({ kind }) => kind === 'footnote')
    expect(note).toMatchObject({ marker: '1' })
    expect(note && contentOf(article, note)).toBe('It had last done so in 1911.')
  })

  test('has references that lead to their notes, in the same chapter or another', async () => {
    const parts = {
      'OPS/text/one.xhtml': xhtml(
        '<h1>One</h1><p>The water came.<a epub:type="noteref" href="#f1">1</a> It went.<a href="two%20b.xhtml#f2">2</a></p><aside epub:type="footnote" id="f1"><p>In 1911.</p></aside>',
      ),
      'OPS/text/two b.xhtml': xhtml(
        '<h1>Two</h1><p>Nobody was asked.</p><aside epub:type="footnote" id="f2"><p>Or so.</p></aside>',
      ),
    }
    const article = await book(parts)
    const noted = (of: ParsedArticle): unknown[] =>
      of.spans
        .filter(({ kind }) => kind === 'note')
        .map(({ start, end, note = -1 }) => [
          of.text.slice(start, end),
          of.text.slice(note, note + 6),
        ])
    expect(noted(article)).toEqual([
      ['1', 'In 191'],
      ['2', 'Or so.'],
    ])
    const of = article.parts.findIndex(({ start }) => article.text.startsWith('One', start))
    expect(article.parts[of]?.start).toBeGreaterThan(0)
    const chapter = parsed(await parseArticle(zipOf(bookParts(parts)), 'book.epub', of))
    expect(noted(chapter)).toEqual([['1', 'In 191']])
  })

  test('shows the pictures of its archive', async () => {
    const { pictures, text } = await book()
    expect(pictures).toMatchObject([{ alt: 'Map of the weir', offset: text.indexOf('By morning') }])
  })

  test('under copy protection is refused, with scrambled fonts only it is read', async () => {
    const name = 'META-INF/encryption.xml'
    const fonts = encryption('http://www.idpf.org/2008/embedding', 'OPS/font.otf')
    expect((await book({ [name]: fonts })).title).toBe('The River Wards')
    const text = encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/text/one.xhtml')
    const result = await parseArticle(zipOf(bookParts({ [name]: text })), 'book.epub')
    expect(result).toMatchObject({ ok: false, error: { code: 'encrypted' } })
  })

  test('with a damaged chapter is read without it, and says so', async () => {
    const bytes = zipOf(bookParts())
    const at = Buffer.from(bytes).indexOf('OPS/text/two b.xhtml')
    bytes.fill(0xff, at + 30, at + 50)
    const article = parsed(await parseArticle(bytes, 'book.epub'))
    expect(article.text).toContain('The water came up')
    expect(article.warnings).toEqual([
      {
        code: 'chapter-missing',
        message: 'The chapter in “OPS/text/two b.xhtml” is damaged and was left out.',
      },
    ])
  })

  test('without the list of its chapters is refused as damaged', async () => {
    const { 'OPS/book.opf': _, ...rest } = bookParts()
    const result = await parseArticle(zipOf(rest), 'book.epub')
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  test('that leads out of itself finds nothing there', async () => {
    const article = await book({
      'OPS/text/one.xhtml': xhtml('<p>Here.</p><img src="../../../../etc/hostname" alt="x"/>'),
    })
    expect(article.text).toContain('Here.')
    expect(article.pictures).toEqual([])
  })
})

describe('XHTML', () => {
  test.each([
    ['<title/><p>a</p>', '<title></title><p>a</p>'],
    ['<a id="x/>"/>b', '<a id="x/>"></a>b'],
    ['<br/><IMG src="a/b"/>', '<br/><IMG src="a/b"/>'],
    ['<p><![CDATA[1 < 2]]></p>', '<p>1 &lt; 2</p>'],
    ['<!DOCTYPE html [<!ENTITY a "b">]><p>c</p>', '<p>c</p>'],
    ['<h:html xmlns:h="x"><h:p>a</h:p></h:html>', '<html xmlns:h="x"><p>a</p></html>'],
  ])('%s means the same as HTML', (before, after) => {
    expect(htmlOf(before)).toBe(after)
  })

  test('is made ready in linear time, whatever it holds', () => {
    const start = performance.now()
    for (const piece of [
      '<a ',
      '<a "',
      '<a /',
      `<a '"`,
      `<a b='<a c="`,
      '<![CDATA[',
      '<!DOCTYPE [',
      '<a b="/>',
    ])
      htmlOf(piece.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(4000)
  })
})

describe('a document in an archive', () => {
  const samples = {
    epub: bookParts(),
    docx: wordParts(
      `${wordParagraph('The bridge', 'Titel')}<w:p><w:r><w:t>It sank</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr></w:tbl>`,
    ),
    odt: odtParts(
      '<text:h>H</text:h><text:p>a<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>',
    ),
  } as const
  const change = fc.record({ at: fc.nat(), gone: fc.nat(40), put: fc.string({ maxLength: 12 }) })

  test.each(['epub', 'docx', 'odt'] as const)(
    'of the kind %s is refused or has blocks that tile its text, however it is broken',
    async (format) => {
      const parts: Parts = samples[format]
      const names = Object.keys(parts)
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 5 }),
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 3 }),
          async (changes, flips) => {
            const broken: Record<string, string | Uint8Array> = { ...parts }
            for (const [which, { at, gone, put }] of changes) {
              const name = names[which % names.length] ?? ''
              const part = broken[name]
              if (typeof part !== 'string') continue
              const start = at % (part.length + 1)
              broken[name] = part.slice(0, start) + put + part.slice(start + gone)
            }
            const bytes = zipOf(broken)
            for (const [at, bits] of flips) {
              const place = at % bytes.length
              bytes[place] = (bytes[place] ?? 0) ^ bits
            }
            await expectTiling(format, bytes)
          },
        ),
        { numRuns: 150, seed: 11 },
      )
    },
  )
})

async function expectTiling(format: 'epub' | 'docx' | 'odt', bytes: Uint8Array): Promise<void> {
  try {
    const { text, blocks, spans } = await (await loaderOf(format))(bytes)
    let at = 0
    for (const { start, end } of blocks) {
      expect(start).toBe(at)
      expect(end).toBeGreaterThan(start)
      at = end
    }
    expect(at).toBe(text.length)
    for (const { start, end } of spans) expect(start < end && end <= at).toBe(true)
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
  }
}
