// How well sentences that tell the same are found, on labelled stories that the constants had no part
// in, beside other methods; as shipped; whether articles are of one event; and time and memory beside
// the prototype. The stories are read from `../shared` when they are there.
import { existsSync } from 'node:fs'
import { countStems } from '../../scripts/lib/learn-compare.mjs'
import { importSources } from './lib/bundle.mjs'
import { devFolder, readDevSet } from './lib/compare-data.mjs'
import { engineExports } from './lib/compare-engine.mjs'
import { speed, speedHead } from './lib/compare-speed.mjs'
import { sharedFolder } from './lib/gate-data.mjs'
import { gatePairs, percentRight, toldHead, toldInUse } from './lib/gate-pairs.mjs'
import { baselines } from './lib/link-baselines.mjs'
import { contentCells, limitsFor } from './lib/link-cells.mjs'
import { heldOut, reliability, shipped } from './lib/link-engine.mjs'
import { askScorer } from './lib/link-scorer.mjs'
import { rates, sumOf, talliesOf, tallyHead, tallyRow } from './lib/link-tally.mjs'
import { printTable } from './lib/measure.mjs'
import { isSmall } from './lib/small.mjs'

const engine = await importSources(
  'compare',
  `${engineExports}
   export { compareAlone, compareArticles } from './src/compare/compare.ts'
   export { gateOf, signsOf } from './src/compare/gate.ts'`,
)

const tallied = ({ cells, limits }) =>
  talliesOf(cells, ({ story, score }) => ({
    linked: score >= limits[story].linked,
    sure: score >= limits[story].sure,
    words: score >= limits[story].words,
  }))

async function quality() {
  const stories = await readDevSet(engine)
  const frequencies = countStems(stories)
  const rarity = engine.rarityFrom(frequencies.counts, frequencies.articles)
  const held = heldOut(engine, stories, rarity)
  const others = Object.entries(baselines(frequencies)).map(([name, likeness]) => {
    const cells = contentCells(stories, likeness)
    return [name, tallied({ cells, limits: limitsFor(cells, stories.length) })]
  })
  console.log(
    `${stories.length} stories, ${held.pairs} pairs of sentences. Each story by weights and limits from
the others; only how common words are (no labels) is counted in all.`,
  )
  const rows = [tallyRow('Parallax', tallied(held))]
  for (const [name, tallies] of others) rows.push(tallyRow(name, tallies))
  const whole = shipped(engine, stories)
  const tallies = tallied(whole)
  rows.push(tallyRow('as shipped *', tallies))
  printTable(tallyHead, rows)
  console.log('* the whole engine; its constants were learnt on these very stories')
  // It counts all stories.
  if (!isSmall) againstScorer(whole.answers, sumOf(tallies))
  console.log('\nof pairs with a score like this, so many are links (each story by the others)')
  printTable(
    ['score', 'pairs', 'mean score', 'share right'],
    reliability(held.cells, engine.probability),
  )
}

function againstScorer(answers, sum) {
  const scorer = askScorer(answers)
  if (!scorer) return
  const same =
    ['strict', 'sure'].every((name) =>
      ['tp', 'fp', 'fn'].every((key) => scorer[name][key] === sum[name][key]),
    ) &&
    ['tp', 'fp', 'fn'].every((key) => scorer.quoteAndNear[key] === sum.quote[key]) &&
    scorer.falseQuotes === sum.falseQuotes &&
    scorer.lookAlikesLinked === `${sum.lookAlikesLinked}/${sum.lookAlikes}`
  const [ours, theirs] = [rates(sum.strict).f1, scorer.strict.f1].map((f1) => f1.toFixed(4))
  console.log(
    same
      ? `the scorer beside the data counts the same (strict F1 ${theirs})`
      : `COUNTED OTHERWISE by the scorer beside the data: ${theirs}, here ${ours}`,
  )
  if (!same) process.exitCode = 1
}

async function events() {
  const { pairs } = await gatePairs(engine)
  console.log('\nwhether two articles are of one event (more: `npm run bench -- gate`)')
  printTable(toldHead, toldInUse(pairs))
  for (const of of ['stories', 'look-alikes']) {
    const those = pairs.filter((pair) => pair.of === of)
    console.log(`${of}: ${percentRight(those, ({ told }) => told.event)} right`)
  }
}

async function timing() {
  const { rows, memory } = await speed(engine)
  console.log('\nthe whole comparison, beside the prototype in turns')
  printTable(speedHead, rows)
  const theirs = memory.prototype ? `, the prototype ${memory.prototype.toFixed(0)} MB` : ''
  console.log(`held after two of 100,000 words: ${memory.ours.toFixed(0)} MB${theirs}`)
}

if (existsSync(devFolder)) await quality()
else console.log('No labelled stories beside the project: quality is not measured.')
if (existsSync(sharedFolder)) await events()
await timing()
