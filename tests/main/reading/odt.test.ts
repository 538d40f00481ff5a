// OpenDocument texts, in an archive and as one XML file.
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { flatOdt, odtParts, png, zipOf } from './samples/archives.ts'
import { contentOf, parsed, shapes } from './support.ts'

const odt = async (body: string): Promise<ParsedArticle> =>
  parsed(await parseArticle(zipOf(odtParts(body)), 'article.odt'))
const p = (text: string, style = ''): string =>
  `<text:p text:style-name="${style}">${text}</text:p>`
const cell = (text: string): string => `<table:table-cell>${p(text)}</table:table-cell>`

/** Declarations that would make gigabytes of text of one word. */
const bomb = (root: string): string =>
  `<!DOCTYPE ${root} [<!-- don't ] --><!ENTITY a "ha>ha]">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}<!ENTITY file SYSTEM "file:///etc/hostname">]>`

describe('declarations before a document', () => {
  test.each([
    ['a.fodt', flatOdt(p('Calm &j; water &file;.')).replace('?>', `?>${bomb('office:document')}`)],
    [
      'a.xhtml',
      `<?xml version="1.0"?>${bomb('html')}<html><head><title>Calm</title></head><body><p>Calm &j; water &file;.</p></body></html>`,
    ],
    ['a.html', `${bomb('page')}<html><body><p>Calm &j; water &file;.</p></body></html>`],
  ])('of %s are no text, and nothing is put in for entities', async (name, source) => {
    const article = parsed(await parseArticle(strToU8(source), name))
    expect(article.text).toBe('Calm &j; water &file;.')
    expect(article.format).toBe(name === 'a.fodt' ? 'odt' : 'html')
  })
})

describe('an OpenDocument text', () => {
  test('has its title, headings, quotes and white space', async () => {
    const article = await odt(
      `${p('The Weir', 'Title')}<text:h text:outline-level="2">Below it</text:h>${p('“So we left.”', 'P1')}${p('a<text:s text:c="4"/>b<text:tab/>c<text:line-break/>d\u00ad-e')}`,
    )
    expect(shapes(article)).toEqual([
      ['heading', 'The Weir'],
      ['heading', 'Below it'],
      ['quote', '“So we left.”'],
      ['paragraph', 'a b c\nd-e'],
    ])
    expect(article.blocks[1]?.level).toBe(2)
    expect(article).toMatchObject({ title: 'The Weir', byline: 'Jonas Rehn', language: 'en-GB' })
  })

  test('has the lines of its code in one block, with their spaces', async () => {
    const code = 'Preformatted_20_Text'
    const article = await odt(
      `${p('Before.')}${p('<text:s text:c="2"/>first', code)}${p('', code)}${p('<text:s text:c="4"/>second\n  half', code)}${p('After.')}`,
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'Before.'],
      ['preformatted', 'first\n\n    second half'],
      ['paragraph', 'After.'],
    ])
    expect(article.text).toContain('\n\n  first\n\n    second')
  })

  test('has headings by style, too', async () => {
    const article = await odt(
      `${p('The Weir', 'Title')}${p('What was found', 'Heading_20_3')}${p('None.')}`,
    )
    expect(article.blocks[1]).toMatchObject({ kind: 'heading', level: 3 })
  })

  test('is known by its first part alone, as programs write it', async () => {
    const bytes = zipOf({
      'mimetype': 'application/vnd.oasis.opendocument.text',
      'content.xml': odtParts(p('Only the words.'))['content.xml'] ?? '',
    })
    expect(parsed(await parseArticle(bytes, 'article.odt')).text).toBe('Only the words.')
  })

  test.each([
    ['alone', {}],
    ['with what is damaged', { mimetype: 'appl?cation/vnd' }],
    ['with the list of its parts', { 'META-INF/manifest.xml': '<manifest/>' }],
  ])('is known by its text %s', async (_, parts) => {
    const content = odtParts(p('Only the words.'))['content.xml'] ?? ''
    const bytes = zipOf({ ...parts, 'content.xml': content })
    expect(parsed(await parseArticle(bytes, 'article.odt')).text).toBe('Only the words.')
  })

  test('is not any archive with a part of that name', async () => {
    const bytes = zipOf({ 'content.xml': '<shop/>', 'shop/list.csv': 'a,b' })
    expect(await parseArticle(bytes, 'a.zip')).toMatchObject({ error: { code: 'not-text' } })
  })

  test('keeps emphasis by style, and links', async () => {
    const article = await odt(
      p(
        'The <text:span text:style-name="T1">whole</text:span> of <text:span text:style-name="T2">it</text:span>, <text:a xlink:href="https://paper.example/">here</text:a>.',
      ),
    )
    expect(
      article.spans.map(({ kind, start, end }) => [kind, article.text.slice(start, end)]),
    ).toEqual([
      ['strong', 'whole'],
      ['emphasis', 'it'],
      ['link', 'here'],
    ])
  })

  test('numbers its lists, also nested ones', async () => {
    const item = (text: string): string => `<text:list-item>${text}</text:list-item>`
    const article = await odt(
      `<text:list text:style-name="L1">${item(p('one'))}${item(`${p('two') + p('still two')}<text:list>${item(p('inner'))}</text:list>`)}</text:list>`,
    )
    expect(article.blocks.map(({ level, marker }) => [level, marker])).toEqual([
      [1, '1.'],
      [1, '2.'],
      [1, undefined],
      [2, '•'],
    ])
  })

  test('tells its notes at the end, and leaves out deletions and comments', async () => {
    const article = await odt(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('Deleted.')}</text:deletion></text:changed-region></text:tracked-changes>${p(`It sank<text:note><text:note-citation>i</text:note-citation><text:note-body>${p('By a foot.')}</text:note-body></text:note><office:annotation>${p('Sure?')}</office:annotation>.`)}${p('The end.')}`,
    )
    expect(article.text).toBe('It sank[1].\n\nThe end.\n\nBy a foot.')
    expect(article.blocks.at(-1)).toMatchObject({ kind: 'footnote', marker: '[1]' })
  })

  test('writes a row of a table as one block, and reads cells of several paragraphs as such', async () => {
    const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`
    const article = await odt(
      `<table:table><table:table-header-rows>${row(cell('Ward') + cell('Votes'))}</table:table-header-rows>${row(cell('North') + cell('12'))}${row(`<table:table-cell>${p('a')}${p('b')}</table:table-cell>${cell('c')}`)}</table:table>`,
    )
    expect(shapes(article)).toEqual([
      ['table-row', 'Ward | Votes'],
      ['table-row', 'North | 12'],
      ['paragraph', 'a'],
      ['paragraph', 'b'],
      ['paragraph', 'c'],
    ])
    expect(article.blocks.map(({ header }) => header)).toEqual([true, ...Array(4).fill(undefined)])
  })

  test('shows a picture and its caption, which stand in a frame', async () => {
    const article = await odt(
      p(
        `Look.<draw:frame><draw:text-box>${p('<draw:frame><svg:desc>The bridge</svg:desc><draw:image xlink:href="Pictures/bridge.png"/></draw:frame>Figure 1: the bridge', 'Illustration')}</draw:text-box></draw:frame>`,
      ),
    )
    expect(shapes(article)).toEqual([
      ['paragraph', 'Look.'],
      ['caption', 'Figure 1: the bridge'],
    ])
    expect(article.pictures).toMatchObject([{ alt: 'The bridge', width: 40 }])
  })

  test('may be one XML file', async () => {
    const image = `<draw:frame><draw:image><office:binary-data>${Buffer.from(png()).toString('base64')}</office:binary-data></draw:image></draw:frame>`
    const bytes = strToU8(flatOdt(p('Flat.') + p(`${image}As a pancake.`)))
    const article = parsed(await parseArticle(bytes, 'article.fodt'))
    expect(article).toMatchObject({ format: 'odt', byline: 'Jonas Rehn' })
    expect(article.blocks.map((block) => contentOf(article, block))).toEqual([
      'Flat.',
      'As a pancake.',
    ])
    expect(article.pictures).toHaveLength(1)
  })

  test('under a password is refused as encrypted', async () => {
    const manifest =
      '<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    const bytes = zipOf(odtParts('', { 'META-INF/manifest.xml': manifest, 'content.xml': 'x' }))
    const result = await parseArticle(bytes, 'a.odt')
    expect(!result.ok && result.error.code).toBe('encrypted')
  })
})
