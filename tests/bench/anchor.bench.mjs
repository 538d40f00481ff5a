// Finding 1,000 quotes again after an edit, as right, wrong or orphaned, and how long it takes: ours, with
// and without the text that they were made on, a bare indexOf, and approximate matching of every quote in the whole text, as the Hypothesis client
// does it.
import search from 'approx-string-match'
import { importSources } from './lib/bundle.mjs'
import { judged, median, printTable, takeTurns } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs, random, word } from './lib/text.mjs'

const quotes = sized(1_000, 50)
const rounds = sized(7, 1)
const sizes = sized([10_000, 100_000], [2_000])
/** Approximate matching of all of them would take minutes; it is done on some and scaled. */
const sampledOf = (words) => sized(words > 50_000 ? 25 : 100, 5)
const goal = 0.1
/** Milliseconds for 1,000 quotes in 10,000 words: one alignment takes half of it. */
const aligned = 12

const { createResolver, describe } = await importSources(
  'anchor',
  `export { createResolver } from './src/shared/anchoring/resolve.ts'
   export { describe } from './src/shared/anchoring/describe.ts'`,
)

/** A text, its edit, and where each stretch of the old is in the new. */
function edited(words, share, seed) {
  const next = random(seed)
  const old = paragraphs(words, seed).join('\n\n')
  const parts = old.split(/(\s+)/)
  let at = 0
  let text = ''
  /** For each code unit of the old text its place in the new, and whether it is still there. */
  const places = new Int32Array(old.length + 1)
  const alive = new Uint8Array(old.length + 1)
  for (const part of parts) {
    const isWord = /\S/.test(part)
    const edit = isWord && next() < share ? next() : 1
    const kept = edit < 1 / 3 ? '' : edit < 2 / 3 ? word(next) : part
    const inserted = edit >= 2 / 3 && edit < 1 ? `${word(next)} ` : ''
    text += inserted
    for (let unit = 0; unit < part.length; unit++) {
      places[at + unit] = text.length + Math.min(unit, kept.length)
      alive[at + unit] = kept === part ? 1 : 0
    }
    text += kept
    at += part.length
  }
  places[old.length] = text.length
  return { old, text, places, alive }
}

function makeQuotes({ old, places, alive }, seed) {
  const next = random(seed + 1)
  const made = []
  while (made.length < quotes) {
    const from = old.indexOf(' ', Math.floor(next() * (old.length - 400))) + 1
    const to = old.indexOf(' ', from + 20 + Math.floor(next() * 130))
    if (from <= 0 || to < 0) continue
    const target = describe(old, 'old', from, to)
    let kept = 0
    for (let unit = target.start; unit < target.end; unit++) kept += alive[unit]
    // A word that was replaced still has its place; one that was taken out has none.
    made.push({
      target,
      start: places[target.start],
      end: places[target.end],
      found: kept >= (target.end - target.start) / 2,
    })
  }
  return made
}

/** Right: at least four fifths of what is found and what was meant are the same. */
function verdict({ start, end, found }, anchor) {
  if (anchor === null) return found ? 'orphaned' : 'right'
  const common = Math.min(end, anchor.end) - Math.max(start, anchor.start)
  const all = Math.max(end, anchor.end) - Math.min(start, anchor.start)
  return common / all >= 0.8 ? 'right' : 'wrong'
}

const ours = (text, old = null) => {
  const resolver = createResolver(text, () => old)
  return ({ target }) => {
    const anchor = resolver.resolve('new', target)
    return anchor.state === 'orphaned' ? null : anchor
  }
}

const exactly =
  (text) =>
  ({ target }) => {
    const start = text.indexOf(target.exact)
    return start < 0 ? null : { start, end: start + target.exact.length }
  }

/** Every match of the least errors, the one whose context and place fit best. */
const approximately =
  (text) =>
  ({ target }) => {
    const { exact, prefix, suffix } = target
    const limit = Math.min(256, exact.length / 2)
    const same = []
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
      same.push({ start: at, end: at + exact.length, errors: 0 })
    const matches = same.length > 0 ? same : search(text, exact, limit)
    const near = (part, quote) =>
      quote === ''
        ? 1
        : 1 - (search(part, quote, quote.length)[0]?.errors ?? quote.length) / quote.length
    let best = null
    for (const match of matches) {
      const before = text.slice(Math.max(0, match.start - prefix.length), match.start)
      const after = text.slice(match.end, match.end + suffix.length)
      const score =
        50 * (1 - match.errors / exact.length) +
        20 * near(before, prefix) +
        20 * near(after, suffix) +
        2 * (1 - Math.abs(match.start - target.start) / text.length)
      if (best === null || score > best.score) best = { ...match, score }
    }
    return best
  }

function shares(cases, find) {
  const counts = { right: 0, wrong: 0, orphaned: 0 }
  for (const each of cases) counts[verdict(each, find(each))]++
  const percent = (count) => ((count / cases.length) * 100).toFixed(1)
  return `${percent(counts.right)} / ${percent(counts.wrong)} / ${percent(counts.orphaned)}`
}

console.log(`Finding ${quotes} quotes again; ms, then right / wrong / orphaned in per cent\n`)
const rows = []
const ratios = []
let wrong = 0
for (const words of sizes)
  for (const share of [0.01, 0.05]) {
    const edit = edited(words, share, words + share * 100)
    const cases = makeQuotes(edit, words)
    const some = cases.filter((_, at) => at % (quotes / sampledOf(words)) === 0)
    const times = await takeTurns(rounds, {
      ours: () => void cases.forEach(ours(edit.text, edit.old)),
      alone: () => void cases.forEach(ours(edit.text)),
      indexOf: () => void cases.forEach(exactly(edit.text)),
    })
    const slow = await takeTurns(sized(3, 1), {
      approximate: () => void some.forEach(approximately(edit.text)),
    })
    const approximate = (slow.approximate / some.length) * quotes
    ratios.push(times.ours / approximate)
    const find = ours(edit.text, edit.old)
    wrong += cases.filter((each) => verdict(each, find(each)) === 'wrong').length
    rows.push([
      `${words / 1000}k words, ${share * 100} %`,
      words === 10_000 ? judged(times.ours, aligned) : times.ours,
      shares(cases, ours(edit.text, edit.old)),
      times.alone,
      shares(cases, ours(edit.text)),
      times.indexOf,
      shares(cases, exactly(edit.text)),
      approximate,
      shares(some, approximately(edit.text)),
      judged(times.ours / approximate, goal),
    ])
  }
printTable(
  [
    'text, edit',
    'ours',
    '',
    'without the old text',
    '',
    'indexOf',
    '',
    'approx.',
    '',
    'ours to approx.',
  ],
  rows,
)
console.log(
  `\nMedian of the ratios: ${judged(median(ratios), goal)}; wrong ones: ${wrong} (goal 0)`,
)
