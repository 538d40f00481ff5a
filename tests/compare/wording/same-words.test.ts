import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepare } from '../../../src/compare/prepare/prepare.ts'
import { alignWords } from '../../../src/compare/wording/align-words.ts'
import { sameWords } from '../../../src/compare/wording/same-words.ts'
import { articleOf } from '../article-of.ts'

function sameOf(first: string, second: string): (readonly [string, string])[] {
  const [a, b] = [articleOf([first]), articleOf([second])]
  return sameWords(prepare(a), 0, prepare(b), 0).map(
    (each) =>
      [a.text.slice(each.a.start, each.a.end), b.text.slice(each.b.start, each.b.end)] as const,
  )
}

describe('same words', () => {
  it('are stretches in order, whatever lies between them', () => {
    expect(
      sameOf(
        'The harbour board met on Monday to close the old pier.',
        'On Monday the harbour board voted to close the pier.',
      ),
    ).toEqual([
      ['The harbour board', 'the harbour board'],
      ['to close the', 'to close the'],
      ['pier', 'pier'],
    ])
  })

  it('are found however a text is typed', () => {
    expect(
      sameOf("Lind's well-known café said “no”.", 'Lind’s well–known cafe\u0301 said "no".'),
    ).toEqual([["Lind's well-known café said “no", 'Lind’s well–known cafe\u0301 said "no']])
  })

  it('leave out lone function words far from others', () => {
    expect(
      sameOf('The ferry sank at noon near the coast.', 'A new mayor was sworn in at the end.'),
    ).toEqual([])
  })

  it('are none for sentences that do not exist', () => {
    const one = prepare(articleOf(['One.']))
    expect(sameWords(one, 0, one, 7)).toEqual([])
  })

  it('are found in sentences of thousands of words', () => {
    const words = Array.from({ length: 5_000 }, (_, at) => `word${at % 900}x${at}`)
    const edited = words.filter((_, at) => at % 50 !== 7)
    const same = sameOf(words.join(' '), edited.join(' '))
    expect(same).toHaveLength(101)
    expect(same.map(([, text]) => text).join(' ')).toBe(edited.join(' '))
  })
})

describe('aligned words', () => {
  const sense = { isContent: (word: number) => word % 3 > 0, normOf: (word: number) => `w${word}` }
  const words = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 24 })

  it('are the same words in order, and swapped when the sequences are', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const runs = alignWords(a, b, sense)
        let [endA, endB] = [0, 0]
        for (const run of runs) {
          expect(run.a).toBeGreaterThanOrEqual(endA)
          expect(run.b).toBeGreaterThanOrEqual(endB)
          expect(run.length).toBeGreaterThan(0)
          endA = run.a + run.length
          endB = run.b + run.length
          expect(a.slice(run.a, endA)).toEqual(b.slice(run.b, endB))
        }
        expect(
          alignWords(b, a, sense).map(({ a: inA, b: inB, length }) => ({ a: inB, b: inA, length })),
        ).toEqual(runs)
      }),
    )
  })

  it('are all where one sequence is within the other', () => {
    fc.assert(
      fc.property(words, words, words, (before, middle, after) => {
        const runs = alignWords([...before, ...middle, ...after], middle, sense)
        const total = runs.reduce((sum, { length }) => sum + length, 0)
        expect(total).toBe(middle.length)
      }),
    )
  })
})
