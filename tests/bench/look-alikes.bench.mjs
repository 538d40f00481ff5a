// Notes among passages that look alike, after some were deleted, swapped and edited: how many stand where they
// belong, and how many on another passage or on other words without telling; that should be none.
import { importSources } from './lib/bundle.mjs'
import { judged, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'

const trials = sized(20_000, 50)
const { judgeTrial, makeTrial, seeded } = await importSources(
  'look-alikes',
  `export { judgeTrial } from './tests/shared/anchoring/judge-trial.ts'
   export { makeTrial, seeded } from './tests/shared/anchoring/look-alikes.ts'`,
)

console.log(`${trials} texts of passages that look alike, edited\n`)
const rows = []
for (const hasOld of [true, false]) {
  const random = seeded(1)
  const wrong = []
  let [there, found] = [0, 0]
  for (let trial = 0; trial < trials; trial++) {
    const one = judgeTrial(makeTrial(random), hasOld, random)
    wrong.push(...one.wrong)
    there += one.there
    found += one.found
  }
  for (const each of wrong.slice(0, 3)) console.log(`${each}\n`)
  rows.push([
    hasOld ? 'with the old text' : 'without it',
    there,
    `${((found / there) * 100).toFixed(1)} %`,
    judged(wrong.length, 0),
  ])
}
printTable(['', 'notes', 'found', 'wrong'], rows)
