import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFinder } from '../../../src/shared/text/find.ts'

const found = (text: string, query: string): string[] =>
  createFinder(text)
    .find(query)
    .map(({ start, end }) => text.slice(start, end))

describe('createFinder', () => {
  it.each([
    ['in any case', 'The Bridge, the bridge', 'bridge', ['Bridge', 'bridge']],
    ['without accents in the query', 'Café Crème', 'cafe creme', ['Café Crème']],
    ['with accents the text has not', 'Cafe', 'café', ['Cafe']],
    ['composed and decomposed alike', 'cafe\u0301 society', 'café s', ['cafe\u0301 s']],
    ['across line breaks', 'two\npiers', 'two piers', ['two\npiers']],
    ['with straight quote marks for curly ones', 'said “no”', '"no"', ['“no”']],
    ['with a hyphen for a dash', 'March–April', 'march-april', ['March–April']],
    ['in Greek and Cyrillic', 'Αθήνα, Ёлка', 'αθηνα', ['Αθήνα']],
    ['in full width', 'ＮＡＴＯの２０２６年', 'nato', ['ＮＡＴＯ']],
    ['typed in full width', 'NATO, 2026', '２０２６', ['2026']],
    ['characters outside the first plane', 'a 🌉 b 🌉', '🌉', ['🌉', '🌉']],
    ['without overlaps', 'aaaa', 'aa', ['aa', 'aa']],
  ])('finds words %s', (_how, text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  it.each(['', '   ', '\n'])('finds nothing for an empty query (%j)', (query) => {
    expect(found('some text', query)).toEqual([])
  })

  it('gives ranges in order, apart from each other and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 3 }), (text, query) => {
        let last = 0
        for (const { start, end } of createFinder(text).find(query)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it('finds every passage of a text by its own words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y)
        const words = text.slice(from, to).trim()
        if (words !== '') expect(found(text, words).length).toBeGreaterThan(0)
      }),
    )
  })
})
