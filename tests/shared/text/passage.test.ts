// Which line feeds of a quotation are its author's.
import { describe, expect, it } from 'vitest'
import { blocksOfText } from '../../../src/main/reading/text.ts'
import type { Block } from '../../../src/shared/model/article.ts'
import { partsOfWords, passageParts, passageText } from '../../../src/shared/text/passage.ts'

const linesOf = (text: string, blocks: readonly Block[], from = 0, to = text.length) =>
  passageText(passageParts(text, blocks, from, to))

/** Blocks for pieces that tile a text. */
function tiled(...pieces: readonly (readonly [string, Omit<Block, 'start' | 'end'>])[]) {
  let at = 0
  const blocks = pieces.map(([words, shape]): Block => {
    const start = at
    at += words.length
    return { ...shape, start, end: at }
  })
  return { text: pieces.map(([words]) => words).join(''), blocks }
}

const wrapped =
  'The council voted on Tuesday evening to close the old quay bridge until\n' +
  'the engineers have looked at all of its piers, which may take until the\n' +
  'end of the summer at the very earliest.\n\nA second paragraph stands here.'

describe('passageParts', () => {
  it('keeps the breaks of a block that has breaks of its author', () => {
    const { text, blocks } = tiled(
      ['Roses are red\nViolets are blue\n\n', { kind: 'paragraph', breaks: true }],
      ['Prose.', { kind: 'paragraph' }],
    )
    expect(linesOf(text, blocks)).toBe('Roses are red\nViolets are blue\n\nProse.')
    expect(linesOf(text, blocks, 6, 25)).toBe('are red\nViolets are')
  })

  it('joins the lines that an editor wrapped', () => {
    const text = Array(6).fill(wrapped).join('\n\n')
    expect(linesOf(text, blocksOfText(text), 0, wrapped.length)).toBe(
      `${wrapped.slice(0, 183).replaceAll('\n', ' ')}\n\nA second paragraph stands here.`,
    )
  })

  it('keeps the lines of verse in plain text, and its stanzas', () => {
    const verse = 'The tide goes out,\nthe tide comes in,\n\nand nobody asks\nwhere it has been.'
    expect(linesOf(verse, blocksOfText(verse))).toBe(verse)
  })

  it.each(['list-item', 'table-row'] as const)('makes lines of each %s', (kind) => {
    const { text, blocks } = tiled(
      ['Buy:\n\n', { kind: 'paragraph' }],
      ['bread\n\n', { kind }],
      ['salt\n\n', { kind }],
      ['That is all.', { kind: 'paragraph' }],
    )
    expect(linesOf(text, blocks)).toBe('Buy:\n\nbread\nsalt\n\nThat is all.')
  })

  it('keeps all white space of what is preformatted, but for empty lines at its ends', () => {
    const { text, blocks } = tiled(
      ['Code:\n\n', { kind: 'paragraph' }],
      ['  if (a)\n\n    b()\n\n', { kind: 'preformatted' }],
      ['Done.', { kind: 'paragraph' }],
    )
    expect(linesOf(text, blocks)).toBe('Code:\n\n  if (a)\n\n    b()\n\nDone.')
  })

  it('gives nothing of white space alone', () => {
    const { text, blocks } = tiled(['a\n\n', { kind: 'paragraph' }], ['b', { kind: 'paragraph' }])
    expect(passageParts(text, blocks, 1, 3)).toEqual([])
  })
})

describe('partsOfWords', () => {
  it.each([
    ['a line alone', 'one line', 'one line'],
    ['paragraphs', 'one\n \n\ntwo', 'one\n\ntwo'],
    ['verse', 'Roses are red\n  Violets are blue', 'Roses are red\nViolets are blue'],
    ['long verse of uneven lines', `${'a '.repeat(34)}\nshort\n${'b '.repeat(30)}\nend`, null],
    ['carriage returns', 'one\r\n \t\r\n\r\n  two', 'one\n\ntwo'],
    ['wrapped lines', wrapped.slice(0, 183), wrapped.slice(0, 183).replaceAll('\n', ' ')],
    [
      'wrapped lines from the middle of one',
      wrapped.slice(40, 183),
      wrapped.slice(40, 183).replaceAll('\n', ' '),
    ],
    ['white space alone', ' \n\n ', ''],
  ])('tells %s', (_, words, expected) => {
    expect(passageText(partsOfWords(words))).toBe(expected ?? words.replace(/ (?=\n|$)/g, ''))
  })
})
