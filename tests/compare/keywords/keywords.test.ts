import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keywordInContext } from '../../../src/compare/keywords/in-context.ts'
import { logLikelihoodOf, logRatioOf } from '../../../src/compare/keywords/keyness.ts'
import { keywordsOf } from '../../../src/compare/keywords/keywords.ts'
import { prepare } from '../../../src/compare/prepare/prepare.ts'
import { articleOf } from '../article-of.ts'

describe('how typical a word is', () => {
  // Dunning 1993, the table of bigrams by log-likelihood: k(AB), k(A¬B), k(¬AB), k(¬A¬B).
  it.each([
    ['the swiss', 110, 2442, 111, 29114, 270.72],
    ['can be', 29, 13, 123, 31612, 263.9],
  ])('is what Dunning gives for "%s"', (_, both, first, second, neither, expected) => {
    const counts = {
      count: both,
      size: both + first,
      elsewhere: second,
      sizeElsewhere: second + neither,
    }
    expect(logLikelihoodOf(counts)).toBeCloseTo(expected, 2)
  })

  it('is nothing for a word that is as frequent here as there', () => {
    const counts = { count: 5, size: 1000, elsewhere: 10, sizeElsewhere: 2000 }
    expect(logLikelihoodOf(counts)).toBeCloseTo(0)
    expect(logRatioOf(counts)).toBe(0)
  })

  it('grows by one with each doubling, and takes half a word for none', () => {
    expect(logRatioOf({ count: 8, size: 1000, elsewhere: 2, sizeElsewhere: 1000 })).toBe(2)
    expect(logRatioOf({ count: 4, size: 1000, elsewhere: 0, sizeElsewhere: 1000 })).toBe(3)
  })
})

describe('keywords', () => {
  const harbour = articleOf([
    'The harbour dredgers came at dawn. Every dredger was loud, and the harbour was full of mud.',
    'People watched the dredgers for hours. The harbour stayed closed, said Ines Varga.',
  ])
  const council = articleOf([
    'The council met at dawn. Every councillor was loud, and the room was full of people.',
    'People watched the councillors for hours. The council stayed closed to them, the council, said Jo Lind.',
  ])

  it('shows the commonest form of what one article says and the other does not', () => {
    const found = keywordsOf([harbour, council].map((each) => prepare(each)))
    const terms = (article: number) =>
      found.filter((each) => each.article === article).map(({ term }) => term)
    expect(terms(0)).toEqual(['dredgers', 'harbour'])
    expect(terms(1)).toContain('council')
    expect(found[0]).toMatchObject({ count: 3, elsewhere: 0 })
    for (const { article, places, term } of found)
      for (const { start, end } of places) {
        const { text } = article === 0 ? harbour : council
        expect(text.slice(start, end).toLowerCase().slice(0, 5)).toBe(
          term.toLowerCase().slice(0, 5),
        )
      }
  })

  it('leaves furniture and function words out', () => {
    const noisy = articleOf([
      ...['One day it rained.', 'The next day it did not.'],
      { text: 'Subscribe subscribe subscribe subscribe.', furniture: true },
    ])
    const terms = keywordsOf([noisy, council].map((each) => prepare(each))).map(({ term }) => term)
    expect(terms).not.toContain('subscribe')
    expect(terms).not.toContain('it')
  })

  it('has nothing to say of one article alone, nor of one in another language', () => {
    const other = articleOf(['Der Hafen war voll. Der Hafen war laut.'], { language: 'de' })
    expect(keywordsOf([prepare(harbour)])).toEqual([])
    expect(keywordsOf([prepare(harbour), prepare(other)])).toEqual([])
  })
})

describe('a keyword in context', () => {
  const text = 'The old harbour was\nclosed by the council on Tuesday.'
  const place = { start: text.indexOf('closed'), end: text.indexOf('closed') + 6 }

  it('is cut between words, with line breaks as spaces', () => {
    expect(keywordInContext(text, place, 14)).toEqual({
      left: 'harbour was ',
      word: 'closed',
      right: ' by the',
    })
  })

  it('is the whole text where there is room', () => {
    const { left, word, right } = keywordInContext(text, place, 500)
    expect(left + word + right).toBe(text.replace('\n', ' '))
  })

  it('is never longer than asked for and halves no character, in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('😀', 'a', ' ', '\n', '漢', 'e\u0301', '.')),
        fc.nat(40),
        fc.nat(40),
        fc.nat(20),
        (parts, x, y, width) => {
          const before = parts.slice(0, x).join('')
          const all = parts.join('')
          const found = keywordInContext(
            all,
            { start: before.length, end: before.length + parts.slice(x, x + y).join('').length },
            width,
          )
          for (const side of [found.left, found.right]) {
            expect(side.length).toBeLessThanOrEqual(width)
            expect(side).not.toMatch(/\p{Surrogate}/u)
          }
        },
      ),
    )
  })
})
