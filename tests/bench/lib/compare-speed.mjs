// Time and memory of the whole comparison, in turns with the prototype beside the project. Ours also
// finds quotations, figures, differences and keywords; the prototype finds links alone.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { inputOf, related } from './edits.mjs'
import { sharedFolder } from './gate-data.mjs'
import { takeTurns } from './measure.mjs'
import { sized } from './small.mjs'
import { article } from './text.mjs'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const megabyte = 1024 * 1024

const folder = join(sharedFolder, 'prototypes', 'compare')

/** @returns what compares texts as the prototype does; null where it is not there */
async function loadPrototype() {
  if (!existsSync(join(folder, 'align-v1.mjs'))) return null
  const { prepare, makeIdf, alignSet } = await import(
    pathToFileURL(join(folder, 'align-v1.mjs')).href
  )
  const model = JSON.parse(await readFile(join(folder, 'model-v1.json'), 'utf8')).base
  return (inputs) => {
    const docs = inputs.map(({ text }) => prepare(text))
    return { docs, pairs: alignSet(docs, makeIdf(docs), { model }) }
  }
}

/** So many articles, every fifth paragraph of which is taken over from the first with edits. */
function articles(count, words) {
  const first = inputOf(article(words, 5).text)
  return [first, ...Array.from({ length: count - 1 }, (_, at) => related(first, 6 + at))]
}

/** Megabytes that a comparison and what it was made from hold. */
function held(run) {
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = run()
  collect()
  const after = process.memoryUsage().heapUsed
  return kept ? (after - before) / megabyte : 0
}

const all = [
  { name: 'two of 1,000 words', count: 2, words: 1_000, rounds: sized(15, 1) },
  { name: 'two of 10,000 words', count: 2, words: 10_000, rounds: 5 },
  { name: 'two of 100,000 words', count: 2, words: 100_000, rounds: 3 },
  { name: 'six of 1,000 words', count: 6, words: 1_000, rounds: 7 },
]
const cases = sized(all, all.slice(0, 1))
const longest = sized(100_000, 1_000)

export const speedHead = ['', 'ms', 'prototype', 'ratio', 'links']

/** @param compareArticles the program's @returns rows of times, and megabytes held */
export async function speed({ compareArticles }) {
  const prototype = await loadPrototype()
  const rows = []
  for (const { name, count, words, rounds } of cases) {
    const inputs = articles(count, words)
    const links = compareArticles(inputs).comparison.links.length
    const times = await takeTurns(rounds, {
      ours: () => void compareArticles(inputs),
      ...(prototype && { prototype: () => void prototype(inputs) }),
    })
    const ratio = prototype ? times.ours / times.prototype : '–'
    rows.push([name, times.ours, times.prototype ?? '–', ratio, String(links)])
  }
  const inputs = articles(2, longest)
  const memory = {
    ours: held(() => compareArticles(inputs)),
    prototype: prototype && held(() => prototype(inputs)),
  }
  return { rows, memory }
}
