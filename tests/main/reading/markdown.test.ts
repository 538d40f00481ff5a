// Markdown becomes what a reader of the rendered page would see.
import { describe, expect, test } from 'vitest'
import { furnitureOf, read, story } from './support.ts'

const md = (text: string): ReturnType<typeof read> => read(text, 'a.md')

describe('Markdown', () => {
  test('loses its marks and keeps its text', async () => {
    const { text, spans, blocks } = await md(
      '# A *fine* title\n\nOne\ntwo  \nthree `x` [link](http://a.b) ~~old~~\n',
    )
    expect(text).toBe('A fine title\n\nOne two\nthree x link old')
    expect(blocks[1]).toMatchObject({ kind: 'paragraph', breaks: true })
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['emphasis', 'fine'],
      ['code', 'x'],
      ['link', 'link'],
    ])
  })

  test('keeps lists, quotations, code and tables apart', async () => {
    const article = await md(
      '- a\n  1. b\n- c\n\n> q\n\n```js\nx\n\n  y\n```\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n![A cat](c.png)\n',
    )
    expect(article.blocks.map(({ kind, level, marker }) => [kind, level, marker])).toEqual([
      ['list-item', 1, '•'],
      ['list-item', 2, '1.'],
      ['list-item', 1, '•'],
      ['quote', undefined, undefined],
      ['preformatted', undefined, undefined],
      ['table-row', undefined, undefined],
      ['table-row', undefined, undefined],
      ['caption', undefined, undefined],
    ])
    expect(article.text).toBe('a\n\nb\n\nc\n\nq\n\nx\n\n  y\n\nh | i\n\n1 | 2\n\nA cat')
  })

  test('shows the text of raw HTML, never its markup or scripts', async () => {
    expect(
      (
        await md(
          'a <b>bold</b><br>c <script>alert(1)</script> d\n\n<div onclick="x">shown<script>no</script></div>\n',
        )
      ).text,
    ).toBe('a bold\nc d\n\nshown')
  })

  test('takes title, author, outlet, date and language from the front matter', async () => {
    const article = await md(
      '---\ntitle: "A: title"\nauthors: [Ada Holm, Ivo Strand]\npublication: The Post\ndate: 2026-03\nlang: de\n---\n\nText.',
    )
    expect(article).toMatchObject({
      title: 'A: title',
      byline: 'Ada Holm, Ivo Strand',
      source: 'The Post',
      published: '2026-03',
      language: 'de',
      text: 'Text.',
    })
  })

  test('with broken front matter is read, with a warning', async () => {
    const article = await md('---\ntitle: [x\n---\n\n# Real title\n\nText.')
    expect(article.title).toBe('Real title')
    expect(article.warnings).toMatchObject([{ code: 'bad-front-matter' }])
  })

  test('keeps the sections of its author, whatever they are called', async () => {
    const article = await md(
      `# Title\n\n${story(2)}\n\n## Comments\n\n${story(1)}\n\n## Related\n\nNone.`,
    )
    expect(furnitureOf(article)).toEqual([])
  })

  test('shows footnotes as numbers in the text and as blocks at the end', async () => {
    const article = await md(
      'The bridge[^b] is old[^a].\n\n[^a]: Built in *1911*.\n\n    And mended since.\n\n[^b]: The lower one.\n\nLast words.\n',
    )
    expect(article.text).toBe(
      'The bridge[1] is old[2].\n\nLast words.\n\nThe lower one.\n\nBuilt in 1911.\n\nAnd mended since.',
    )
    expect(article.blocks.map(({ kind, marker }) => [kind, marker])).toEqual([
      ['paragraph', undefined],
      ['paragraph', undefined],
      ['footnote', '[1]'],
      ['footnote', '[2]'],
      ['footnote', undefined],
    ])
    const [span] = article.spans
    expect(article.text.slice(span?.start, span?.end)).toBe('1911')
  })

  test('has boxes for the items of a list of tasks', async () => {
    const { blocks } = await md('- [x] done\n- [ ] to do\n- neither\n')
    expect(blocks.map(({ marker }) => marker)).toEqual(['☑', '☐', '•'])
  })

  test('keeps the runs that raw HTML marks, and ends them with their block', async () => {
    const { text, spans } = await md(
      'A <em>fine</em> and <a href="https://bridge.example">linked</a> <b>bridge\n\nof stone.\n',
    )
    expect(spans.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])).toEqual(
      [
        ['emphasis', 'fine', undefined],
        ['link', 'linked', 'https://bridge.example'],
        ['strong', 'bridge', undefined],
      ],
    )
  })

  test('nested deep is read', async () => {
    expect((await md(`${'>'.repeat(5000)} x`)).text).toBe('x')
  })

  test('longer than a million characters is shown as plain text, with a warning', async () => {
    expect((await md('*word* '.repeat(150_000))).warnings).toMatchObject([
      { code: 'long-markdown' },
    ])
  })
})
