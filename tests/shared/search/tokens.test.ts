// What counts as a word, and where it stands in the text as it is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexedText, tokensOf } from '../../../src/shared/search/tokens.ts'
import { joined } from '../../../src/shared/text/broken-words.ts'
import { foldForFind } from '../../../src/shared/text/fold-for-find.ts'

const unspaced = fc
  .array(fc.constantFrom('大', '橋', 'タ', 'ｶ', '서', 'ข', '、', '’', ' ', '\n', '\u00ad', 'old'))
  .map((all) => all.join(''))

const wordsOf = (text: string): readonly string[] => tokensOf(text).words

describe('the words of a text', () => {
  it.each([
    ['Two WORDS', ['two', 'words']],
    ['Café naïve Ångström', ['cafe', 'naive', 'angstrom']],
    ['cafe\u0301', ['cafe']],
    ['don’t', ['don', 't']],
    ['soft\u00adhyphen', ['softhyphen']],
    ['the knowl-\nedge of it', ['the', 'knowledge', 'of', 'it', '\u{10ffff}', 'knowl', 'edge']],
    ['une dé-\r\n  cision', ['une', 'decision', '\u{10ffff}', 'de', 'cision']],
    [
      'a well-\nknown, out-\nof-\ndate one',
      [
        ...['a', 'wellknown', 'outofdate', 'one'],
        ...['\u{10ffff}', 'well', 'known', '\u{10ffff}', 'out', 'of', 'date'],
      ],
    ],
    ['Anna-\nMaria', ['anna', 'maria']],
    ['Straße in Łódź', ['strasse', 'in', 'lodz']],
    ['كَتَبَ أحمد', ['كتب', 'احمد']],
    ['ﬁnal', ['final']],
    ['Σίσυφος', ['σισυφοσ']],
    ['東京に', ['東', '京', 'に']],
    ['サーバー', ['サ', 'ー', 'バ', 'ー']],
    ['서울에서', ['서', '울', '에', '서']],
    ['ข่าว', ['ข', '่', 'า', 'ว']],
    ['ＮＡＴＯ（２０２６）', ['nato', '2026']],
    ['the 東京x tower', ['the', '東', '京', 'x', 'tower']],
    ['हिन्दी', ['हिन्दी']],
    ['3.14', ['3', '14']],
    ['大’橋', ['大', '\u{10ffff}', '橋']],
    ['很大。橋', ['很', '大', '\u{10ffff}', '橋']],
    ['大\n橋 上', ['大', '橋', '上']],
    ['大, old', ['大', 'old']],
    ['— “!” …', []],
    ['', []],
  ])('of %j are %j', (text, words) => expect(wordsOf(text)).toEqual(words))

  it('stand where the text has them, whatever folding makes of them', () => {
    const text = 'Ein “ﬁnal” Cafe\u0301 in 東京.'
    const { words, starts, ends } = tokensOf(text)
    expect(words.map((_, at) => text.slice(starts[at], ends[at]))).toEqual([
      'Ein',
      'ﬁnal',
      'Cafe\u0301',
      'in',
      '東',
      '京',
    ])
  })

  it('are cut where no one types so long a word, never within a character', () => {
    const [word = ''] = wordsOf(`${'a'.repeat(63)}𝒜${'b'.repeat(999)}`)
    expect(word).toBe('a'.repeat(63))
  })

  it('are the same for the index and for the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), unspaced), (text) => {
        expect(indexedText(text)).toBe(wordsOf(text).join(' '))
      }),
      { numRuns: 500 },
    )
  })

  it('are those of the text folded as a whole', () => {
    const piece = fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      ' ',
      '-',
      '"',
      '\u0301',
      '\u00ad',
      'ﬁ',
      '東',
      'が',
      'か\u3099',
      '1',
      '…',
      '\u200d',
      '😀',
      'ß',
      '.',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const whole = joined(text, foldForFind(text), 'gone').text
        let at = 0
        for (const word of wordsOf(text).filter((each) => each !== '\u{10ffff}')) {
          expect(whole.indexOf(word, at)).toBeGreaterThanOrEqual(at)
          at = whole.indexOf(word, at) + word.length
        }
      }),
      { numRuns: 500 },
    )
  })
})
