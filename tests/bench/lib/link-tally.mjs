// Counts links as the scorer beside the data does: laid on the truth's sentences; links of high
// confidence are right, those of medium confidence and related ones are not scored, all else is wrong.
import { random } from './text.mjs'

const counts = () => ({ tp: 0, fp: 0, fn: 0 })

/** Sums of one story, or of many. */
const emptyTally = () => ({
  strict: counts(),
  sure: counts(),
  quote: counts(),
  falseQuotes: 0,
  lookAlikesLinked: 0,
  lookAlikes: 0,
})

const count = (into, real, found) => {
  if (real) into[found ? 'tp' : 'fn']++
  else if (found) into.fp++
}

/**
 * Adds one pair of sentences of the truth.
 * @param cell its `label` (1 a link, 0 none, -1 not scored), `lookAlike`, `quote`
 * @param found whether it is linked, linked *surely*, and linked as the same words
 */
function addCell(tally, { label, lookAlike, quote }, { linked, sure, words }) {
  if (lookAlike) tally.lookAlikes++
  if (lookAlike && linked) tally.lookAlikesLinked++
  if (label === -1) return
  count(tally.strict, label === 1, linked)
  count(tally.sure, label === 1, sure)
  count(tally.quote, quote === 1, words)
  if (words && label !== 1) tally.falseQuotes++
}

/** What each story adds up to. @param find gives for a cell what was found there */
export function talliesOf(cells, find) {
  const tallies = []
  for (const cell of cells) {
    tallies[cell.story] ??= emptyTally()
    addCell(tallies[cell.story], cell, find(cell))
  }
  return tallies
}

export function sumOf(tallies) {
  const sum = emptyTally()
  for (const tally of tallies)
    for (const [name, value] of Object.entries(tally))
      if (typeof value === 'number') sum[name] += value
      else for (const key of Object.keys(value)) sum[name][key] += value[key]
  return sum
}

export function rates({ tp, fp, fn }) {
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

/** From where to where strict F1 lies in 95 of 100 draws of as many stories (bootstrap; the same every time). */
function interval(tallies, draws = 2_000) {
  const next = random(20)
  const values = Array.from({ length: draws }, () => {
    const drawn = tallies.map(() => tallies[Math.floor(next() * tallies.length)])
    return rates(sumOf(drawn).strict).f1
  }).sort((x, y) => x - y)
  return [values[Math.floor(0.025 * draws)], values[Math.ceil(0.975 * draws) - 1]]
}

const shown = (value) => value.toFixed(3)

export const tallyHead = [
  '',
  ...['P', 'R', 'F1', '95 %', 'sure P', 'sure R'],
  ...['words F1', 'no true link', 'look-alikes'],
]

/** A row of the table of which `tallyHead` is the head. */
export function tallyRow(name, tallies) {
  const { strict, sure, quote, ...sum } = sumOf(tallies)
  const [all, surely] = [rates(strict), rates(sure)]
  return [
    name,
    ...[all.precision, all.recall, all.f1].map(shown),
    interval(tallies).map(shown).join('–'),
    ...[surely.precision, surely.recall, rates(quote).f1].map(shown),
    `${sum.falseQuotes} of ${quote.tp + quote.fp}`,
    `${sum.lookAlikesLinked} of ${sum.lookAlikes}`,
  ]
}
