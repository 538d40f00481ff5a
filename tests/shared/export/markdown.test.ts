import fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { markdownExport } from '../../../src/shared/export/markdown.ts'
import { anyLibrary, hostile, library, makeArticle, options, uuid } from './library.ts'

const read = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [frontmatter(), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(), gfmFromMarkdown()],
  })

function plain(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  return node.children.map(plain).join(node.type === 'blockquote' ? ' ' : '')
}

// CommonMark replaces NUL; white space is not kept.
const loose = (text: string): string => text.replaceAll('\0', '\ufffd').replace(/\s+/gu, ' ').trim()

const commentOf = (id: string): string => `<!-- parallax:annotation ${id} -->`

/** The quote of each annotation: the first block after the comment (or heading) before it. */
function quotesById(tree: Root): Map<string, string> {
  const found = new Map<string, string>()
  let open: string | null = null
  for (const node of tree.children) {
    const id = node.type === 'html' && /^<!-- parallax:annotation (\S+) -->$/.exec(node.value)?.[1]
    if (id) {
      found.set(id, open ?? '')
      open = null
    } else if (node.type === 'blockquote' && open === null) open = loose(plain(node))
  }
  return found
}

it('shows every quote literally, whatever quotes, notes, tags and titles contain', () => {
  fc.assert(
    fc.property(anyLibrary, (any) => {
      const tree = read(markdownExport.build(any, options))
      const quotes = quotesById(tree)
      for (const { annotation } of any.articles.flatMap(({ resolved }) => resolved)) {
        expect(quotes.get(annotation.id)).toBe(loose(annotation.target.exact))
      }
    }),
    { numRuns: 50 },
  )
})

it.each(hostile)('lets a note never swallow what follows: %j', (note) => {
  const drafts = [
    { quote: 'First words', note, tags: ['after'] },
    { quote: 'Last words', note: 'fine' },
  ]
  const tree = read(markdownExport.build(library(makeArticle(1, drafts)), options))
  expect([...quotesById(tree).keys()]).toEqual([uuid(1000), uuid(1001)])
  expect(tree.children.map(plain)).toContain('Tags: #after')
  expect(tree.children.filter(({ type }) => type === 'html')).toHaveLength(2)
})

it('leaves an ordinary note as it is', () => {
  const note = '# Why\n\nSee **this**:\n\n- a\n- b\n\n```js\nlet a = "<b>"\n```'
  const article = makeArticle(1, [{ quote: 'words', note }])
  expect(markdownExport.build(library(article), options)).toContain(`\n\n${note}\n\nColour: yellow`)
})

it('begins with front matter, without what the file does not say', () => {
  const title = 'A "quote": yes # no\n\'x\' \\ \u2028'
  const article = makeArticle(1, [{ quote: 'words' }], { title, published: '2026-03-04' })
  const tree = read(markdownExport.build(library(article), options))
  const [matter, heading] = tree.children
  expect(matter?.type === 'yaml' && parseYaml(matter.value)).toEqual({
    title: loose(title),
    date: '2026-03-04',
    file: 'folder/article-1.txt',
    exported: options.now,
  })
  expect(heading && plain(heading)).toBe(loose(title))
})

it('keeps the lines and paragraphs of a quote', () => {
  const quote = 'one line\nand *another*\n\n1. second paragraph'
  const markdown = markdownExport.build(library(makeArticle(1, [{ quote }])), options)
  expect(markdown).toContain('\n> one line  \n> and \\*another*\n>\n> 1\\. second paragraph\n')
})

it('keeps the white space of what is preformatted', () => {
  const article = makeArticle(1, [{ quote: 'a  b\n  ```\n\n  c' }])
  const blocks = [{ kind: 'preformatted' as const, start: 0, end: article.text.length }]
  const markdown = markdownExport.build(library({ ...article, blocks }), options)
  expect(markdown).toContain('\n> ````\n> a  b\n>   ```\n>\n>   c\n> ````\n')
})

it('quotes the words that a note was made on, and beside them those that stand there now', () => {
  const article = makeArticle(1, [
    { quote: 'the north bank', now: 'the south bank', note: 'which?' },
    { quote: 'the same words', now: 'the same words' },
    { quote: 'gone', lost: true },
    { quote: 'plain' },
  ])
  const markdown = markdownExport.build(library(article), options)
  expect(markdown).toContain(
    '> the north bank\n\nFound again, not confirmed yet; the words were those above, and are now:\n\n> the south bank\n\nwhich?\n',
  )
  expect(markdown).toContain(
    '> the same words\n\nFound again elsewhere in the text, with the same words; not confirmed yet.\n\nColour',
  )
  expect(markdown).toContain(
    '> gone\n\nNot found in the text any more; the words were those above.\n',
  )
  expect(markdown).toContain('> plain\n\nColour')
})

it('says what is to be known of an article, whether it is one of several or alone', () => {
  const warnings = [
    { code: 'not-article', message: 'This is not an article: [it] asks for a *log-in*.' },
  ]
  const one = { ...makeArticle(1, [{ quote: 'words' }], { source: 'Herald' }), warnings }
  const said = '- Warning: This is not an article: [it] asks for a \\*log-in*.\n'
  expect(markdownExport.build(library(one), options)).toContain(
    `# article-1.txt\n\n${said}\n> words`,
  )
  const two = makeArticle(2, [{ quote: 'others' }])
  expect(markdownExport.build(library(one, two), options)).toContain(
    `- Outlet: Herald\n- File: folder/article-1.txt\n${said}\n<!--`,
  )
})

it('escapes in quotes and titles what a note defines, and nothing else in brackets', () => {
  const article = makeArticle(
    1,
    [
      {
        quote: 'he said [sic] and [why][^1]',
        note: 'See [why].\n\n[why]: https://a.example\n\n[^1]: so',
      },
    ],
    { title: 'Why [why]' },
  )
  const markdown = markdownExport.build(library(article), options)
  expect(markdown).toContain('# Why \\[why]\n')
  expect(markdown).toContain('> he said [sic] and \\[why]\\[^1]\n')
})

it.each([
  ['alarm', '#alarm'],
  ['tone/alarm', '#tone/alarm'],
  ['two words', '#[two words]'],
  ['a]b *c*', '#[a]b \\*c*]'],
  ['日本', '#日本'],
])('writes the tag %j as %j', (tag, expected) => {
  const article = makeArticle(1, [{ quote: 'words', tags: [tag] }])
  expect(markdownExport.build(library(article), options)).toContain(`\nTags: ${expected}\n`)
})

it('puts orphans into a section of their own, last', () => {
  const article = makeArticle(1, [{ quote: 'gone words', lost: true }, { quote: 'kept words' }])
  const markdown = markdownExport.build(library(article), options)
  const places = [
    '> kept words',
    '## Not found in the text any more',
    '> gone words',
    commentOf(''),
  ]
  const [kept = -1, heading = -1, gone = -1] = places.map((part) => markdown.indexOf(part))
  expect(kept).toBeGreaterThan(0)
  expect(heading).toBeGreaterThan(kept)
  expect(gone).toBeGreaterThan(heading)
})

it('gives each of several articles a section with its details', () => {
  const one = makeArticle(1, [{ quote: 'words' }], { title: 'One', source: 'Herald' })
  const two = makeArticle(2, [{ quote: 'others' }], { title: 'Two' })
  const bare = makeArticle(3, [])
  const markdown = markdownExport.build(library(one, two, bare), options)
  expect(markdown).toContain('---\nlibrary: "Bridges"\narticles: 2\nannotations: 2\n')
  expect(markdown).toContain('## One\n\n- Outlet: Herald\n- File: folder/article-1.txt\n')
  expect(markdown).toContain('## Two\n')
  expect(markdown).not.toContain('article-3')
})
