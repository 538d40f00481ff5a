import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/compare/quotations/find-quotations.ts'
import { articleOf } from './articles.ts'

const words = (...paragraphs: string[]): string[] =>
  findQuotations(articleOf(...paragraphs)).map((each) => each.words)

describe('the words of a quotation', () => {
  it.each([
    ['curly marks', 'She said “the pier is safe” twice.', ['the pier is safe']],
    ['straight marks', 'She said "the pier is safe" twice.', ['the pier is safe']],
    ['single marks', 'She said ‘the pier isn’t safe’ twice.', ['the pier isn’t safe']],
    ['straight single marks', "She said 'the pier isn't safe' twice.", ["the pier isn't safe"]],
    [
      'German marks',
      'Sie sagte: „Die Brücke ist sicher.“ Dann ging sie.',
      ['Die Brücke ist sicher.'],
    ],
    ['reversed guillemets', 'Er sagte: »Wir gehen.« Dann ging er.', ['Wir gehen.']],
    ['guillemets with spaces', 'Elle a dit : « Nous partons » hier.', ['Nous partons']],
    ['corner brackets', '市長は「橋は安全だ」と述べた。', ['橋は安全だ']],
    ['brackets and ellipses', '“[The pier] is … safe,” she said.', ['[The pier] is … safe,']],
    [
      'a quotation within',
      '“He told me ‘go home’ and left,” she said.',
      ['He told me ‘go home’ and left,'],
    ],
    [
      'elisions and genitives',
      "The dogs' bowl, ’tis said, dates from the '90s; O’Brien’s too.",
      [],
    ],
    ['inches', 'The plank is 6" wide and 12" long.', []],
    ['mixed marks', 'She said “the pier is safe" twice.', ['the pier is safe']],
  ])('are found between %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('run over paragraphs that each open with a mark', () => {
    const [found, ...others] = findQuotations(
      articleOf('Varga wrote: “The pier is old.', '“We shall mend it.”', 'Nobody answered.'),
    )
    expect(others).toEqual([])
    expect(found?.pieces).toHaveLength(2)
    expect(found?.words).toBe('The pier is old.\n\n“We shall mend it.')
  })

  it('end with the paragraph when no mark closes them', () => {
    expect(words('She said: “The pier is old.', 'Nobody answered.')).toEqual(['The pier is old.'])
  })

  it('are one where only who says them interrupts', () => {
    const found = findQuotations(articleOf('“I came,” Ines Varga said, “and I saw.” She left.'))
    expect(found.map(({ pieces }) => pieces.length)).toEqual([2])
    expect(found[0]?.speaker?.name).toBe('Ines Varga')
  })

  it('are left out in furniture', () => {
    expect(words('~ Read also: “The pier is old”')).toEqual([])
  })
})

it.each([
  ['speech', 'She said “the pier is safe” twice.'],
  ['term', 'The council’s “grand design” failed.'],
  ['title', 'In his book “The Long Pier,” Adler tells of it.'],
  ['title', 'Joe “Sleepy” Miller came.'],
  ['name', 'The motto “Firm and Free” hangs there.'],
])('is seen to be a %s: %s', (kind, text) => {
  expect(findQuotations(articleOf(text))[0]?.kind).toBe(kind)
})

const signs = [
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '「',
  '」',
  ' ',
  '\n\n',
  ',',
  '.',
  'said',
  'He',
  'Varga',
  'a',
  '[',
  '(',
  ':',
]

it('gives offsets of the words in any text, in order and without overlap', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const article = articleOf(...text.split('\n\n'))
        let last = 0
        for (const { start, end, words: found, speaker } of findQuotations(article)) {
          expect(article.text.slice(start, end)).toBe(found)
          expect(start).toBeGreaterThanOrEqual(last)
          if (speaker) expect(speaker.end).toBeGreaterThan(speaker.start)
          last = end
        }
      },
    ),
  )
})

it.each([
  ['“', 100_000],
  ['" ', 100_000],
  ["'a ", 100_000],
  ['«', 100_000],
  ['“‘', 100_000],
  ['„', 100_000],
  ['"a ', 10_000],
  ['“a” and ', 10_000],
])('copes with %s repeated %d times', (sign, times) => {
  expect(() => findQuotations(articleOf(sign.repeat(times)))).not.toThrow()
})
