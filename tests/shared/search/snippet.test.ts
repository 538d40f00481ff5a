// What is shown around a place: short, on one line, cut between words and never within a character.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsMatcher } from '../../../src/shared/search/match-text.ts'
import { type Snippet, snippetOf } from '../../../src/shared/search/snippet.ts'
import { words } from './support.ts'

const snippets = (text: string, word: string, length: number): Snippet[] => {
  const places = wordsMatcher([words(word)])(text)
  return places.map((_, at) => snippetOf(text, places, length, at))
}
const marksOf = ({ text, marks }: Snippet): string[] =>
  marks.map(({ start, end }) => text.slice(start, end))

describe('a snippet', () => {
  it('has the place and what stands around it, cut between words', () => {
    const [snippet] = snippets(
      'Yesterday the council closed the old bridge for ever and a day.',
      'old',
      30,
    )
    expect(snippet).toEqual({
      text: 'the old bridge for ever and a',
      start: 29,
      marks: [{ start: 4, end: 7 }],
    })
  })

  it('is the whole of a short text, on one line, with all places in it', () => {
    const [snippet] = snippets('old\nand\r\nold\u00a0', 'old', 100)
    expect(snippet?.text).toBe('old and  old ')
    expect(snippet && marksOf(snippet)).toEqual(['old', 'old'])
  })

  it('uses its room at the end of a text for what comes before', () => {
    const [snippet] = snippets('one two three four five six seven eight nine ten', 'ten', 24)
    expect(snippet?.text).toBe('six seven eight nine ten')
  })

  it('gives the beginning of a text without places', () => {
    expect(snippetOf('one two three', [], 9)).toEqual({ text: 'one two', start: 0, marks: [] })
  })

  it('is cut between words also where no spaces are', () => {
    const text = '昨日の会議で東京都知事は新しい橋の建設計画を発表した。'
    const [snippet] = snippets(text, '橋', 12)
    expect(snippet && marksOf(snippet)).toEqual(['橋'])
    const borders = new Set<number>([text.length])
    for (const { index } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text))
      borders.add(index)
    expect(borders.has(snippet?.start ?? -1)).toBe(true)
  })

  it('cuts a place that is longer than itself', () => {
    const text = `x ${'old '.repeat(20)}`
    const [snippet] = snippets(text, 'old '.repeat(20), 20)
    expect(snippet?.text.length).toBeLessThanOrEqual(20)
    expect(snippet?.marks).toEqual([{ start: 0, end: snippet?.text.length }])
  })

  it('ends where one character goes on for ever', () => {
    const endless = '\u0301'.repeat(100_000)
    const [snippet] = snippets(
      `${'x'.repeat(50)}${endless} old ${'x'.repeat(5)}${endless}`,
      'old',
      20,
    )
    expect(snippet?.text.length).toBeLessThan(2_000)
  })

  const piece = fc.constantFrom(
    ...[
      'old',
      'bridge',
      'e\u0301',
      '🇩🇪',
      '🇫🇷',
      '👩‍👩‍👧',
      '𝒜',
      '大',
      'ก็',
      'नि',
      '한',
      '각',
      ' ',
      ' ',
      '\r\n',
    ],
    ...['.', '’', '\u200d', '\u0301\u0302', '👍🏽', '\u0600'],
  )

  it('is within its length, never cuts a character, and marks what is marked in the text', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
        fc.integer({ min: 1, max: 60 }),
        (text, length) => {
          const places = wordsMatcher([words('old'), words('大'), words('e')])(text)
          const characters = [...graphemes.segment(text)]
          const borders = new Set([text.length, ...characters.map(({ index }) => index)])
          const longest = Math.max(0, ...characters.map(({ segment }) => segment.length))
          for (const at of places.keys()) {
            const snippet = snippetOf(text, places, length, at)
            const end = snippet.start + snippet.text.length
            expect(borders.has(snippet.start) && borders.has(end)).toBe(true)
            expect(snippet.text.length).toBeLessThanOrEqual(length + 2 * longest)
            const place = places[at] ?? { start: 0, end: 0 }
            expect(snippet.start).toBeLessThanOrEqual(place.start)
            expect(end).toBeGreaterThan(place.start)
            expect(snippet.marks).toEqual(
              places
                .filter((each) => each.start < end && each.end > snippet.start)
                .map((each) => ({
                  start: Math.max(each.start, snippet.start) - snippet.start,
                  end: Math.min(each.end, end) - snippet.start,
                })),
            )
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
