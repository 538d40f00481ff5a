// What comes of a note that was made to hurt: a tree of bounded depth, or the note as it is; in the
// exports all of its words, in a page that is well formed. Nothing throws, nothing is parsed that
// would cost too much.
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../src/shared/export/escape-markdown.ts'
import { htmlExport } from '../../../src/shared/export/html.ts'
import { markdownExport } from '../../../src/shared/export/markdown.ts'
import { containedNote } from '../../../src/shared/export/markdown-text.ts'
import { noteHtml } from '../../../src/shared/export/note-html.ts'
import { noteTree } from '../../../src/shared/markdown/note-tree.ts'
import { deepestTree, isWithinBounds, parseMarkdown } from '../../../src/shared/markdown/parse.ts'
import { bombs, hostileNote } from '../../fixtures/hostile-notes.ts'
import { library, makeArticle, options } from '../export/library.ts'

/** Levels of a tree, without going down into it by calls. */
function levelsOf(root: Nodes): number {
  let most = 0
  const open: [Nodes, number][] = [[root, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, level] = next
    most = Math.max(most, level)
    if ('children' in node) for (const child of node.children) open.push([child, level + 1])
  }
  return most
}

type Node = DefaultTreeAdapterTypes.Node

/** The words that a page shows, those in attributes included; throws where it is not well formed. */
function wordsIn(html: string): string {
  const errors: string[] = []
  const page = parse(`<!doctype html><title>t</title><body>${html}</body>`, {
    onParseError: ({ code }) => errors.push(code),
  })
  expect(errors).toEqual([])
  const words: string[] = []
  const open: Node[] = [page]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) words.push(node.value)
    if ('attrs' in node) for (const { value } of node.attrs) words.push(value)
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) open.push(child)
  }
  return words.join(' ')
}

const loose = (text: string): string => text.replace(/[\\\s]/g, '')

describe.each(Object.entries(bombs))('%s', (_, bomb) => {
  it('are a bounded tree, a well-formed page and Markdown with all words, at any size', () => {
    for (const n of [5, 200, 5_000]) {
      const note = `first ${bomb(n)} last`
      const tree = noteTree(note)
      if (tree.kind === 'markdown') expect(levelsOf(tree.root)).toBeLessThanOrEqual(deepestTree)
      else expect(tree.text).toBe(note)
      const shown = wordsIn(noteHtml(note))
      expect(shown).toContain('first')
      expect(shown).toContain('last')
      // Nothing but backslashes, a fence and white space comes in, nothing goes out.
      expect(loose(containedNote(note))).toContain(loose(note))
    }
  })
})

it('keeps all words of any mixture of what hurts', () => {
  fc.assert(
    fc.property(hostileNote, ({ note, words }) => {
      const shown = wordsIn(noteHtml(note))
      const markdown = containedNote(note)
      for (const word of words) {
        expect(shown).toContain(word)
        expect(markdown).toContain(word)
      }
      const tree = noteTree(note)
      if (tree.kind === 'markdown') expect(levelsOf(tree.root)).toBeLessThanOrEqual(deepestTree)
    }),
    { numRuns: 100 },
  )
})

it('shows what is not parsed literally, also in the eyes of another Markdown reader', () => {
  const note = `${'>'.repeat(5_000)}\n# a *b* \`c\` [d](e) <f>\n    code\n| g |\n:-:\n\n- h\n1. i\n~~~`
  const tree = parseMarkdown(escapedTail(containedNote(note)), 'gfm')
  expect(tree?.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
  const [first, second] = tree?.children ?? []
  expect(JSON.stringify([first, second])).not.toMatch(/"type":"(?!paragraph|text|break)/)
})

/** Without the first line, which is itself beyond what is parsed. */
const escapedTail = (markdown: string): string => markdown.slice(markdown.indexOf('\n') + 1)

it('takes a note of five megabytes, or of five thousand quotes, into every readable export', () => {
  const notes = ['word '.repeat(1_000_000), '>'.repeat(5_000), '*a '.repeat(9_000)]
  const drafts = notes.map((note, n) => ({ quote: `quote ${n}`, note: `${note}end${n}` }))
  const one = library(makeArticle(1, drafts))
  for (const text of [htmlExport.build(one, options), markdownExport.build(one, options)])
    for (const n of notes.keys()) expect(text).toContain(`end${n}`)
})

it('does not look at each character of what is far too long', () => {
  const note = 'a'.repeat(200_000)
  expect(isWithinBounds(note)).toBe(false)
  expect(noteTree(note)).toEqual({ kind: 'plain', text: note })
})

it('gives deep emphasis as its words', () => {
  const note = `${'*a '.repeat(200)}${'b* '.repeat(200)}`
  const tree = parseMarkdown(note, 'gfm')
  expect(tree && levelsOf(tree)).toBe(deepestTree)
  expect(JSON.stringify(tree).match(/a/g)?.length).toBeGreaterThanOrEqual(200)
})

it('keeps what a link, a picture, a definition and a code block say besides their words', () => {
  const note =
    '[x](javascript:y "z") ![p](https://q.example/r "s")\n\n[t]: https://u.example "v"\n\n```js w\nc\n```'
  expect(noteHtml(note)).toBe(
    '<p>x (javascript:y &#34;z&#34;) ![p](https://q.example/r &#34;s&#34;)</p>' +
      '<p>[t]: https://u.example &#34;v&#34;</p>' +
      '<pre data-info="js w"><code>c</code></pre>',
  )
})

it('escapes a line in one pass, however many addresses it seems to hold', () => {
  const line = 'www.'.repeat(250_000)
  expect(escapeMarkdown(line)).toBe(line)
  expect(escapeMarkdown(`${line}*`)).toBe(`${'www\\.'.repeat(250_000)}\\*`)
})
