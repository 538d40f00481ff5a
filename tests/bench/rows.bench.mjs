// How pure the rows are that links make: of every two sentences of different articles in one row, how
// many correspond by the labels beside the project (what is not scored there left out), and how many of
// the true pairs stand in one row. From the true links, from those the program finds, and for both what
// taking each link as "the same" would make.
import { existsSync } from 'node:fs'
import { importSources } from './lib/bundle.mjs'
import { devFolder, labelOf, readDevSet } from './lib/compare-data.mjs'
import { printTable } from './lib/measure.mjs'

if (!existsSync(devFolder)) process.exit(0)
const sources = await importSources(
  'rows',
  `export { parseArticle } from './src/main/reading/parse-article.ts'
   export { prepare } from './src/compare/prepare/prepare.ts'
   export { compareArticles } from './src/compare/compare.ts'
   export { clustersOf } from './src/compare/clusters.ts'`,
)
const { compareArticles, clustersOf } = sources

const keyOf = ({ article, sentence }) => `${article} ${sentence}`

/** Whatever is linked, over however many links. */
function chained(links) {
  const rows = new Map()
  for (const { a, b, tier } of links) {
    if (tier === 'possible') continue
    const one = rows.get(keyOf(a)) ?? { members: [a] }
    const other = rows.get(keyOf(b)) ?? { members: [b] }
    if (one === other) continue
    const both = { members: [...one.members, ...other.members] }
    for (const member of both.members) rows.set(keyOf(member), both)
  }
  return [...new Set(rows.values())]
}

const counts = new Map()
function count(name, rows, labels, truths) {
  const sum = counts.get(name) ?? {
    rows: 0,
    right: 0,
    wrong: 0,
    unscored: 0,
    truths: 0,
    largest: 0,
  }
  sum.rows += rows.length
  sum.truths += truths
  for (const { members } of rows) {
    sum.largest = Math.max(sum.largest, members.length)
    for (const [at, x] of members.entries())
      for (const y of members.slice(at + 1)) {
        if (x.article === y.article) continue
        const [a, b] = x.article < y.article ? [x, y] : [y, x]
        const label = labels(a, b)
        sum[label === 1 ? 'right' : label === 0 ? 'wrong' : 'unscored']++
      }
  }
  counts.set(name, sum)
}

for (const { inputs, prepared, pairs } of await readDevSet(sources)) {
  const pairOf = (i, j) => pairs.find((pair) => pair.i === i && pair.j === j)
  const labels = (a, b) => labelOf(pairOf(a.article, b.article), a.sentence, b.sentence)
  const truth = pairs.flatMap((pair) =>
    prepared[pair.i].sentences.flatMap((one, s) =>
      prepared[pair.j].sentences.flatMap((other, t) =>
        !one.furniture &&
        !other.furniture &&
        one.sameAs < 0 &&
        other.sameAs < 0 &&
        labelOf(pair, s, t) === 1
          ? [
              {
                a: { article: pair.i, sentence: s },
                b: { article: pair.j, sentence: t },
                kind: 'same-fact',
                tier: 'sure',
                score: 1,
              },
            ]
          : [],
      ),
    ),
  )
  const { links } = compareArticles(inputs).comparison
  const found = links
    .filter(({ tier }) => tier !== 'possible')
    .map(({ a, b }) => ({ members: [a, b] }))
  count('true links', clustersOf(truth), labels, truth.length)
  count('true links, chained', chained(truth), labels, truth.length)
  count('sure links, each by itself', found, labels, truth.length)
  count('sure links', clustersOf(links), labels, truth.length)
  count('sure links, chained', chained(links), labels, truth.length)
}
printTable(
  ['rows from', 'rows', 'largest', 'right pairs', 'wrong', 'purity', 'of all true pairs'],
  [...counts].map(([name, { rows, largest, right, wrong, truths }]) => [
    name,
    rows,
    largest,
    right,
    wrong,
    (right / (right + wrong)).toFixed(3),
    (right / truths).toFixed(3),
  ]),
)
