// Escaping is minimal: every text is shown as it is, and no backslash of it can be spared.
import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown } from '../../../src/shared/export/escape-markdown.ts'

/** The text that Markdown shows; null where it shows anything but text, its breaks and bare addresses. */
function shown(markdown: string, type: 'paragraph' | 'heading' = 'paragraph'): string | null {
  const { children } = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const [block] = children.filter((each) => !/[dD]efinition/.test(each.type))
  const others = children.filter((each) => each !== block && !/[dD]efinition/.test(each.type))
  if (others.length > 0 || (block?.type !== 'paragraph' && block?.type !== 'heading')) return null
  if (block.type !== type) return null
  const texts = block.children.map((node) => textOf(node, markdown))
  return texts.includes(null) ? null : texts.join('')
}

function textOf(node: PhrasingContent, markdown: string): string | null {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  const [only] = node.type === 'link' ? node.children : []
  if (only?.type !== 'text') return null
  const { start, end } = node.position ?? {}
  const source = start && markdown.slice(start.offset, end?.offset)
  return source === undefined || source === only.value ? only.value : null
}

function expectLeast(markdown: string, text: string, type?: 'heading', rest = ''): void {
  expect(shown(markdown + rest, type)).toBe(text)
  for (const { index } of markdown.matchAll(/\\/g))
    expect(
      shown(markdown.slice(0, index) + markdown.slice(index + 1) + rest, type),
      `${JSON.stringify(markdown)} without the backslash at ${index}`,
    ).not.toBe(text)
}

const tidy = (text: string): string =>
  text
    .replaceAll('\0', '')
    .split(/[\n\r]+/)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

const marks = fc.stringMatching(/^[a-z .*_#<>`\\[\]()!&~|=+\n:;@/0-9^-]{1,30}$/)
const scraps = fc.constantFrom(
  ...[
    '[sic]',
    '[^1]',
    '[a](b)',
    '![a](b)',
    '&amp;',
    '&#60;',
    '&x',
    'https://a.example/x_y_',
    'www.',
  ],
  ...[
    '**',
    '_',
    '__',
    '```',
    '~~',
    '<b>',
    '<!--',
    '-->',
    '\\',
    '\\\\',
    '1.',
    '1)',
    '- ',
    '# ',
    '---',
  ],
  ...[
    '| a |',
    ':-:',
    '===',
    '\n',
    ' ',
    'me@a.example',
    '<https://b.example>',
    '#',
    'snake_case',
    '*',
  ],
)
const anyText = fc
  .array(fc.oneof(marks, scraps, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => tidy(parts.join('')))
  .filter((text) => text !== '')

describe('escapeMarkdown', () => {
  it('shows any text as it is, with no backslash that could be spared', () => {
    fc.assert(
      fc.property(anyText, (text) => expectLeast(escapeMarkdown(text), text)),
      { numRuns: 400 },
    )
  })

  it('does so in a heading', () => {
    const before = '## '
    fc.assert(
      fc.property(anyText, (lines) => {
        const text = lines.replaceAll('\n', ' ')
        expectLeast(before + escapeMarkdown(text, { before }), text, 'heading')
      }),
      { numRuns: 150 },
    )
  })

  it('does so behind words on its line, and where the document defines what is in brackets', () => {
    const before = 'Tags: '
    const labels = ['sic', '^1', 'a']
    const rest = labels.map((label) => `\n\n[${label}]: x`).join('')
    fc.assert(
      fc.property(anyText, (lines) => {
        const text = lines.replaceAll('\n', ' ')
        const markdown = before + escapeMarkdown(text, { before, labels })
        expectLeast(markdown, before + text, undefined, rest)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['He said [sic] that', 'He said [sic] that'],
    ['See https://a.example/x_y_*z* and www.b.example', null],
    ['Write to press@harbour.example today', null],
    ['3 * 4 = 12 and 2 * 6', null],
    ['snake_case_name and a_b', null],
    ['*stars* around', '\\*stars* around'],
    ['_line_ and __lines__', '\\_line_ and \\_\\_lines__'],
    ['# not a heading', '\\# not a heading'],
    ['#hashtag', null],
    ['1. not a list', '1\\. not a list'],
    ['1984 was. 12 left', null],
    ['- not a list', '\\- not a list'],
    ['-5 degrees', null],
    ['+1 and =1+1', null],
    ['> not a quote', '\\> not a quote'],
    ['a < b > c', null],
    ['<b>bold</b>', '\\<b>bold\\</b>'],
    ['AT&T & Sons', null],
    ['&amp; &nosuch; &#60;', '\\&amp; &nosuch; \\&#60;'],
    ['[a](b)', '\\[a](b)'],
    ['![a](b)', '!\\[a](b)'],
    ['a ` b', null],
    ['`code`', '\\`code`'],
    ['C:\\dir\\new', null],
    ['a \\* b', 'a \\\\* b'],
    ['~~gone~~', '\\~~gone~~'],
    ['---', '\\---'],
    ['verse one\nverse two', 'verse one  \nverse two'],
    ['title\n===', 'title  \n\\==='],
    ['a | b\n--|--', 'a | b  \n\\--|--'],
    ['one\n- two', 'one  \n\\- two'],
    ['one\n2. two', null],
    ['ends with \\', null],
  ])('writes %j as %j', (text, expected) => {
    const markdown = escapeMarkdown(text)
    expect(markdown).toBe(expected ?? text.replaceAll('\n', '  \n'))
    expectLeast(markdown, text)
  })

  it('escapes brackets only where the document defines what is in them', () => {
    expect(escapeMarkdown('said [sic] so', { labels: ['sic'] })).toBe('said \\[sic] so')
    expect(escapeMarkdown('said [sic] so', { labels: ['other'] })).toBe('said [sic] so')
  })

  it('breaks an address only where an escape would be seen in it', () => {
    expect(escapeMarkdown('https://a.example/<b>')).toBe('https\\://a.example/\\<b>')
    expect(escapeMarkdown('https://a.example/?a&copy;b and &amp;')).toBe(
      'https://a.example/?a&copy;b and \\&amp;',
    )
  })
})
