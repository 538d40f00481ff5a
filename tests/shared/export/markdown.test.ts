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
    { numRuns: 150 },
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

it('keeps the paragraphs of a quote and joins its hard-wrapped lines', () => {
  const quote = 'one line\nwrapped *here*\n\n1. second paragraph'
  const markdown = markdownExport.build(library(makeArticle(1, [{ quote }])), options)
  expect(markdown).toContain('\n> one line wrapped \\*here\\*\n>\n> 1\\. second paragraph\n')
})

it.each([
  ['alarm', '#alarm'],
  ['tone/alarm', '#tone/alarm'],
  ['two words', '#[two words]'],
  ['a]b *c*', '#[a\\]b \\*c\\*]'],
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
