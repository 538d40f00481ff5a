// Saving one annotation in a library of 1,000 annotated articles, against the least that must be done
// for it: writing the same bytes to a temporary file, fsync, rename, fsync of the folder.
import { mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { importSources } from './lib/bundle.mjs'
import { judged, printTable, takeTurns } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs, random } from './lib/text.mjs'

const goal = 1.5
const count = sized(1_000, 40)
const rounds = sized(60, 3)

const { openLibrary, ownThreadWork } = await importSources(
  'save',
  `export { openLibrary } from './src/main/library.ts'
   export { ownThreadWork } from './src/main/work/work.ts'`,
)
const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-save-'))
const demand = (result) => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
const openIt = async () => {
  const library = demand(
    await openLibrary(folder, {
      work: ownThreadWork,
      now: () => new Date(),
      emit: () => undefined,
      mode: 'write',
      sample: false,
    }),
  )
  await library.whenRead()
  return library
}

const next = random(7)
const draftOf = (row, n) => ({
  article: row.id,
  start: 10 + (n % 50) * 3,
  end: 60 + (n % 50) * 3,
  color: 'green',
  tags: ['a tag', 'another/tag'],
  note: 'A note of some words, as one writes it while reading.',
})

try {
  for (let n = 0; n < count + rounds * 2; n++)
    await writeFile(join(folder, `article-${n}.txt`), paragraphs(700, n).join('\n\n'))
  let library = await openIt()
  const rows = library.articles()
  const annotated = rows.slice(0, count)
  const fresh = rows.slice(count)
  for (const row of annotated)
    for (let n = 0; n < 5; n++) demand(await library.create(draftOf(row, n)))
  await library.close()

  library = await openIt()
  const untouched = [...annotated]
  const pick = (from) => from[Math.floor(next() * from.length)]
  const take = (from) => from.splice(Math.floor(next() * from.length), 1)[0]
  const touched = []
  for (let n = 0; n < 20; n++) {
    const row = take(untouched)
    demand(await library.create(draftOf(row, n)))
    touched.push(row)
  }

  const fileOf = (row) => join(folder, '.parallax', 'annotations', `${row.id}.json`)
  // In the very same folder: what its fsync costs depends on what is in it.
  const bareFolder = join(folder, '.parallax', 'annotations')
  const bytes = await readFile(fileOf(touched[0]))
  const timed = async (row, n) => {
    const draft = draftOf(row, n)
    // As in the app: an article that is annotated is open in a pane.
    demand(await library.open(row.id))
    const start = performance.now()
    const made = await library.create(draft)
    const took = performance.now() - start
    demand(made)
    return took
  }
  const times = await takeTurns(rounds, {
    bare: async (n) => {
      const [temp, path] = [join(bareFolder, `temp-${n}`), join(bareFolder, 'bare-file')]
      const file = await open(temp, 'wx')
      await file.writeFile(bytes)
      await file.sync()
      await file.close()
      await rename(temp, path)
      const handle = await open(bareFolder, 'r')
      await handle.sync()
      await handle.close()
    },
    again: (n) => timed(pick(touched), n + 100),
    session: (n) => timed(take(untouched), n + 100),
    first: (n) => timed(take(fresh), n + 100),
  })
  await library.close()

  console.log(
    `Saving one annotation, ${count} annotated articles; ${bytes.length} bytes a file, ms\n`,
  )
  printTable(
    ['', 'ms', 'to bare'],
    [
      ['bare write, fsync, rename, fsync of the folder', times.bare, 1],
      ['in an article changed before', times.again, judged(times.again / times.bare, goal)],
      ['first of a session (a safe copy is made too)', times.session, times.session / times.bare],
      ['first ever of an article (its text is kept too)', times.first, times.first / times.bare],
    ],
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
