// A comparison as a window asks it of the core: how many bytes are sent, how long the core answers
// nothing else meanwhile, and how long each thing takes. The thread that compares is the built one.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { importSources, root } from './bundle.mjs'
import { edited, inputOf, related } from './edits.mjs'
import { sized } from './small.mjs'
import { article, random } from './text.mjs'

/** Milliseconds between two looks at the clock. */
const tick = 2

/** The longest that a timer waited beyond its time; ms. */
function watchSilence() {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - tick)
    last = now
  }, tick)
  return () => {
    clearInterval(timer)
    return longest
  }
}

/** An article every paragraph of which is taken over with edits. */
function revised(first, seed) {
  const next = random(seed)
  const parts = first.text.split('\n\n')
  return inputOf(parts.map((part) => edited(part.split(' '), 0.1, next).join(' ')).join('\n\n'))
}

const long = sized(100_000, 2_000)

const cases = [
  { name: 'six of 1,000 words', words: 1_000, other: related },
  { name: `six of ${long} words`, words: long, other: related },
  { name: 'the same, six versions of one', words: long, other: revised },
]

export const coreHead = [
  '',
  'opened ms',
  'silent ms',
  'idle ms',
  'shown kB',
  'largest kB',
  'verdict kB',
  'all kB',
  'links',
]

/** What a window reads of each comparison, and what one verdict sends. @returns rows of a table */
export async function coreRows() {
  const sources = await importSources(
    'compare-core',
    `export { createComparing } from './src/main/features/comparing/comparing.ts'
     export { createComparer } from './src/main/work/compare-threads.ts'
     export { listNames } from './src/shared/comparison/sections.ts'`,
  )
  const rows = []
  for (const each of cases) rows.push(await coreRow(sources, each))
  return rows
}

async function coreRow({ createComparing, createComparer, listNames }, { name, words, other }) {
  const first = inputOf(article(words, 5).text)
  const inputs = [first, ...Array.from({ length: 5 }, (_, at) => other(first, 6 + at))]
  const comparer = createComparer({
    workerUrl: pathToFileURL(join(root, 'out', 'main', 'compare-worker.js')),
    timeLimit: 1_200_000,
  })
  let verdicts = []
  let verdictBytes = 0
  const comparing = createComparing({
    comparer,
    open: async (id) => ({ ok: true, value: { ...inputs[Number(id)], id } }),
    verdictsOn: () => verdicts,
    pathOf: () => null,
    changed: (change) => {
      verdictBytes = JSON.stringify(change).length
    },
  })
  const idle = watchSilence()
  await sleep(500)
  const idleSilence = idle()

  const sent = { all: 0, largest: 0 }
  const count = (answer) => {
    if (!answer.ok) throw new Error(answer.error.message)
    const bytes = JSON.stringify(answer).length
    sent.all += bytes
    sent.largest = Math.max(sent.largest, bytes)
    return answer.value
  }
  const silence = watchSilence()
  const start = performance.now()
  const articles = inputs.map((_, at) => String(at))
  const { id, head } = count(await comparing.open({ holder: 'bench', articles }))
  const opened = performance.now() - start
  const readAll = async (request) => {
    for (let from = 0; from !== null; )
      from = count(await comparing.section({ id, request: { ...request, from } })).page.next
  }
  for (const article of inputs.keys())
    for (const section of ['sentences', 'marks']) await readAll({ section, article })
  for (let sentence = 0; sentence < 20; sentence++)
    await readAll({ section: 'matches', of: { article: 0, sentence } })
  await readAll({ section: 'steps', lead: 0, follow: 1 })
  const order = { section: 'rows', leading: 0, possible: false, filter: 'all', holding: null }
  count(await comparing.section({ id, request: { ...order, from: 0, count: 200 } }))
  const shown = sent.all
  const ends = { a: { article: 0, sentence: 5 }, b: { article: 1, sentence: 9 } }
  verdicts = [{ ...ends, verdict: 'yes' }]
  await comparing.judged()
  for (const section of listNames) await readAll({ section })
  const silent = silence()
  await comparer.close()
  const kilobytes = (bytes) => bytes / 1_000
  return [
    name,
    opened,
    silent,
    idleSilence,
    kilobytes(shown),
    kilobytes(sent.largest),
    kilobytes(verdictBytes),
    kilobytes(sent.all - shown),
    String(head.counts.links),
  ]
}
