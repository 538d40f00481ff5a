import { describe, expect, test } from 'vitest'
import {
  differencesOf,
  piecesOf,
  sharedQuotation,
} from '../../../src/shared/comparison/pair-view.ts'
import type { Figure, Quotation } from '../../../src/shared/model/comparison.ts'

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
    sharedQuotation({ quotations: [quotation(here, there)] }, a, b)?.cut

  test('is told to be shortened, longer, the same, or cut otherwise', () => {
    expect(cut('We cannot wait for spring', 'cannot wait')).toBe('shortened')
    expect(cut('cannot wait', 'We cannot wait for spring')).toBe('longer')
    expect(cut('“We cannot wait,”', 'we cannot wait')).toBe('same')
    expect(cut('We cannot wait', 'wait for the spring')).toBe('otherwise')
  })

  test('is none where only one of them quotes', () => {
    expect(
      sharedQuotation({ quotations: [quotation('no', 'no')] }, a, { ...b, sentence: 6 }),
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
  const comparison = {
    figures: [figure(a, '30%'), figure(b, 'a third')],
    differences: [{ kind: 'number' as const, a: 0, b: 1, differs: 'other' as const }],
  }
  expect(differencesOf(comparison, b, a)).toEqual([
    { kind: 'number', differs: 'other', a: 'a third', b: '30%' },
  ])
  expect(differencesOf(comparison, a, { ...b, sentence: 9 })).toEqual([])
})

describe('the pieces of a passage', () => {
  const text = 'Before. The town will close the old bridge. After.'
  const passage = { start: 8, end: 43 }

  test('are its whole text, cut where words are the same', () => {
    const same = [
      { start: 8, end: 16 },
      { start: 22, end: 31 },
    ]
    const pieces = piecesOf(text, passage, same)
    expect(pieces.map(({ text }) => text).join('')).toBe('The town will close the old bridge.')
    expect(pieces.filter((piece) => !piece.same).map(({ text }) => text)).toEqual([
      'will',
      'old bridge',
    ])
  })

  test('are one piece where nothing is known', () => {
    expect(piecesOf(text, passage, [])).toEqual([
      { text: 'The town will close the old bridge.', same: true },
    ])
  })
})
