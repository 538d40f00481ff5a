// Deletes, swaps and edits passages among others that look like them, other passages every time: a note stands
// on its own passage or on none. A few thousand notes a run tell of a rule that broke; the long run, which
// counts what is left, is `npm run bench -- look-alikes`.
import { describe, expect, it } from 'vitest'
import { type Fate, fates, judgeTrial } from './trials/judge-trial.ts'
import { makeTrial } from './trials/make-trial.ts'
import { seeded } from './trials/random.ts'

const trials = 250

function run(hasOld: boolean) {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = seeded(seed)
  const wrong: string[] = []
  const there: Record<Fate, number> = { same: 0, moved: 0, harmless: 0, edited: 0, deleted: 0 }
  const found = { ...there }
  for (let trial = 0; trial < trials; trial++) {
    const judged = judgeTrial(makeTrial(random), hasOld, random)
    wrong.push(...judged.wrong)
    for (const fate of fates) {
      there[fate] += judged.there[fate]
      found[fate] += judged.found[fate]
    }
  }
  const share = (fate: Fate): number => found[fate] / Math.max(1, there[fate])
  return { wrong, share, told: `seed ${seed}\n${wrong.join('\n\n')}` }
}

describe('among passages that look alike', () => {
  // Of 1,500 notes; the long run has about one in forty thousand.
  it.each([
    ['with the old text', true, { same: 0.985, moved: 0.75, harmless: 0.9, edited: 0.5 }],
    ['without it', false, { same: 0.94, moved: 0.65, harmless: 0.75, edited: 0 }],
  ])(
    'no note stands on another passage, nor on other words without telling, and what is there is found, %s',
    (_, hasOld, least) => {
      const { wrong, share, told } = run(hasOld)
      expect(wrong.length, told).toBeLessThanOrEqual(1)
      for (const fate of ['same', 'moved', 'harmless', 'edited'] as const)
        expect(share(fate), `${fate}, ${told}`).toBeGreaterThanOrEqual(least[fate])
    },
    120_000,
  )
})
