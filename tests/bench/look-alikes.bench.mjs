// Notes among passages that look alike, after some were deleted, swapped and edited: how many stand where they
// belong, and how many on another passage or on other words without telling; that should be none.
import { importSources } from './lib/bundle.mjs'
import { judged, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'

const trials = sized(20_000, 50)
const { fates, judgeTrial, makeTrial, seeded } = await importSources(
  'look-alikes',
  `export { fates, judgeTrial } from './tests/shared/anchoring/trials/judge-trial.ts'
   export { makeTrial } from './tests/shared/anchoring/trials/make-trial.ts'
   export { seeded } from './tests/shared/anchoring/trials/random.ts'`,
)

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`${trials} texts of passages that look alike, edited; SEED=${seed} makes them again\n`)
const rows = []
for (const hasOld of [true, false]) {
  const random = seeded(seed)
  const wrong = []
  const there = Object.fromEntries(fates.map((fate) => [fate, 0]))
  const found = { ...there }
  for (let trial = 0; trial < trials; trial++) {
    const one = judgeTrial(makeTrial(random), hasOld, random)
    wrong.push(...one.wrong)
    for (const fate of fates) {
      there[fate] += one.there[fate]
      found[fate] += one.found[fate]
    }
  }
  for (const each of wrong.slice(0, 3)) console.log(`${each}\n`)
  const notes = Object.values(there).reduce((sum, each) => sum + each)
  const share = (fate) => `${((found[fate] / there[fate]) * 100).toFixed(1)} %`
  const how = hasOld ? 'with the old text' : 'without it'
  rows.push([how, notes, ...fates.map(share), judged(wrong.length, 0)])
}
printTable(['', 'notes', ...fates.map((fate) => `found: ${fate}`), 'wrong'], rows)
