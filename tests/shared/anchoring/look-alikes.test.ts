// Deletes, swaps and edits passages among others that look like them: a note stands on its own passage or on
// none. The long run of many thousands is `npm run bench -- look-alikes`.
import { describe, expect, it } from 'vitest'
import { judgeTrial } from './judge-trial.ts'
import { makeTrial, seeded } from './look-alikes.ts'

const trials = 400

describe('among passages that look alike', () => {
  it.each([
    ['with the old text', true],
    ['without it', false],
  ])(
    'no note stands on another passage, nor on other words without telling, %s',
    (_, hasOld) => {
      const random = seeded(20_260)
      const wrong = []
      for (let trial = 0; trial < trials; trial++)
        wrong.push(...judgeTrial(makeTrial(random), hasOld, random).wrong)
      expect(wrong).toEqual([])
    },
    60_000,
  )

  it('finds what is there, with the old text', () => {
    const random = seeded(7)
    let [there, found] = [0, 0]
    for (let trial = 0; trial < 100; trial++) {
      const judged = judgeTrial(makeTrial(random), true, random)
      there += judged.there
      found += judged.found
    }
    expect(found / there).toBeGreaterThan(0.97)
  })
})
