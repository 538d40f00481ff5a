// Passages taken over from one text into another, unchanged, lightly and heavily edited: how well
// they are found again, by PAN's measure, against runs of 50 equal characters. Then how long it takes
// to prepare two articles and to find what of their wording is the same.
import { importSources } from './lib/bundle.mjs'
import { edited, inputOf, related } from './lib/edits.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { plagdet } from './lib/plagdet.mjs'
import { sized } from './lib/small.mjs'
import { article, paragraphs, random } from './lib/text.mjs'

const { prepare, sharedStretches, wordingLinks } = await importSources(
  'wording',
  `export { prepare } from './src/compare/prepare/prepare.ts'
   export { sharedStretches } from './src/compare/wording/shared-stretches.ts'
   export { wordingLinks } from './src/compare/wording/wording-links.ts'`,
)

const pairsEach = sized(200, 3)
/** Share of the words that are replaced, put in, left out or swapped with the next. */
const levels = [
  { name: 'none', share: 0, goal: 0.995 },
  { name: 'light', share: 0.1, goal: 0.99 },
  { name: 'heavy', share: 0.38, goal: 0.95 },
]

/** Two texts of 1,000 words, one to three passages of 50 to 150 words planted from the first in the second. */
function plant(share, seed) {
  const next = random(seed)
  const source = paragraphs(1_000, seed * 7 + 1).join('\n\n')
  const own = paragraphs(1_000, seed * 7 + 2)
  const planted = []
  let text = ''
  const wanted = 1 + Math.floor(next() * 3)
  const from = Math.floor(source.length / wanted)
  for (const [at, paragraph] of own.entries()) {
    text += `${paragraph}\n\n`
    if (planted.length === wanted || (at + 1) % Math.floor(own.length / wanted) !== 0) continue
    const start = source.indexOf(' ', planted.length * from + Math.floor((next() * from) / 4)) + 1
    const words = source
      .slice(start, start + from / 2)
      .split(' ')
      .slice(0, 50 + Math.floor(next() * 100))
    let end = start
    for (const each of words) end = source.indexOf(each, end) + each.length
    const taken = edited(words, share, next).join(' ')
    planted.push({ a: { start, end }, b: { start: text.length, end: text.length + taken.length } })
    text += `${taken}\n\n`
  }
  return { source, text: text.trimEnd(), planted }
}

/** What does without any thought: every run of 50 equal characters, as long as it goes. */
function equalRuns({ source, text }) {
  const length = 50
  const places = new Map()
  for (let at = 0; at + length <= source.length; at++) places.set(source.slice(at, at + length), at)
  const found = []
  for (let at = 0; at + length <= text.length; at++) {
    const place = places.get(text.slice(at, at + length))
    if (place === undefined) continue
    let more = length
    while (place + more < source.length && source[place + more] === text[at + more]) more++
    found.push({ a: { start: place, end: place + more }, b: { start: at, end: at + more } })
    at += more
  }
  return found
}

const rows = []
for (const { name, share, goal } of levels) {
  const texts = Array.from({ length: pairsEach }, (_, seed) => plant(share, seed + 1))
  const ours = plagdet(
    texts.map(({ source, text, planted }) => ({
      planted,
      found: sharedStretches(prepare(inputOf(source)), prepare(inputOf(text))),
    })),
  )
  const plain = plagdet(texts.map((pair) => ({ planted: pair.planted, found: equalRuns(pair) })))
  const { precision, recall, granularity } = ours
  const mark = ours.plagdet >= goal ? 'ok' : 'UNDER'
  rows.push([
    name,
    ours.plagdet.toFixed(3),
    `${goal}: ${mark}`,
    precision.toFixed(3),
    recall.toFixed(3),
    granularity.toFixed(3),
    plain.plagdet.toFixed(3),
  ])
}
printTable(
  ['edits', 'plagdet', 'goal', 'precision', 'recall', 'granularity', '50 equal characters'],
  rows,
)

const timed = (rounds, run) =>
  median(
    Array.from({ length: rounds }, () => {
      const start = performance.now()
      run()
      return performance.now() - start
    }),
  )

const times = []
for (const words of sized([1_000, 10_000, 100_000], [1_000])) {
  const first = inputOf(article(words, 5).text)
  const second = related(first, 6)
  const [a, b] = [prepare(first), prepare(second)]
  const rounds = words > 50_000 ? 5 : 9
  times.push([
    words.toLocaleString('en'),
    timed(rounds, () => prepare(first)),
    timed(rounds, () => sharedStretches(a, b)),
    timed(rounds, () => wordingLinks(a, b)),
    wordingLinks(a, b).length,
  ])
}
console.log('\nmilliseconds')
printTable(['words in each', 'prepare one', 'stretches', 'links', 'found'], times)
const [, , stretches] = times.at(-1)
console.log(`stretches of the longest: ${judged(stretches, 400, ' ms')}`)
