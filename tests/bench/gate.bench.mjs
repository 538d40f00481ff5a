// Whether two articles are of one event: how often that is told rightly, with the weights in use and
// with weights learnt anew while one story is left out; and how long it takes. Real stories are read
// from `../shared` when they are there. Learning: logistic regression, same start, same steps.
import { existsSync } from 'node:fs'
import { importSources } from './lib/bundle.mjs'
import { sharedFolder } from './lib/gate-data.mjs'
import { gatePairs, percentRight, toldHead, toldInUse, toldRows } from './lib/gate-pairs.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const sources = await importSources(
  'gate',
  `export { parseArticle } from './src/main/reading/parse-article.ts'
   export { prepare } from './src/compare/prepare/prepare.ts'
   export { findQuotations } from './src/compare/quotations/find-quotations.ts'
   export { findFigures } from './src/compare/figures/figures.ts'
   export { wordingLinks } from './src/compare/wording/wording-links.ts'
   export { differentBelow, gateOf, learnt, sameFrom, scoreOf, signsOf } from './src/compare/gate.ts'`,
)
const { prepare, findQuotations, findFigures } = sources
const { gateOf, scoreOf, learnt, sameFrom, differentBelow } = sources

const toldBy = (score) =>
  score >= sameFrom ? 'same' : score >= differentBelow ? 'unsure' : 'different'

/** Neighbouring events, of which there are few here, are likelier than these. */
const stricter = 1.3

async function accuracy() {
  const { articles, pairs } = await gatePairs(sources)
  const stories = pairs.filter(({ of }) => of === 'stories')
  const events = [...new Set(articles.map(({ event }) => event))].filter(
    (name) => !/^seed/.test(name),
  )
  const heldBack = events.flatMap((event) => {
    const isOf = ({ a, b }) => a.event === event || b.event === event
    const weights = learn(stories.filter((pair) => !isOf(pair)))
    return stories
      .filter(isOf)
      .map((pair) => ({ ...pair, event: toldBy(scoreOf(pair.signs, weights)) }))
  })
  const tell = ({ event }) => event
  printTable(toldHead, [
    ...toldInUse(pairs),
    ...toldRows('learnt without the story', heldBack, tell),
  ])
  console.log(`\nleaving one story out: ${percentRight(heldBack, tell)} right`)
  console.log('learnt of all', learn(stories), 'in use', learnt)
}

/** Both kinds count alike; weights are kept small, since the two are told apart without fault. */
function learn(pairs) {
  const features = pairs.map(({ signs: { likeness }, same }) => ({
    x: [likeness.all, likeness.leads, 1],
    y: same ? 1 : 0,
  }))
  const ones = features.filter(({ y }) => y === 1).length
  const weightOf = (y) => 0.5 / (y === 1 ? ones : features.length - ones)
  const weights = [0, 0, 0]
  for (let step = 0; step < 4_000; step++) {
    const gradient = weights.map((weight, at) => (at < 2 ? 0.0001 * weight : 0))
    for (const { x, y } of features) {
      const error =
        1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * weights[at], 0))) - y
      x.forEach((value, at) => {
        gradient[at] += weightOf(y) * error * value
      })
    }
    gradient.forEach((value, at) => {
      weights[at] -= 8 * value
    })
  }
  const [all, leads, constant] = weights.map((weight) => Math.round(weight * 10) / 10)
  return { all, leads, constant: Math.round((constant - stricter) * 10) / 10 }
}

function timing() {
  const rows = []
  for (const words of sized([1_000, 10_000, 100_000], [1_000])) {
    const read = (seed) => {
      const parts = paragraphs(words, seed)
      let start = 0
      const blocks = parts.map((part) => {
        const block = { kind: 'paragraph', start, end: start + part.length + 2 }
        start = block.end
        return block
      })
      const text = parts.map((part) => `${part}\n\n`).join('')
      const facts = { title: null, source: null, published: '2024-03-05', language: 'en' }
      return { ...facts, textHash: '', text, blocks }
    }
    const inputs = [read(3), read(4)]
    const fresh = () =>
      inputs.map((input) => {
        const prepared = prepare(input)
        return {
          input,
          prepared,
          quotations: findQuotations(input),
          figures: findFigures(input, prepared),
        }
      })
    const times = Array.from({ length: words > 50_000 ? 3 : 9 }, () => {
      const [a, b] = fresh()
      const start = performance.now()
      gateOf(a, b, { certain: 1 })
      return performance.now() - start
    })
    rows.push([
      words.toLocaleString('en'),
      words > 1_000 ? median(times) : judged(median(times), 5),
    ])
  }
  printTable(['words in each', 'ms a pair, read for the first time'], rows)
}

if (existsSync(sharedFolder)) await accuracy()
timing()
