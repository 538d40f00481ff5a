// The words of a search are marked wherever they stand, and nothing else is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchNode } from '../../../src/shared/search/ast.ts'
import { matcherOf, wordsMatcher } from '../../../src/shared/search/match-text.ts'
import { parseQuery } from '../../../src/shared/search/parse-query.ts'
import { tokensOf } from '../../../src/shared/search/tokens.ts'
import { wantedWords } from '../../../src/shared/search/wanted-words.ts'
import { createFinder } from '../../../src/shared/text/find.ts'
import { words } from './support.ts'

function searchFor(query: string): SearchNode {
  const { search } = parseQuery(query, { typing: false, stories: null })
  if (!search) throw new Error(`${query} asks for nothing`)
  return search
}
const marked = (text: string, query: string): string[] =>
  matcherOf(searchFor(query), 'text')(text).map(({ start, end }) => text.slice(start, end))

describe('in a text', () => {
  it.each([
    ['whatever their case and accents', 'Café, CAFE\u0301', 'cafe', ['Café', 'CAFE\u0301']],
    ['as whole words', 'bridge bridges abridge', 'bridge', ['bridge']],
    ['by their beginning', 'Bridge bridges abridge', 'brid*', ['Bridge', 'bridges']],
    ['in a row, over a line break', 'the old\nbridge, old', '"old bridge"', ['old\nbridge']],
    ['in a row that goes on', 'old bridges', '"old bri"*', ['old bridges']],
    ['in any part of Chinese', '大橋昨夜倒塌了。大橋', '昨夜倒', ['昨夜倒']],
    ['in any part of Japanese', '東京タワーに行く', 'タワ', ['タワ']],
    ['in Chinese over a line’s end', '昨夜大\n橋倒塌', '大橋', ['大\n橋']],
    ['but no word of Chinese over a mark', '很大。橋上，大’橋、大-橋', '大橋', []],
    ['in a row of Chinese with its marks', '大、橋 大橋', '"大、橋"', ['大、橋']],
    ['broken at a line’s end', 'the infor-\nmation', 'information', ['infor-\nmation']],
    ['with a hyphen of their own there', 'a well-\nknown man', 'well-known', ['well-\nknown']],
    ['in half a broken word', 'a well-\nknown man', 'known', ['known']],
    ['once, as a whole or by half', 'a well-\nknown well', 'well*', ['well-\nknown', 'well']],
    ['of full width', 'ＮＡＴＯ and NATO', 'nato', ['ＮＡＴＯ', 'NATO']],
    ['of every alternative', 'a toll or a fee', 'toll OR fee', ['toll', 'fee']],
    ['longest first', 'old bridge', 'old "old bridge"', ['old bridge']],
    ['without overlaps', 'a b a b a', '"a b a"', ['a b a']],
    ['but not those ruled out', 'old bridge', 'old -bridge', ['old']],
    ['but not those of another field', 'old bridge', 'title:old bridge', ['bridge']],
    ['also those of this field', 'old bridge', 'text:old', ['old']],
    ['but nothing for an operator', 'climate', 'tag:climate', []],
  ])('words are marked %s', (_how, text, query, expected) => {
    expect(marked(text, query)).toEqual(expected)
  })

  const piece = fc.constantFrom(
    ...['old', 'Old', 'olden', 'é', 'e\u0301', 'E', '大', '橋', '大橋', 'ｅ', 'ﬁ', '\u00ad', '𠮷'],
    ...[' ', ' ', '\n', '-', '’', '…'],
  )
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
  const wanted = fc.array(
    fc.record({
      text: fc.array(piece, { maxLength: 4 }).map((all) => all.join('')),
      prefix: fc.boolean(),
    }),
    { maxLength: 4 },
  )

  it('the same is marked as by a plain scan', () => {
    fc.assert(
      fc.property(text, wanted, (each, nodes) => {
        const searched = nodes.map((node) => words(node.text, node))
        expect(wordsMatcher(searched)(each)).toEqual(scan(each, searched))
      }),
      { numRuns: 1_000 },
    )
  })

  it('a row that repeats itself is marked as by a plain scan', () => {
    const letters = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 16 })
    const inARow = letters.map((all) => all.join(' '))
    fc.assert(
      fc.property(inARow, fc.array(inARow, { maxLength: 3 }), (each, rows) => {
        const searched = rows.map((row) => words(row.slice(0, 7)))
        expect(wordsMatcher(searched)(each)).toEqual(scan(each, searched))
      }),
      { numRuns: 1_000 },
    )
  })

  it('what is marked in one word is what find finds there', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('old', 'e', 'é', '橋', '大橋', 'fi'), (each, word) => {
        const found = createFinder(each).find(word)
        for (const { start, end } of wordsMatcher([words(word)])(each))
          expect(found.some((place) => place.start <= start && place.end >= end)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  it('a phrase of a whole query is marked where it stands in a text that nearly repeats it', () => {
    const phrase = `${'a '.repeat(2_000)}b`
    const text = `${'a '.repeat(100_001)}b`
    expect(wordsMatcher([words(phrase)])(text)).toEqual([
      { start: text.length - phrase.length, end: text.length },
    ])
  })
})

/** Word by word, at each place the longest. */
function scan(text: string, nodes: readonly ReturnType<typeof words>[]) {
  const { words: all, starts, ends } = tokensOf(text)
  const found: { start: number; end: number }[] = []
  for (let at = 0; at < all.length; ) {
    let longest = 0
    for (const node of nodes) {
      const { words: row, goesOn } = wantedWords(node)
      const stands = row.every((word, offset) => {
        const here = all[at + offset] ?? ''
        return goesOn && offset === row.length - 1 ? here.startsWith(word) : here === word
      })
      if (stands) longest = Math.max(longest, row.length)
    }
    if (longest > 0) found.push({ start: starts[at] ?? -1, end: ends[at + longest - 1] ?? -1 })
    at += Math.max(1, longest)
  }
  return found
}
