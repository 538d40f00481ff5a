// Which places stand side by side in step: never backwards, around the reader's pins.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, chainOf, type WeightedStep } from '../../../src/shared/comparison/step-chain.ts'

const step = (lead: number, follow: number, weight = 1): WeightedStep => ({ lead, follow, weight })
const pairs = (steps: readonly { lead: number; follow: number }[]): number[][] =>
  steps.map(({ lead, follow }) => [lead, follow])

const anySteps = fc.array(
  fc.record({
    lead: fc.nat(60),
    follow: fc.nat(60),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 9 },
)

describe('chainOf', () => {
  it('keeps what stands in one order in both texts', () => {
    expect(pairs(chainOf([step(1, 1), step(2, 2), step(3, 3)], []))).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('leaves out a passage that stands elsewhere in the other text', () => {
    expect(pairs(chainOf([step(1, 10), step(2, 90), step(3, 20), step(4, 30)], []))).toEqual([
      [1, 10],
      [3, 20],
      [4, 30],
    ])
  })

  it('takes the surer of two that cross', () => {
    expect(pairs(chainOf([step(1, 50, 1), step(2, 10, 3)], []))).toEqual([[2, 10]])
  })

  it('takes one of several places that one sentence is linked to', () => {
    expect(chainOf([step(5, 1), step(5, 2), step(5, 3)], [])).toHaveLength(1)
  })

  it('has every pin, and nothing that crosses one', () => {
    expect(pairs(chainOf([step(1, 10, 9), step(3, 30, 9), step(8, 80)], [step(2, 60)]))).toEqual([
      [1, 10],
      [2, 60],
      [8, 80],
    ])
  })

  it('believes the later of two pins that cross', () => {
    expect(pairs(chainOf([], [step(1, 50), step(2, 10)]))).toEqual([[2, 10]])
  })

  it('grows in both texts and is as heavy as any such choice', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const chain = chainOf(steps, [])
        for (const [i, { lead, follow }] of chain.entries()) {
          expect(lead).toBeGreaterThan(chain[i - 1]?.lead ?? -1)
          expect(follow).toBeGreaterThan(chain[i - 1]?.follow ?? -1)
        }
        const weightOf = ({ lead, follow }: { lead: number; follow: number }): number =>
          Math.max(
            ...steps.filter((s) => s.lead === lead && s.follow === follow).map((s) => s.weight),
          )
        const total = chain.reduce((sum, each) => sum + weightOf(each), 0)
        expect(total).toBe(heaviestByTrying(steps))
      }),
    )
  })
})

/** Tries every subset. */
function heaviestByTrying(steps: readonly WeightedStep[]): number {
  let most = 0
  for (let choice = 0; choice < 1 << steps.length; choice++) {
    const chosen = steps
      .filter((_, index) => choice & (1 << index))
      .toSorted((x, y) => x.lead - y.lead)
    const grows = chosen.every((each, index) => {
      const before = chosen[index - 1]
      return !before || (each.lead > before.lead && each.follow > before.follow)
    })
    if (grows)
      most = Math.max(
        most,
        chosen.reduce((sum, { weight }) => sum + weight, 0),
      )
  }
  return most
}

describe('around', () => {
  const chain = [step(10, 1), step(20, 2)]
  it('gives the steps on both sides of an offset', () => {
    expect(around(chain, 5)).toEqual({ before: null, after: chain[0] })
    expect(around(chain, 10)).toEqual({ before: chain[0], after: chain[1] })
    expect(around(chain, 99)).toEqual({ before: chain[1], after: null })
    expect(around([], 5)).toEqual({ before: null, after: null })
  })
})
