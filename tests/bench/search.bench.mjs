// Search over a library of fifty thousand articles of 500 words: how long the index takes to build in the
// background and what the core feels of it, its size, a key until it is answered, and the list under every
// sort and filter. Beside it what a scan of all folded texts takes. `PARALLAX_SEARCH=5000` takes fewer.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { bundleProgram, importSources } from './lib/bundle.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs, random } from './lib/text.mjs'

const count = Number(process.env.PARALLAX_SEARCH ?? sized(50_000, 600))
const batch = 100
const megabyte = 1024 * 1024
const colours = ['yellow', 'red', 'green', 'blue']

const { openIndex, foldedName } = await importSources(
  'search',
  `export { openIndex } from './src/main/index/open-index.ts'
   export { foldedName } from './src/shared/search/tokens.ts'`,
)
const workerUrl = await bundleProgram('src/main/index/index-worker.ts')

const outlets = Array.from({ length: 40 }, (_, n) => `The ${paragraphs(2, n)[0].slice(0, 12)} Post`)
const idOf = (n) => n.toString(16).padStart(16, '0')
const chinese = '大橋昨夜倒塌，市長承諾展開調查。'

function changesOf(n) {
  const next = random(n)
  const body = paragraphs(500, n).join('\n\n')
  const text = n % 50 === 0 ? `${chinese}${n}號\n\n${body}` : body
  const sha256 = n.toString(16).padStart(64, '0')
  const day = String(1 + (n % 28)).padStart(2, '0')
  const meta = {
    title: paragraphs(7, n + 1_000_000)[0],
    subtitle: null,
    byline: `${paragraphs(2, n % 900)[0]}`,
    source: outlets[n % outlets.length],
    published: `20${10 + (n % 16)}-0${1 + (n % 9)}-${day}`,
    language: 'en',
  }
  const path = `${n % 100}/${n}.txt`
  const size = text.length
  const blocks = [{ kind: 'paragraph', start: 0, end: size }]
  const read = { sha256, part: null, format: 'text', words: 500, parts: 0 }
  const derived = { profile: { version: 1, value: body.slice(0, 400) } }
  const made = [
    {
      kind: 'file',
      file: { path, id: idOf(n), size, mtimeMs: n, sha256, problem: null, partIds: [] },
    },
    {
      kind: 'content',
      content: { ...read, loader: 1, textHash: sha256, meta, warnings: [], blocks, text },
      derived,
    },
    {
      kind: 'article',
      article: {
        ...read,
        id: idOf(n),
        path,
        state: 'ready',
        problem: null,
        said: meta,
        added: n,
        fileChanged: n,
      },
    },
  ]
  if (n % 10 > 0) return made
  const put = Array.from({ length: 5 }, (_, at) => ({
    id: `${idOf(n)}-${at}`,
    start: Math.floor(next() * 2_000),
    colour: colours[at % 4],
    note: at % 2 ? paragraphs(12, n + at)[0] : '',
    quote: body.slice(at * 50, at * 50 + 40),
    tags: [`topic/${n % 30}`],
    created: '2026-03-04T10:00:00.000Z',
    modified: '2026-03-04T10:00:00.000Z',
    orphan: false,
  }))
  return [...made, { kind: 'annotations', article: idOf(n), all: true, put, gone: [] }]
}

const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-search-'))
const path = join(folder, 'index.sqlite')
const open = () => {
  const opened = openIndex({ path, workerUrl, onLost: (notice) => console.error(notice) })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}
let index = open()

// What the core does meanwhile: it hands over batches, and looks at the list now and then.
let longest = 0
/** Looks every two milliseconds whether the core has been held up, until `work` is done. */
async function watched(work) {
  let [before, done] = [performance.now(), false]
  const look = () => {
    longest = Math.max(longest, performance.now() - before - 2)
    before = performance.now()
    if (!done) setTimeout(look, 2)
  }
  setTimeout(look, 2)
  await work
  done = true
}
const meanwhile = []
let making = 0
const began = performance.now()
for (let n = 0; n < count; n += batch) {
  const from = performance.now()
  const changes = Array.from({ length: Math.min(batch, count - n) }, (_, at) =>
    changesOf(n + at),
  ).flat()
  making += performance.now() - from
  const putting = index.put(changes)
  if ((n / batch) % 25 === 0) {
    const looked = performance.now()
    index.rows({ sort: 'title' }, { start: 0, end: 60 })
    meanwhile.push(performance.now() - looked)
  }
  await watched(putting)
}
const built = (performance.now() - began - making) / 1000
const size = (await stat(path)).size / megabyte
await index.close()

const opening = performance.now()
index = open()
const first = index.rows({ sort: 'path' }, { start: 0, end: 60 })
const opened = performance.now() - opening
if (first.total !== count) throw new Error(`the index has ${first.total} rows`)

printTable(
  ['index', 'measured'],
  [
    ['articles', count],
    ['built in the background', judged(built, 60 * (count / 50_000), ' s')],
    ['size', judged(size, 600 * (count / 50_000), ' MB')],
    ['core: longest pause meanwhile', `${longest.toFixed(1)} ms`],
    [
      'core: the list while a batch is written',
      `${median(meanwhile).toFixed(1)} ms, worst ${Math.max(...meanwhile).toFixed(1)}`,
    ],
    ['opened again until the first rows', `${opened.toFixed(1)} ms`],
    ['core RSS', `${(process.memoryUsage().rss / megabyte).toFixed(0)} MB`],
  ],
)

const timesOf = (work, rounds = 9) => {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now()
    work(round)
    return performance.now() - start
  })
  return times
}
const row = (name, times, goal) => [name, judged(median(times), goal, ' ms'), Math.max(...times)]

const words = (text, prefix = false) => ({ kind: 'words', text, field: null, prefix })
const range = { start: 0, end: 20, hits: 3 }
// A search that was just made is answered from what is kept of it; this asks for another each time.
const asked = (node) => (round) =>
  index.search(
    { kind: 'and', nodes: [node, { kind: 'not', node: words(`no such word ${round}`) }] },
    range,
  )
const keys = (text) => Array.from(text, (_, at) => text.slice(0, at + 1))
const rare = 'stalsolrento'
const searches = [
  ['a common word', timesOf(asked(words('the')))],
  ['two common words', timesOf(asked({ kind: 'and', nodes: [words('the'), words('of')] }))],
  ['a rare word', timesOf(asked(words(rare)))],
  ['a phrase of common words', timesOf(asked(words('of the')))],
  ['Chinese, two characters', timesOf(asked(words('倒塌')))],
  [
    'a word with a tag',
    timesOf(asked({ kind: 'and', nodes: [words('the'), { kind: 'tag', tag: 'topic/3' }] })),
  ],
  [
    'a word, after a date',
    timesOf(asked({ kind: 'and', nodes: [words('karen'), { kind: 'after', date: '2020' }] })),
  ],
  ...keys('stalso').map((typed) => [`key: ${typed}…`, timesOf(asked(words(typed, true)), 5)]),
]
printTable(
  ['search, until answered', 'median', 'worst'],
  searches.map(([name, times]) => row(name, times, 30)),
)

const page = { start: Math.floor(count / 2), end: Math.floor(count / 2) + 60 }
const lists = [
  ...['path', 'title', 'outlet', 'date', 'words', 'annotations'].map((sort) => [
    `by ${sort}, its first range`,
    timesOf((round) => round === 0 && index.rows({ sort, descending: true }, page), 1),
  ]),
  [
    'another range',
    timesOf((round) =>
      index.rows({ sort: 'title' }, { start: round * 500, end: round * 500 + 60 }),
    ),
  ],
  ['place of an article', timesOf((round) => index.placeOf(idOf(round * 7), { sort: 'title' }))],
  ['grouped by outlet', timesOf(() => index.rows({ sort: 'title', group: 'outlet' }, page))],
  ['grouped by tag, first', timesOf(() => index.rows({ sort: 'date', group: 'tag' }, page), 1)],
  [
    'first key of a filter',
    timesOf(() => index.rows({ sort: 'title', filter: 'k' }, { start: 0, end: 60 }), 1),
  ],
  [
    'a key of a filter',
    keys('karen mi').flatMap((filter) =>
      timesOf(() => index.rows({ sort: 'title', filter }, { start: 0, end: 60 }), 1),
    ),
  ],
  ['counts', timesOf(() => index.counts(), 3)],
]
printTable(
  ['list, until answered', 'median', 'worst'],
  lists.map(([name, times]) => row(name, times, 5)),
)

const folded = Array.from({ length: Math.min(count, 10_000) }, (_, n) =>
  foldedName(paragraphs(500, n).join(' ')),
)
const scanned = (text) =>
  timesOf(() => folded.filter((each) => each.includes(text)).length).map(
    (time) => (time * count) / folded.length,
  )
printTable(
  ['scan of all folded texts (no ranking)', 'median', 'worst'],
  [
    ['a common word', median(scanned('the')), Math.max(...scanned('the'))],
    ['a rare word', median(scanned(rare)), Math.max(...scanned(rare))],
  ],
)
await index.close()
await rm(folder, { recursive: true, force: true })
