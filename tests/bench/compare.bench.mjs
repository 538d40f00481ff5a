// How well corresponding sentences are found in the labelled stories beside the project, against
// simpler ways, and how long a comparison takes against the prototype beside it. Figures of quality
// are from models and limits learnt without the story they are measured on.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { countStems, learn, tableOf } from '../../scripts/lib/learn-compare.mjs'
import { importSources, root } from './lib/bundle.mjs'
import { cosine, jaccard, versions, winnowing } from './lib/compare-baselines.mjs'
import { devFolder, labelOf, layOnTruth, readDevSet } from './lib/compare-data.mjs'
import { engineExports } from './lib/compare-engine.mjs'
import { median, printTable } from './lib/measure.mjs'
import { article } from './lib/text.mjs'

const engine = await importSources(
  'compare',
  `${engineExports}
   export { compareAlone } from '${join(root, 'src/shared/compare/compare.ts')}'`,
)

const ranks = { possible: 1, sure: 2, certain: 3 }
const percent = (value) => (Number.isFinite(value) ? value.toFixed(3) : '–')
const ratesOf = ({ right, wrong, missed }) => {
  const precision = right / (right + wrong || 1)
  const recall = right / (right + missed || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

/** Counts as the scorer beside the data does. @param found for each story and couple: the link on two sentences */
function count(stories, found) {
  const tally = () => ({ right: 0, wrong: 0, missed: 0 })
  const all = { strict: tally(), sure: tally(), quote: tally() }
  let [falseQuotes, lookAlikes, linked] = [0, 0, 0]
  const add = (to, real, says) => {
    if (real) to[says ? 'right' : 'missed']++
    else if (says) to.wrong++
  }
  stories.forEach(({ pairs }, story) => {
    pairs.forEach((pair, couple) => {
      const links = []
      const scores = layOnTruth(pair, (a, b) => {
        const link = found(story, couple, a, b)
        return link ? ranks[link.tier] * 1e6 + links.push(link) - 1 : Number.NEGATIVE_INFINITY
      })
      for (const [at, label] of pair.label.entries()) {
        const score = scores[at]
        const link = score > 0 ? links[score % 1e6] : null
        if (pair.lookAlike[at] === 1) {
          lookAlikes++
          if (link) linked++
        }
        if (label === -1) continue
        add(all.strict, label === 1, link !== null)
        add(all.sure, label === 1, link !== null && link.tier !== 'possible')
        const quotes = link !== null && (link.kind === 'verbatim' || link.kind === 'near')
        add(all.quote, pair.quote[at] === 1, quotes)
        if (quotes && label !== 1) falseQuotes++
      }
    })
  })
  return { ...all, falseQuotes, lookAlikes, linked }
}

const rowOf = (name, { strict, sure, quote, falseQuotes, lookAlikes, linked }) => {
  const one = ratesOf(strict)
  const two = ratesOf(sure)
  // The simple ways have no tiers and tell no quotations.
  const tiers = [two.precision, two.recall, ratesOf(quote).f1]
  return [
    name,
    ...[one.precision, one.recall, one.f1].map(percent),
    ...tiers.map((rate) => (sure.right === 0 ? '–' : percent(rate))),
    `${falseQuotes}`,
    `${linked}/${lookAlikes}`,
  ]
}

const plainLink = { kind: 'same-fact', tier: 'possible' }

/** A simple way with the limit that does best on the other stories. */
function baseline(stories, scoreOf) {
  const scores = stories.map(({ prepared, pairs }, story) =>
    pairs.map(({ i, j }) => scoreOf(story)(prepared[i], prepared[j])),
  )
  const rows = stories.flatMap(({ prepared, pairs }, story) =>
    pairs.flatMap((pair, couple) =>
      prepared[pair.i].sentences.flatMap((_, a) =>
        prepared[pair.j].sentences.map((_, b) => ({
          story,
          score: scores[story][couple](a, b),
          label: labelOf(pair, a, b),
        })),
      ),
    ),
  )
  const limits = stories.map((_, left) => {
    const others = rows.filter(({ story, label }) => story !== left && label !== -1)
    others.sort((x, y) => y.score - x.score)
    const positives = others.filter(({ label }) => label === 1).length
    let [right, best, limit] = [0, 0, 1]
    others.forEach(({ score, label }, at) => {
      if (label === 1) right++
      const f1 = (2 * right) / (at + 1 + positives)
      if (f1 > best && score > 0 && score !== others[at + 1]?.score) [best, limit] = [f1, score]
    })
    return limit
  })
  return count(stories, (story, couple, a, b) =>
    scores[story][couple](a, b) >= limits[story] ? plainLink : null,
  )
}

async function quality() {
  const head = ['', 'P', 'R', 'F1', 'sure P', 'R', 'quote F1', 'false', 'look-alikes']
  const stories = await readDevSet(engine)
  const { counts, articles } = countStems(stories)
  const rarity = engine.rarityFrom(counts, articles)
  const table = tableOf(engine, stories, rarity, labelOf)
  const { held, limitsWithout } = learn(engine, table)
  const limits = stories.map((_, story) => limitsWithout(story))
  const places = table.stories.map(({ blocks }) =>
    blocks.map(({ a, b, from }) => new Map(a.map((x, at) => [`${x} ${b[at]}`, from + at]))),
  )
  const leftOut = count(stories, (story, couple, a, b) => {
    const certain = table.stories[story].certain[couple].get(`${a} ${b}`)
    if (certain) return { kind: certain.kind, tier: 'certain' }
    const sum = held[places[story][couple].get(`${a} ${b}`)] ?? Number.NEGATIVE_INFINITY
    if (sum < limits[story].possible) return null
    return { kind: 'same-fact', tier: sum >= limits[story].sure ? 'sure' : 'possible' }
  })
  const shipped = stories.map(({ inputs }) => {
    const links = new Map()
    for (const { a, b, kind, tier } of engine.compareAlone(inputs).links)
      links.set(`${a.article} ${a.sentence} ${b.article} ${b.sentence}`, { kind, tier })
    return links
  })
  const asShipped = count(stories, (story, couple, a, b) => {
    const { i, j } = stories[story].pairs[couple]
    return shipped[story].get(`${i} ${a} ${j} ${b}`) ?? null
  })
  console.log(`\n${stories.length} stories, each measured with what the others taught\n`)
  printTable(head, [
    rowOf('Parallax', leftOut),
    rowOf(
      'Jaccard, stems',
      baseline(stories, () => jaccard),
    ),
    rowOf(
      'TF-IDF cosine',
      baseline(stories, () => cosine(rarity)),
    ),
    rowOf(
      'jsdiff',
      baseline(stories, () => versions),
    ),
    rowOf(
      'winnowing',
      baseline(stories, () => winnowing),
    ),
    rowOf('as shipped (knows these stories)', asShipped),
  ])
  console.log('\nGoal: F1 .80, sure P .97 at R .55, quote F1 .95, no false quote, look-alikes 5\n')
  reliability(table, held)
}

/** Whether a score of 0.7 means seven in ten. */
function reliability(table, held) {
  const bins = Array.from({ length: 5 }, () => ({ scores: 0, right: 0, all: 0 }))
  for (const [row, label] of table.label.entries()) {
    if (label === -1 || table.certain[row]) continue
    const score = engine.probability(held[row])
    const bin = bins[Math.min(4, Math.floor(score * 5))]
    bin.scores += score
    bin.right += label
    bin.all++
  }
  printTable(
    ['score', 'pairs', 'mean score', 'right'],
    bins.map(({ scores, right, all }, at) => [
      `${(at / 5).toFixed(1)} to ${((at + 1) / 5).toFixed(1)}`,
      `${all}`,
      percent(scores / all),
      percent(right / all),
    ]),
  )
}

const inputOf = (words, seed) => ({
  title: null,
  source: null,
  published: null,
  language: 'en',
  textHash: `${seed}`,
  ...article(words, seed),
})

async function times() {
  const file = join(root, '..', 'shared', 'prototypes', 'compare', 'align-v1.mjs')
  const peer = existsSync(file) ? await import(pathToFileURL(file).href) : null
  const rows = []
  for (const [name, words, articles, rounds] of [
    ['two of 1,000 words', 1_000, 2, 5],
    ['six of 1,000 words', 1_000, 6, 3],
    ['two of 10,000 words', 10_000, 2, 3],
    ['two of 100,000 words', 100_000, 2, 1],
  ]) {
    const inputs = Array.from({ length: articles }, (_, at) => inputOf(words, at + 1))
    const ours = []
    const theirs = []
    let heap = 0
    for (let round = 0; round <= rounds; round++) {
      globalThis.gc?.()
      const before = process.memoryUsage().heapUsed
      const start = performance.now()
      engine.compareAlone(inputs)
      const took = performance.now() - start
      heap = Math.max(heap, process.memoryUsage().heapUsed - before)
      const peerStart = performance.now()
      if (peer) {
        const docs = inputs.map(({ text }) => peer.prepare(text))
        peer.alignSet(docs, peer.makeIdf(docs))
      }
      // The first round does not count: the code is not yet compiled.
      if (round > 0) {
        ours.push(took)
        theirs.push(performance.now() - peerStart)
      }
    }
    const [mine, other] = [median(ours), median(theirs)]
    rows.push([
      name,
      `${mine.toFixed(0)} ms`,
      peer ? `${other.toFixed(0)} ms` : '–',
      peer ? (mine / other).toFixed(2) : '–',
      `${(heap / 2 ** 20).toFixed(0)} MB`,
    ])
  }
  console.log(
    '\nThe whole comparison (figures, quotations and keywords included), and the prototype (links alone)\n',
  )
  printTable(['', 'ours', 'prototype', 'ratio', 'heap'], rows)
}

if (existsSync(devFolder)) await quality()
else console.log('The labelled stories are not beside the project: nothing to measure quality on.')
await times()
