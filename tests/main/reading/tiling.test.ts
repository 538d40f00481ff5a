// What must hold for every input, however broken.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { expectTiled, story } from './support.ts'

const pieces = [
  'The Bridge Is Shut',
  'By Ada Holm | 3 March 2026',
  story(1),
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '  ',
  '\t',
  '\u00a0',
  '\ufeff',
  '> quoted',
  '- item',
  '1. one',
  '2. two',
  '# Heading',
  '**bold** and _this_',
  '[a](b)',
  '![c](d)',
  '```\ncode\n```',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '<p>',
  '</p>',
  '<div class="share">',
  '<ul><li>',
  '<table><tr><td>',
  '<b><i>',
  '</b>',
  '<br><br>',
  '<pre>\n x</pre>',
  '<script>',
  '<!--',
  '&amp;&nbsp;&shy;',
  'Related Articles',
  'Advertisement',
  'Leave a Comment',
  '© 2026 The Post. All rights reserved.',
  '市议会开会。',
  '🐟',
  '\ud83d',
  '---\ntitle: x\n---\n',
]
const documents = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 })
  .map((all) => all.join(''))
const names = fc.constantFrom('a.txt', 'a.md', 'a.html')

describe('an article', () => {
  test('has blocks that tile its text and spans within it, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(documents, names, async (source, name) => {
        const result = await parseArticle(new TextEncoder().encode(source), name)
        if (!result.ok) {
          expect(['empty-file', 'not-text']).toContain(result.error.code)
          return
        }
        expectTiled(result.value)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  test('of plain text is the file itself, line ends aside', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (source) => {
        const bytes = new TextEncoder().encode(source)
        const result = await parseArticle(bytes, 'a.txt')
        if (!result.ok || result.value.format !== 'text') return
        const seen = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
        expect(result.value.text).toBe(seen)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  test('is read the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(documents, names, async (source, name) => {
        const bytes = new TextEncoder().encode(source)
        expect(await parseArticle(bytes, name)).toEqual(await parseArticle(bytes, name))
      }),
      { numRuns: 50, seed: 7 },
    )
  })
})
