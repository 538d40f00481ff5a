// Learns the constants of the comparison from the labelled stories beside the project and writes them
// into the source: `npm run tune:compare`. The same stories give the same file.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSources, root } from '../tests/bench/lib/bundle.mjs'
import { labelOf, readDevSet } from '../tests/bench/lib/compare-data.mjs'
import { engineExports } from '../tests/bench/lib/compare-engine.mjs'
import { countStems, learn, tableOf } from './lib/learn-compare.mjs'

const engine = await importSources('tune-compare', engineExports)
const stories = await readDevSet(engine)
const { counts, articles } = countStems(stories)
const table = tableOf(engine, stories, engine.rarityFrom(counts, articles), labelOf)
const { model } = learn(engine, table)

const round = (value) => Number(value.toPrecision(5))
const rounded = ({ bias, weights }, names) => {
  const lines = weights.map((weight, at) => `      ${round(weight)}, // ${names[at]}`)
  return `{\n    bias: ${round(bias)},\n    // prettier-ignore\n    weights: [\n${lines.join('\n')}\n    ],\n  }`
}
const groups = new Map()
for (const [stem, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  groups.set(count, [...(groups.get(count) ?? []), stem])
const table54 = [...groups]
  .sort(([a], [b]) => a - b)
  .map(([count, stems]) => `${count}:${stems.join(' ')}`)
  .join(';')

writeFileSync(
  join(root, 'src/compare/facts/weights.ts'),
  `// Written by \`npm run tune:compare\` from ${stories.length} labelled stories (${articles} articles); not to be edited.
// Weights are of features as they are; \`docs/comparing.md\` says how they were learnt.
import type { FactModel } from './model.ts'

export const factModel: FactModel = {
  pair: ${rounded(model.pair, [...engine.pairFeatures, ...engine.evidenceFeatures])},
  context: ${rounded(model.context, engine.contextFeatures)},
  possible: ${round(model.possible)},
  sure: ${round(model.sure)},
}

/** How many articles were counted for \`stemCounts\`. */
export const articlesCounted = ${articles}

/** In how many of them each stem stands, for those in two or more: counts alone, in the order of letters. */
export const stemCounts =
  '${table54.replaceAll("'", "\\'")}'
`,
)
console.log(`Learnt from ${stories.length} stories, ${table.label.length} pairs of sentences.`)
