// What of a page is the article, what its furniture, and what the page says of itself.
import { describe, expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/shared/model/article.ts'
import { read, story } from './support.ts'

const wordsOf = ({ text, blocks }: ParsedArticle, furniture: boolean): string =>
  blocks
    .filter((block) => (block.furniture === true) === furniture)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
const kept = (article: ParsedArticle): string => wordsOf(article, false)
const dimmed = (article: ParsedArticle): string => wordsOf(article, true)

const prose = story(4)
  .split('\n\n')
  .map((text) => `<p>${text}</p>`)
  .join('')
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Bridge to close</title>${head}</head><body>${body}</body></html>`
const long =
  'The ferry of Velden carried nobody that morning, and the harbour master wrote it down twice.'

describe('the article of a page', () => {
  test('is told from lists of links without telling names', async () => {
    const links =
      '<div class="x1"><a href=a>Sports of the day</a> <a href=b>Weather now</a> <a href=c>Local</a></div>'
    const article = await read(
      page(`${links}<div><h1>Bridge to close</h1>${prose}</div><div>${links}</div>`),
      'a.html',
    )
    expect(kept(article)).not.toContain('Weather now')
    expect(dimmed(article)).toContain('Weather now')
    expect(kept(article)).toContain(story(4).split('\n\n')[3])
  })

  test('is the body that the page names, though other articles hold more text', async () => {
    const cards = `<div class="card"><h3>Another</h3><p>${long} ${long}</p></div>`.repeat(12)
    const article = await read(
      page(
        `<div><h1>Bridge to close</h1><div class="article-body">${prose}</div></div><div>${cards}</div>`,
      ),
      'a.html',
    )
    expect(kept(article)).not.toContain('ferry of Velden')
    expect(article.text).toContain('ferry of Velden')
  })

  test('has its captions only where it has the pictures', async () => {
    const article = await read(
      page(
        `<article><h1>Bridge to close</h1>${prose}<figure><img src="https://example.org/a.jpg"><figcaption>The old bridge at noon</figcaption></figure>${prose}</article>`,
      ),
      'a.html',
    )
    const caption = article.blocks.find(({ kind }) => kind === 'caption')
    expect(caption).toMatchObject({ furniture: true, why: 'Of a picture that is not in the file' })
  })

  test('is taken from a template where the page shows nothing', async () => {
    const article = await read(
      page(`<div><h1>Bridge to close</h1><script type="text/template">${prose}</script></div>`),
      'a.html',
    )
    expect(kept(article)).toContain(story(4).split('\n\n')[0])
  })
})

describe('what a page says of itself', () => {
  test('its standfirst is the subtitle', async () => {
    const article = await read(
      page(
        `<article><h1>Bridge to close</h1><h2 class="standfirst">Velden waits for its ferry again</h2>${prose}</article>`,
      ),
      'a.html',
    )
    expect(article.subtitle).toBe('Velden waits for its ferry again')
    expect(article.blocks.some(({ role }) => role === 'subtitle')).toBe(true)
  })

  test('its author is a person before it is the outlet', async () => {
    const head =
      '<meta property="og:site_name" content="The Post"><meta name="author" content="The Post">'
    const article = await read(
      page(
        `<article><h1>Bridge to close</h1><p class="byline">By Ida Holm and Per Vik</p>${prose}</article>`,
        head,
      ),
      'a.html',
    )
    expect(article.byline).toBe('Ida Holm, Per Vik')
  })

  test('its date may stand in its address alone', async () => {
    const head = '<link rel="canonical" href="https://example.org/2021/03/04/bridge">'
    const article = await read(
      page(`<article><h1>Bridge to close</h1>${prose}</article>`, head),
      'a.html',
    )
    expect(article.published).toBe('2021-03-04')
  })
})

describe('parts of an article', () => {
  test('notes are footnotes with their numbers', async () => {
    const article = await read(
      page(
        `<article><h1>Bridge to close</h1>${prose}<section class="footnotes"><ol><li id="fn1">See the minutes.</li></ol></section></article>`,
      ),
      'a.html',
    )
    expect(article.blocks.at(-1)).toMatchObject({ kind: 'footnote', marker: '1.' })
    expect(article.blocks.at(-1)?.furniture).toBeUndefined()
  })

  test('references lead to their notes, also those with bare numbers', async () => {
    const article = await read(
      page(
        `<article><h1>Bridge to close</h1>${prose}<p>It sank<sup><a href="#fn%31" id="r1">1</a></sup> <a href="#top">again</a>.</p><section class="footnotes"><ol><li id="fn1"><p>See the minutes. <a href="#r1">back</a></p></li></ol></section></article>`,
      ),
      'a.html',
    )
    const note = article.blocks.findIndex(({ kind }) => kind === 'footnote')
    expect(
      article.spans
        .filter(({ kind }) => kind === 'note' || kind === 'link')
        .map((span) => [span.kind, article.text.slice(span.start, span.end), span.note]),
    ).toEqual([
      ['note', '1', article.blocks[note]?.start],
      ['link', 'again', undefined],
      ['link', 'back', undefined],
    ])
  })

  test('a formula is its words', async () => {
    const article = await read(
      page('<p>So <math alttext="a+b"><mi>a</mi></math> holds.</p>'),
      'a.html',
    )
    expect(article.text).toContain('So a+b holds.')
  })

  test('a cell may hold several paragraphs', async () => {
    const article = await read(
      page('<table><tr><th>Town<th>Notes</tr><tr><td>Velden<td><p>one</p><p>two</p></tr></table>'),
      'a.html',
    )
    const row = article.blocks[1]
    expect(row?.kind).toBe('table-row')
    expect(row?.cells?.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'Velden',
      'one\ntwo',
    ])
  })
})
