// The fast count must agree with the segmenter it stands in for.
import { describe, expect, test } from 'vitest'
import { countWords } from '../../../src/shared/text/words.ts'

const segmented = (text: string): number => {
  let words = 0
  for (const { isWordLike } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text))
    if (isWordLike) words++
  return words
}

describe('the number of words', () => {
  test.each([
    ['', 0],
    ['… — !', 0],
    ["It's 3.14 o’clock, don't", 4],
    ['one—two three/four well-known', 6],
  ])('of “%s” is %i', (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test.each([
    'The U.S. council, in 2,000 words (or so), met at 10:30.',
    'Der Bürgermeister’s Brücke – für 1.250,50 Euro!',
    'قرر مجلس البلدية مساء الثلاثاء إغلاق الجسر القديم.',
    'Городской совет решил закрыть мост.',
    'नगर परिषद ने पुल बंद करने का निर्णय लिया।',
    '市议会星期二开会讨论桥梁和费用。Bridge 桥 closes。',
    '北浜町は三日、町の中心にかかる橋を通行止めにする。',
    'เทศบาลปิดสะพานเก่า',
    '시의회는 다리를 닫기로 했다.',
  ])('is what the segmenter counts in “%s”', (text) => {
    expect(countWords(text)).toBe(segmented(text))
  })

  test.each([
    ['letters', 'a'.repeat(10_000_000), 1],
    ['letters with marks', 'é'.normalize('NFD').repeat(5_000_000), 1],
    ['letters beyond the basic plane', '\u{10400}'.repeat(2_500_000), 1],
    ['points', 'a.'.repeat(5_000_000), 1],
    ['marks alone', `a${'\u0301'.repeat(10_000_000)}`, 1],
    ['commas between digits', '1,'.repeat(5_000_000), 1],
  ])('is one for ten megabytes of %s without a space', (_, text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test.each([
    ['Han', '桥和费用'],
    ['kana', 'はし'],
    ['Thai', 'สะพานเก่า'],
  ])(
    'is told of two megabytes of %s without a space',
    (_, text) => {
      const words = countWords(text.repeat(2_000_000 / 3 / text.length))
      expect(words).toBeGreaterThan(20_000)
      expect(words).toBeLessThan(2_000_000)
    },
    60_000,
  )
})
