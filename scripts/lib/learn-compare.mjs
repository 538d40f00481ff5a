// Learns the weights of the same-fact layer from the labelled stories, and tells how well they do on
// stories they were not learnt from. Nothing in it is left to chance.
import { fitLogistic } from './fit-logistic.mjs'

/** Penalties on large weights, chosen by cross-validation over whole stories. */
const ridge = { pair: 30, context: 50 }
/** The precision that *sure* and above must have on stories left out. */
const sureAt = 0.97
/** Stems in fewer articles are not written down: they count as unseen. */
const fewest = 2

/** How many articles of the set have each stem. */
export function countStems(stories) {
  const counts = new Map()
  let articles = 0
  for (const { prepared } of stories)
    for (const { words } of prepared) {
      articles++
      for (const stem of new Set(words.map((word) => word.stem)))
        if (stem !== '') counts.set(stem, (counts.get(stem) ?? 0) + 1)
    }
  for (const [stem, count] of counts) if (count < fewest) counts.delete(stem)
  return { counts, articles }
}

/** Rows of features with their labels, for all stories. */
export function tableOf(engine, stories, rarity, labelOf) {
  const table = { stories: [], story: [], label: [], lookAlike: [], certain: [], own: [] }
  for (const [index, story] of stories.entries()) {
    const articles = story.prepared.map((prepared, at) => ({
      prepared,
      quotations: engine.findQuotations(story.inputs[at]),
      figures: engine.findFigures(story.inputs[at], prepared),
    }))
    const ledger = engine.ledgerOf(
      articles.map(({ prepared, quotations }) => ({ quotations, sentences: prepared.sentences })),
    )
    const couples = story.pairs.map(({ i, j }) => [i, j])
    const data = engine.factData(articles, ledger, couples, rarity)
    const certain = story.pairs.map(
      ({ i, j }) =>
        new Map(
          engine
            .wordingLinks(articles[i].prepared, articles[j].prepared, {
              a: articles[i].quotations,
              b: articles[j].quotations,
            })
            .map((link) => [`${link.a} ${link.b}`, link]),
        ),
    )
    const blocks = couples.map(([i, j]) => ({ i, j, a: [], b: [], from: 0 }))
    blocks.forEach((block, couple) => {
      block.couple = couple
    })
    const rows = couples.map(() => [])
    engine.eachPair(data, (couple, a, b, values) => {
      blocks[couple].a.push(a)
      blocks[couple].b.push(b)
      rows[couple].push(Float64Array.from(values))
    })
    for (const [couple, block] of blocks.entries()) {
      block.from = table.label.length
      const pair = story.pairs[couple]
      for (const [at, values] of rows[couple].entries()) {
        const [a, b] = [block.a[at], block.b[at]]
        table.own.push(values)
        table.story.push(index)
        table.label.push(labelOf(pair, a, b))
        table.lookAlike.push(isLookAlike(pair, a, b))
        table.certain.push(certain[couple].get(`${a} ${b}`) ?? null)
      }
    }
    const isCertain = (i, a, j, b) =>
      certain[couples.findIndex(([x, y]) => x === i && y === j)]?.has(`${a} ${b}`) ?? false
    table.stories.push({ data, blocks, isCertain, certain })
  }
  table.width = engine.ownCount
  table.rows = flat(table.own, table.width)
  delete table.own
  return table
}

const isLookAlike = (pair, a, b) =>
  (pair.underA[a] ?? []).some((x) =>
    (pair.underB[b] ?? []).some((y) => pair.lookAlike[x * pair.columns + y] === 1),
  )

function flat(rows, width) {
  const all = new Float64Array(rows.length * width)
  rows.forEach((row, at) => {
    all.set(row, at * width)
  })
  return all
}

/** @returns the model learnt from all stories, the sums that each story gets from the others, and limits */
export function learn(engine, table) {
  const labels = table.label.map((label) => (label === 1 ? 1 : 0))
  const all = table.label.map((_, row) => row)
  const scored = all.filter((row) => table.label[row] !== -1)
  const without = (story) => scored.filter((row) => table.story[row] !== story)
  const of = (story) => all.filter((row) => table.story[row] === story)
  const fitPair = (rows) => fitLogistic(table.rows, table.width, rows, labels, ridge.pair)

  const first = new Float64Array(all.length)
  for (const story of table.stories.keys()) {
    const model = fitPair(without(story))
    for (const row of of(story)) first[row] = engine.logit(model, table.rows, row * table.width)
  }
  // What stands around a pair is told from sums that its story had no part in.
  const width = engine.contextCount
  const context = new Float64Array(all.length * width)
  for (const { data, blocks, isCertain } of table.stories) {
    const asBlocks = blocks.map(({ i, j, a, b, from }) => ({
      i,
      j,
      a: Int32Array.from(a),
      b: Int32Array.from(b),
      sums: first.slice(from, from + a.length),
    }))
    for (const [at, values] of engine.contextFeaturesOf(data, asBlocks, isCertain).entries())
      context.set(values, blocks[at].from * width)
  }
  const fitContext = (rows) => fitLogistic(context, width, rows, labels, ridge.context)
  const held = new Float64Array(all.length)
  for (const story of table.stories.keys()) {
    const model = fitContext(without(story))
    for (const row of of(story)) held[row] = engine.logit(model, context, row * width)
  }
  return {
    model: { pair: fitPair(scored), context: fitContext(scored), ...limits(table, held, scored) },
    /** Sums of each row from models that its story had no part in, and limits from the other stories. */
    held,
    limitsWithout: (story) => limits(table, held, without(story)),
  }
}

/** The limits that do best on some rows: for *possible* the highest F1, for *sure* the wanted precision. */
function limits(table, sums, rows) {
  const sorted = [...rows].sort((x, y) => rank(table, sums, y) - rank(table, sums, x))
  const positives = rows.reduce((all, row) => all + (table.label[row] === 1 ? 1 : 0), 0)
  let right = 0
  let wrong = 0
  let best = 0
  let possible = 0
  let sure = Number.POSITIVE_INFINITY
  for (const row of sorted) {
    if (table.label[row] === 1) right++
    else wrong++
    if (table.certain[row]) continue
    const f1 = (2 * right) / (right + wrong + positives)
    if (f1 > best) [best, possible] = [f1, sums[row]]
    if (right / (right + wrong) >= sureAt) sure = sums[row]
  }
  return { possible, sure: Math.max(sure, possible) }
}

const rank = (table, sums, row) => (table.certain[row] ? 1000 : sums[row])
