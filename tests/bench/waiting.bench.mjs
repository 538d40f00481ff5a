// How long a highlight that is being saved waits for what goes on beside it: files that another program
// puts into the library, an import of notes on very many articles, its undo; and how it grows with the
// notes that an article has. The built app over its loopback host; a save is a call and its answer, which
// comes when the disk has it. `npm run bench -- waiting`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'
import { judged, median, printTable } from './lib/measure.mjs'
import { callerOf, startApp } from './lib/running-app.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const arriving = sized(3_000, 60)
const imported = sized(1_500, 40)
const notes = sized(20_000, 200)
const atOnce = sized(1_000, 40)
const rounds = sized(60, 4)
const words = 500
/** Times the quiet one; milliseconds. */
const goals = { arriving: 2, longest: 100, one: 15, atOnce: 300 }

const since = (start) => performance.now() - start
const textOf = (n) => `Story ${n} of the day\n\n${paragraphs(words, n).join('\n\n')}\n`

/** A draft of a note somewhere in the first thousands of characters; another for each `n`. */
const draftOf = (article, n) => ({
  article,
  start: (n * 7) % 2_000,
  end: ((n * 7) % 2_000) + 30 + (n % 11),
  color: 'green',
  tags: ['a tag'],
  note: 'A note of some words.',
})

const base = await mkdtemp(join(tmpdir(), 'parallax-bench-waiting-'))
const library = join(base, 'library')
for (const name of ['many', 'new']) await mkdir(join(library, name), { recursive: true })
await writeFile(join(library, 'mine.txt'), textOf(-1))
await writeFile(join(library, 'noted.txt'), paragraphs(sized(100_000, 2_000), -2).join('\n\n'))
for (let n = 0; n < imported; n++) await writeFile(join(library, 'many', `${n}.txt`), textOf(n))

const app = startApp(library, join(base, 'data'))
try {
  const call = callerOf(await app.address)
  const ask = (name, arg) => call(name, arg, library)
  await call('app-start', {})
  const idOf = await whenRead()
  const mine = idOf('mine.txt')
  let saved = 0
  const save = async (article = mine) => {
    const start = performance.now()
    await ask('annotations-create', draftOf(article, saved++))
    return since(start)
  }
  await ask('article-open', { article: mine })
  await save()

  const quiet = await many(rounds, save)
  const many3000 = await beside(save, async () => {
    for (let n = 0; n < arriving; n++)
      await writeFile(join(library, 'new', `${n}.txt`), textOf(imported + n))
    await whenRead(arriving)
  })
  await quietAgain()

  const drafts = [...Array(imported).keys()].map((n) => draftOf(idOf(`many/${n}.txt`), n))
  await ask('annotations-add', { drafts })
  const { text } = await ask('export-build', { format: 'json', article: null })
  await ask('history-undo', {})
  await quietAgain()
  let came = 0
  const importing = await beside(save, async () => {
    const arg = { text, name: 'notes.json', dryRun: false }
    came = (await ask('library-import', arg)).anchored
    await quietAgain()
  })
  // What was saved after it is undone first: each is a step of its own.
  await save()
  while ((await ask('history-undo', {})).undo === 'Highlight');
  const undoing = await beside(save, async () => {
    await ask('history-undo', {})
    await quietAgain()
  })

  const noted = idOf('noted.txt')
  await ask('article-open', { article: noted })
  for (let at = 0; at < notes; at += atOnce)
    await ask('annotations-add', {
      drafts: [...Array(Math.min(atOnce, notes - at)).keys()].map((n) => draftOf(noted, at + n)),
    })
  const among = await many(rounds, () => save(noted))
  const addAtOnce = await many(sized(5, 2), async () => {
    const drafts = [...Array(atOnce).keys()].map((n) => draftOf(noted, n))
    const start = performance.now()
    await ask('annotations-add', { drafts })
    return since(start)
  })

  const rows = [
    ['quiet', quiet, ''],
    [`while ${arriving} files arrive`, many3000, ratio(many3000)],
    [`while notes on ${came} articles are imported`, importing, longest(importing)],
    ['while that is undone', undoing, longest(undoing)],
    [`among ${notes} of its article`, among, judged(median(among), goals.one, ' ms')],
    [`${atOnce} at once among those`, addAtOnce, judged(median(addAtOnce), goals.atOnce, ' ms')],
  ]
  console.log('Saving a highlight in the app, from the call to its answer; ms\n')
  printTable(
    ['', 'saves', 'median', 'worst', 'judged'],
    rows.map(([name, times, verdict]) => [
      name,
      `${times.length}`,
      median(times),
      Math.max(...times),
      verdict,
    ]),
  )

  function ratio(times) {
    return `median to quiet ${judged(median(times) / median(quiet), goals.arriving)}`
  }
  function longest(times) {
    return `worst ${judged(Math.max(...times), goals.longest, ' ms')}`
  }

  /** Resolves when everything was read and indexed, with how to find an article. */
  async function whenRead(more = 0) {
    const expected = imported + 2 + more
    for (;;) {
      const { articles, unread, settling } = await ask('rows-counts', {})
      if (articles >= expected && unread === 0 && !settling) break
      await rest(100)
    }
    const query = { sort: 'path', descending: false }
    const ids = []
    while (ids.length < expected) {
      const range = { query, start: ids.length, end: ids.length + 5_000 }
      ids.push(...(await ask('rows-between', range)).articles)
    }
    // By path, as the core orders them, folders like names.
    const known = new Map()
    for (let at = 0; at < ids.length; at += 200)
      for (const row of (await ask('rows-get', { articles: ids.slice(at, at + 200) })).rows)
        known.set(row.path, row.id)
    return (path) => known.get(path)
  }

  async function quietAgain() {
    while ((await ask('rows-counts', {})).settling) await rest(50)
  }
} finally {
  await app.stop()
  await rm(base, { recursive: true, force: true })
}

async function many(times, work) {
  const took = []
  for (let n = 0; n < times; n++) took.push(await work())
  return took
}

/** Saves again and again, as fast as a quick reader would, until the work beside it is done. */
async function beside(save, work) {
  let done = false
  const finished = work().finally(() => {
    done = true
  })
  const took = []
  while (!done) {
    took.push(await save())
    await rest(20)
  }
  await finished
  return took
}
