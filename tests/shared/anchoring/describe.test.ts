import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contextLength, describe } from '../../../src/shared/anchoring/describe.ts'
import { resolve } from '../../../src/shared/anchoring/resolve.ts'

const before = 'a'.repeat(40)

it.each([
  [
    'words in the middle',
    'one two three',
    4,
    7,
    { start: 4, end: 7, prefix: 'one ', suffix: ' three' },
  ],
  ['white space at the ends', 'one \n two \u00a0 three', 3, 12, { start: 6, end: 9 }],
  [
    'at most 32 units of context',
    `${before}x${before}`,
    40,
    41,
    { prefix: 'a'.repeat(32), suffix: 'a'.repeat(32) },
  ],
  ['no half pair in the prefix', `🎉${'a'.repeat(31)}x`, 33, 34, { prefix: 'a'.repeat(31) }],
  ['no half pair in the suffix', `x${'a'.repeat(31)}🎉`, 0, 1, { suffix: 'a'.repeat(31) }],
  ['no half pair at the ends', 'a🎉b', 2, 2 + 1, { start: 1, end: 3, exact: '🎉' }],
  ['the whole text', 'all', 0, 3, { prefix: '', suffix: '' }],
])('describes %s', (_, text, start, end, expected) => {
  expect(describe(text, 'hash', start, end)).toMatchObject({ ...expected, textHash: 'hash' })
})

it.each([
  [2, 2],
  [3, 2],
  [-1, 2],
  [0, 99],
  [0.5, 2],
  [3, 5],
])('throws a RangeError for %d to %d', (start, end) => {
  expect(() => describe('one  two', 'hash', start, end)).toThrow(RangeError)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  fc
    .array(fc.constantFrom('a', 'b', ' ', '\n'), { minLength: 1, maxLength: 80 })
    .map((l) => l.join('')),
)

const anyRange = anyText
  .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)))
  .map(([text, a, b]) => ({ text, start: Math.min(a, b), end: Math.max(a, b) }))
  .filter(({ text, start, end }) => text.slice(start, end).trim() !== '')
  .filter(({ text, start, end }) => /[^\s\u0085\ufeff]/u.test(text.slice(start, end)))

it('is resolved on the same text to the same range, whatever the text and the range', () => {
  fc.assert(
    fc.property(anyRange, ({ text, start, end }) => {
      const target = describe(text, 'hash', start, end)
      const expected = { state: 'anchored', start: target.start, end: target.end }
      expect(resolve(text, 'hash', target)).toMatchObject({ ...expected, score: 1 })
      expect(resolve(text, 'another hash', target)).toMatchObject(expected)
    }),
    { numRuns: 500 },
  )
})

it('keeps context within its length and next to the words', () => {
  fc.assert(
    fc.property(anyRange, ({ text, start, end }) => {
      const target = describe(text, 'hash', start, end)
      expect(target.prefix.length).toBeLessThanOrEqual(contextLength)
      expect(target.suffix.length).toBeLessThanOrEqual(contextLength)
      expect(
        text.startsWith(
          target.prefix + target.exact + target.suffix,
          target.start - target.prefix.length,
        ),
      ).toBe(true)
    }),
  )
})
