// A library of fifty thousand small texts with its index: opened for the first time and, in a process of
// its own, again; looked at again with nothing changed; added to, and noticing what another program puts
// there. `PARALLAX_LIBRARY=5000` takes fewer. What one more file costs is judged as a ratio: it must not
// grow with the library.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { bundleProgram, bundleSources } from './lib/bundle.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const count = Number(process.env.PARALLAX_LIBRARY ?? sized(50_000, 200))
const few = sized(500, 100)
/** Words of an article. */
const words = 500
const megabyte = 1024 * 1024
/** Set in the process that opens a library again. */
const again = process.env.PARALLAX_LIBRARY_AGAIN

const bundled = again
  ? JSON.parse(again)
  : {
      core: await bundleSources(
        'library',
        `export { openLibrary } from './src/main/library.ts'
         export { ownThreadWork } from './src/main/work/work.ts'`,
      ),
      worker: (await bundleProgram('src/main/index/index-worker.ts')).href,
    }
const { openLibrary, ownThreadWork } = await import(bundled.core)
const workerUrl = new URL(bundled.worker)

const textOf = (n) => `Story ${n}\n\n${paragraphs(words, n).join('\n\n')}\n`

async function folderWith(files, root) {
  for (let n = 0; n < files; n++) {
    const folder = join(root, String(n % 100))
    if (n < 100) await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${n}.txt`), textOf(n))
  }
}

let heard = () => undefined
let bytesTold = 0

async function open(root, dataDir, watch) {
  const opened = await openLibrary(root, {
    work: ownThreadWork,
    now: () => new Date(),
    emit: (event, data) => {
      if (event !== 'search-progress' && event !== 'list-changed')
        bytesTold += JSON.stringify(data).length
      heard(event, data)
    },
    mode: 'write',
    sample: false,
    watch,
    search: { dataDir, workerUrl },
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { value, time: performance.now() - start }
}

/** The time of some work, and the longest that the event loop was held up in it. */
async function watched(work) {
  let [before, longest, done] = [performance.now(), 0, false]
  const look = () => {
    longest = Math.max(longest, performance.now() - before - 1)
    before = performance.now()
    if (!done) setTimeout(look, 1)
  }
  setTimeout(look, 1)
  const { value, time } = await timed(work)
  done = true
  return { value, time, silent: Math.max(longest, performance.now() - before - 1) }
}

const memory = () => Math.round(process.memoryUsage().rss / megabyte)
const rest = (ms) => new Promise((done) => setTimeout(done, ms))

/** What a library costs that was read before: in a process of its own, so that its memory is told apart. */
async function openedAgain(root, dataDir) {
  const { value: library, time } = await timed(() => open(root, dataDir, false))
  const measures = { 'opened again, answered': time }
  const known = await timed(() => library.whenRead())
  measures['opened again, looked through'] = time + known.time
  await library.whenIndexed()
  await rest(500)
  measures['opened again, MB'] = memory()
  const focus = []
  const answered = []
  for (let n = 0; n < 5; n++) {
    bytesTold = 0
    focus.push({
      ...(await watched(() => library.refresh(false))),
      told: bytesTold,
    })
    const asked = performance.now()
    library.lookSoon()
    answered.push(performance.now() - asked)
    await library.refresh(false)
    await rest(100)
  }
  measures['window focus, answered'] = median(answered)
  measures['window focus, looked through'] = median(focus.map(({ time }) => time))
  measures['window focus, longest silence'] = median(focus.map(({ silent }) => silent))
  measures['window focus, bytes told'] = Math.max(...focus.map(({ told }) => told))
  await library.close()
  return measures
}

function inOwnProcess(root, dataDir) {
  const run = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url)], {
    env: { ...process.env, PARALLAX_LIBRARY_AGAIN: JSON.stringify({ ...bundled, root, dataDir }) },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(run.stdout.split('\n').findLast((line) => line.startsWith('{')))
}

const sizeOf = async (folder) => {
  let size = 0
  for (const name of await readdir(folder)) size += (await stat(join(folder, name))).size
  return size / megabyte
}

/** What a library of so many files does, in milliseconds unless it says otherwise. */
async function measure(files) {
  const base = await mkdtemp(join(tmpdir(), 'parallax-bench-library-'))
  const [root, dataDir] = [join(base, 'library'), join(base, 'data')]
  try {
    await folderWith(files, root)
    const began = performance.now()
    const since = () => performance.now() - began
    let library = await open(root, dataDir, false)
    const times = { 'opened for the first time, answered': since() }
    await library.whenRead()
    times['opened for the first time, all read'] = since()
    await library.whenIndexed()
    times['opened for the first time, all indexed'] = since()
    await library.close()
    times['the index, MB'] = await sizeOf(join(dataDir, 'cache'))
    Object.assign(times, inOwnProcess(root, dataDir))
    library = await open(root, dataDir, true)
    await library.whenRead()
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
    await library.close()
    return times
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/** `[goal for one more file, as a ratio]` or `[goal, unit]` at fifty thousand. */
const ratios = { 'one more file added': 2, 'a file named that lies there': 2 }
const goals = {
  'opened for the first time, answered': 1_000,
  'opened for the first time, all indexed': 60_000,
  'the index, MB': 600,
  'opened again, answered': 500,
  'opened again, MB': 300,
  'window focus, answered': 100,
  'window focus, longest silence': 50,
  'window focus, bytes told': 0,
}

function tell(small, large) {
  const factor = count / few
  console.log(
    `A library of ${count} texts beside one of ${few} (${factor} times as many); goals are for 50000\n`,
  )
  printTable(
    ['ms', `${few} files`, `${count} files`, 'times', 'goal'],
    Object.keys(small).map((name) => {
      const ratio = large[name] / Math.max(small[name], 0.01)
      const ratioGoal = ratios[name]
      return [
        name,
        small[name],
        goals[name] === undefined ? large[name] : judged(large[name], goals[name]),
        ratioGoal === undefined ? ratio : judged(ratio, ratioGoal),
        goals[name] ?? '',
      ]
    }),
  )
}

// Watching alone keeps no process alive.
const alive = setInterval(() => undefined, 1_000)
if (again) console.log(JSON.stringify(await openedAgain(bundled.root, bundled.dataDir)))
else {
  const small = await measure(few)
  tell(small, await measure(count))
}
clearInterval(alive)
