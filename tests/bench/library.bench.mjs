// A library of fifty thousand small texts: opened for the first time and again, looked at, added to,
// and noticing what another program puts there. `PARALLAX_LIBRARY=5000` takes fewer. What one more file
// costs is judged as a ratio: it must not grow with the library.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { importSources } from './lib/bundle.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const count = Number(process.env.PARALLAX_LIBRARY ?? sized(50_000, 200))
const few = sized(500, 100)
const megabyte = 1024 * 1024

const { openLibrary, ownThreadWork } = await importSources(
  'library',
  `export { openLibrary } from './src/main/library.ts'
   export { ownThreadWork } from './src/main/work/work.ts'`,
)

const textOf = (n) => `Story ${n}\n\n${paragraphs(60, n).join('\n\n')}\n`

async function folderWith(files, root) {
  for (let n = 0; n < files; n++) {
    const folder = join(root, String(n % 100))
    if (n < 100) await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${n}.txt`), textOf(n))
  }
}

/** Milliseconds of what a library of so many files does, and the most bytes it held. */
async function measure(files) {
  const root = await mkdtemp(join(tmpdir(), 'parallax-bench-library-'))
  let heard = () => undefined
  const open = async (watch) => {
    const opened = await openLibrary(root, {
      work: ownThreadWork,
      now: () => new Date(),
      emit: (event, data) => heard(event, data),
      mode: 'write',
      sample: false,
      watch,
    })
    if (!opened.ok) throw new Error(opened.error.message)
    await opened.value.whenRead()
    return opened.value
  }
  const timed = async (work) => {
    const start = performance.now()
    const value = await work()
    return { value, time: performance.now() - start }
  }
  try {
    await folderWith(files, root)
    const times = {}
    let { value: library, time } = await timed(() => open(false))
    times['opened for the first time'] = time
    await library.close()
    ;({ value: library, time } = await timed(() => open(true)))
    times['opened again'] = time
    times['looked at again'] = (await timed(() => library.refresh())).time

    const source = (n) => Buffer.from(textOf(files + 1 + n))
    // The first one learns what is there, for telling duplicates.
    times['the first file added'] = (
      await timed(() => library.put({ name: 'new.txt', source: source(0) }))
    ).time
    const adds = []
    for (let n = 1; n <= 40; n++)
      adds.push((await timed(() => library.put({ name: `new ${n}.txt`, source: source(n) }))).time)
    times['one more file added'] = median(adds)
    const inPlace = []
    for (let n = 0; n < 40; n++) {
      const path = join(root, String(n), `${n}.txt`)
      inPlace.push((await timed(() => library.put({ name: 'x.txt', source: path }))).time)
    }
    times['a file named that lies there'] = median(inPlace)
    times['the report'] = (await timed(() => library.report())).time

    await library.whenWatching()
    await library.refresh()
    const noticed = await timed(async () => {
      const told = new Promise((done) => {
        heard = (event, data) => {
          if (event === 'library-changed' && data.changed.some(({ path }) => path === 'late.txt'))
            done()
        }
      })
      await writeFile(join(root, 'late.txt'), textOf(files + 100))
      await told
    })
    times['a file of another program noticed'] = noticed.time
    const memory = process.memoryUsage().rss
    await library.close()
    return { times, memory }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

// Watching alone keeps no process alive.
const alive = setInterval(() => undefined, 1_000)
const small = await measure(few)
const large = await measure(count)
clearInterval(alive)
const goals = {
  'one more file added': 2,
  'a file named that lies there': 2,
}
const factor = count / few

console.log(`A library of ${count} texts beside one of ${few} (${factor} times as many)\n`)
printTable(
  ['ms', `${few} files`, `${count} files`, 'times', 'of it for each file'],
  Object.keys(small.times).map((name) => {
    const ratio = large.times[name] / small.times[name]
    const goal = goals[name]
    return [
      name,
      small.times[name],
      large.times[name],
      goal === undefined ? ratio : judged(ratio, goal),
      goal === undefined ? judged(ratio / factor, 1.5) : '',
    ]
  }),
)
console.log(`\nMemory with ${count}: ${Math.round(large.memory / megabyte)} MB`)
