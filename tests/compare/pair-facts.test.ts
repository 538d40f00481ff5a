import { describe, expect, test } from 'vitest'
import { pairFacts } from '../../src/compare/pair-facts.ts'
import type { Figure, Quotation } from '../../src/shared/model/comparison.ts'

const nothing = { quotations: [], figures: [], differences: [] }
const a = { article: 0, sentence: 3 }
const b = { article: 1, sentence: 5 }

const quotation = (here: string, there: string): Quotation => ({
  words: here,
  speaker: null,
  variants: [
    { ...a, start: 0, end: here.length, words: here, speaker: null },
    { ...b, start: 0, end: there.length, words: there, speaker: null },
  ],
})

describe('a quotation that two sentences share', () => {
  const cut = (here: string, there: string) =>
    pairFacts({ ...nothing, quotations: [quotation(here, there)] }).cut(a, b)?.ofB

  test('is told to be shortened, longer, the same, or cut otherwise', () => {
    expect(cut('We cannot wait for spring', 'cannot wait')).toBe('shortened')
    expect(cut('cannot wait', 'We cannot wait for spring')).toBe('longer')
    expect(cut('“We cannot wait,”', 'we cannot wait')).toBe('same')
    expect(cut('We cannot wait', 'wait for the spring')).toBe('otherwise')
  })

  test('is none where only one of them quotes', () => {
    expect(
      pairFacts({ ...nothing, quotations: [quotation('no', 'no')] }).cut(a, { ...b, sentence: 6 }),
    ).toBeNull()
  })
})

test('figures that differ are given in the order of the sentences asked about', () => {
  const figure = (at: typeof a, text: string): Figure => ({
    ...at,
    kind: 'number',
    start: 0,
    end: text.length,
    text,
    value: text,
  })
  const facts = pairFacts({
    ...nothing,
    figures: [figure(a, '30%'), figure(b, 'a third')],
    differences: [{ kind: 'number' as const, a: 0, b: 1, differs: 'other' as const }],
  })
  expect(facts.differing(b, a)).toMatchObject([
    { kind: 'number', differs: 'other', a: { text: 'a third' }, b: { text: '30%' } },
  ])
  expect(facts.differing(a, { ...b, sentence: 9 })).toEqual([])
})
