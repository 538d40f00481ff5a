import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, foldOffset, unfoldRange } from '../../../src/shared/text/fold.ts'
import { displayQuote } from '../../../src/shared/text/quote.ts'

it.each([
  ['A  b\n\tc', 'a b c'],
  ['“It’s” «so»', "'it's' 'so'"],
  ['a – b—c -- d', 'a - b-c - d'],
  ['e\u0301 É', 'é é'],
  ['co\u00adop\u200b', 'coop'],
  ['oﬃce…', 'office...'],
  ['ΟΔΟΣ οδός', 'οδοσ οδόσ'],
  ['İ', 'i̇'],
  ['か\u3099', 'が'],
  ['', ''],
])('folds %j to %j', (text, expected) => {
  expect(fold(text).text).toBe(expected)
})

it('leaves capitals when asked to', () => {
  expect(fold('“A” – É', { keepCase: true }).text).toBe("'A' - É")
})

it.each([
  ['one “two” three', 'two'],
  ['a \n\n b e\u0301t\u0301e c', 'b é'],
  ['the oﬃce is', 'office'],
])('knows where in %j a part of the folded text comes from', (text, part) => {
  const folded = fold(text)
  const start = folded.text.indexOf(part)
  const range = unfoldRange(folded, start, start + part.length)
  expect(fold(text.slice(range.start, range.end)).text).toBe(part)
})

it('maps every unit to a range in order, and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text)
      expect(folded.starts.length).toBe(folded.text.length)
      expect(folded.ends.length).toBe(folded.text.length)
      let before = 0
      for (let unit = 0; unit < folded.text.length; unit++) {
        const start = folded.starts[unit] ?? -1
        const end = folded.ends[unit] ?? -1
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(folded.starts[foldOffset(folded, start)]).toBe(start)
        before = start
      }
    }),
  )
})

it('folds a folded text to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const once = fold(text).text
      expect(fold(once).text).toBe(once)
    }),
  )
})

it.each([
  ['  one\n two\u00a0three ', 'one two three'],
  ['', ''],
])('shows %j as %j', (exact, shown) => {
  expect(displayQuote(exact)).toBe(shown)
})
