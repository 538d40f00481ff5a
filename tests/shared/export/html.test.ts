import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, it } from 'vitest'
import { htmlExport } from '../../../src/shared/export/html.ts'
import { anyLibrary, hostile, library, makeArticle, options } from './library.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

function elements(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elements)] : own
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const loose = (text: string): string => text.replace(/\s+/gu, '')
const visible = (text: string): string => loose(text.replace(/[^\P{Cc}\t\n\r]/gu, ''))

const allowed = new Set(
  'a article blockquote body br code dd del div dl dt em footer h1 h2 h3 head hr html li main meta nav ol p pre section span strong style table tbody td th time title tr ul'.split(
    ' ',
  ),
)

function expectHarmless(page: string): Element[] {
  const errors: string[] = []
  const all = elements(parse(page, { onParseError: ({ code }) => errors.push(code) }))
  expect(errors).toEqual([])
  for (const { tagName, attrs } of all) {
    expect(allowed).toContain(tagName)
    for (const { name, value } of attrs) {
      expect(name).not.toMatch(/^on|^style$|^src|^action$|^xlink/)
      if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:|#a\d+$)/i)
    }
    if (tagName === 'a' && attrs.some(({ value }) => /^http/i.test(value))) {
      expect(attrs.find(({ name }) => name === 'rel')?.value).toContain('noopener')
    }
  }
  expect(all.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
  return all
}

it('stays harmless whatever titles, tags, notes and quotes contain', () => {
  fc.assert(
    fc.property(anyLibrary, (any) => {
      const all = expectHarmless(htmlExport.build(any, { ...options, empty: true }))
      const shown = all
        .filter(({ attrs }) => attrs.some(({ value }) => value.startsWith('annotation ')))
        .map((each) => loose(textOf(each)))
      const quotes = any.articles.flatMap(({ resolved }) =>
        resolved.map(({ annotation }) => visible(annotation.target.exact)),
      )
      expect(shown).toHaveLength(quotes.length)
      for (const quote of quotes) expect(shown.some((text) => text.includes(quote))).toBe(true)
    }),
    { numRuns: 80 },
  )
})

it.each(hostile)('shows a note without letting it act: %j', (note) => {
  expectHarmless(htmlExport.build(library(makeArticle(1, [{ quote: 'words', note }])), options))
})

it('forbids everything in its policy and asks for nothing from outside', () => {
  const page = htmlExport.build(library(makeArticle(1, [{ quote: 'words' }])), options)
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'`)
  expect(page).not.toMatch(/url\(|@import|https?:/)
})

it('renders a note as Markdown', () => {
  const note =
    '# Head\n\n*a* **b** `c` ~~d~~ [e](https://ok.example/?a=1&b=2)\n\n- [x] done\n\n1. one\n\n| h |\n| - |\n| v |\n'
  const page = htmlExport.build(library(makeArticle(1, [{ quote: 'words', note }])), options)
  for (const part of [
    '<p><strong>Head</strong></p>',
    '<em>a</em> <strong>b</strong> <code>c</code> <del>d</del>',
    '<a href="https://ok.example/?a=1&#38;b=2" rel="noopener noreferrer">e</a>',
    '<li>☑ <p>done</p></li>',
    '<ol><li><p>one</p></li></ol>',
    '<table><tr><th>h</th></tr><tr><td>v</td></tr></table>',
  ]) {
    expect(page).toContain(part)
  }
})

it('gives several articles a table of contents and a section each', () => {
  const one = makeArticle(1, [{ quote: 'words' }], { title: 'One', language: 'de' })
  const two = makeArticle(2, [{ quote: 'others', lost: true }], { title: 'Two' })
  const page = htmlExport.build(library(one, two), options)
  expect(page).toContain('<a href="#a1" lang="de">One</a> <span>1 annotation</span>')
  expect(page).toContain('<section id="a2">')
  expect(page).toContain('<h3>Not found in the text any more</h3>')
})

it('keeps lines, paragraphs and what is preformatted', () => {
  const verse = makeArticle(1, [{ quote: 'one\ntwo\n\nthree' }])
  expect(htmlExport.build(library(verse), options)).toContain(
    'dir="auto"><p>one<br>two</p><p>three</p></blockquote>',
  )
  const blocks = [{ kind: 'preformatted' as const, start: 0, end: verse.text.length }]
  expect(htmlExport.build(library({ ...verse, blocks }), options)).toContain(
    '<pre>\none\ntwo\n\nthree</pre>',
  )
})

it('says what was found again or not at all, with the words that it was made on', () => {
  const page = htmlExport.build(
    library(
      makeArticle(1, [
        { quote: 'the old words', now: 'the new words' },
        { quote: 'gone', lost: true },
      ]),
    ),
    options,
  )
  expect(page).toMatch(
    /<p>the old words<\/p><\/blockquote>\n<p class="remark">Found again, not confirmed yet; [^<]*<\/p>\n<blockquote dir="auto"><p>the new words/,
  )
  expect(page).toContain('<p class="remark">Not found in the text any more; the words were')
})

it('shows the warnings of an article below its facts', () => {
  const warnings = [{ code: 'x', message: 'Not <all> of it.' }]
  const page = htmlExport.build(
    library({ ...makeArticle(1, [{ quote: 'words' }]), warnings }),
    options,
  )
  expect(page).toContain('</dl>\n<p class="warning">Warning: Not &#60;all&#62; of it.</p>')
})
