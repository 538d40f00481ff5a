// Ten thousand damaged files of every format through the workers that read untrusted files, and some
// of them into a library: none may bring a worker down, outlast its limit, or be half added. Not a
// matter of speed; it is here because it takes minutes. `PARALLAX_FUZZ=500` does fewer.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { importSources, root } from './lib/bundle.mjs'
import { printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'

const rounds = Number(process.env.PARALLAX_FUZZ ?? sized(10_000, 60))
const timeLimit = 10_000

const { createPool, formatFacts, mutate, openLibrary, sampleFiles } = await importSources(
  'fuzz',
  `export { createPool } from './src/main/work/pool.ts'
   export { openLibrary } from './src/main/library.ts'
   export { formatFacts } from './src/shared/formats.ts'
   export { mutate } from './tests/fixtures/mutate.ts'
   export { sampleFiles } from './tests/fixtures/formats.ts'`,
)
const formats = Object.keys(formatFacts)
const samples = sampleFiles()
const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-fuzz-'))
const work = createPool({
  workerUrl: pathToFileURL(join(root, 'out', 'main', 'worker.js')),
  timeLimit,
})
const tally = new Map(
  formats.map((format) => [format, { read: 0, refused: 0, crashed: [], slowest: 0 }]),
)

/** A worker that ended, swelled or hung: the pool says so in other words than a loader does. */
const isCrash = ({ code, detail }) => code === 'timed-out' || detail !== undefined

async function readOne(n) {
  const format = formats[n % formats.length]
  const { name, bytes } = samples[format]
  const path = join(folder, `${n}${extname(name)}`)
  await writeFile(path, mutate(bytes, n + 1))
  const start = performance.now()
  const result = await work.readArticle(path)
  const counts = tally.get(format)
  counts.slowest = Math.max(counts.slowest, performance.now() - start)
  if (result.ok) counts.read++
  else if (isCrash(result.error))
    counts.crashed.push(`seed ${n + 1}: ${result.error.detail ?? result.error.code}`)
  else counts.refused++
  await rm(path)
}

try {
  let next = 0
  const lane = async () => {
    while (next < rounds) await readOne(next++)
  }
  await Promise.all([lane(), lane(), lane(), lane()])

  const place = join(folder, 'library')
  await mkdir(place)
  const opened = await openLibrary(place, {
    work,
    now: () => new Date(),
    emit: () => undefined,
    mode: 'write',
    sample: false,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const library = opened.value
  let halves = 0
  for (let n = 0; n < rounds / 20; n++) {
    const { name, bytes } = samples[formats[n % formats.length]]
    const before = new Set(await readdir(place))
    const added = await library.put({
      name: `${n}-${name}`,
      source: mutate(bytes, n + 1),
    })
    const after = (await readdir(place)).filter((file) => !before.has(file) && file !== '.parallax')
    const inList = library.articles().some(({ path }) => after.includes(path))
    const whole = added.ok && added.value.error === null
    if (whole ? after.length !== 1 || !inList : after.length !== 0) halves++
  }
  await library.close()

  console.log(`${rounds} damaged files, ${rounds / 20} of them added to a library\n`)
  printTable(
    ['', 'read', 'refused', 'crashed', 'slowest, ms'],
    [...tally].map(([format, { read, refused, crashed, slowest }]) => [
      format,
      read,
      refused,
      crashed.length,
      slowest,
    ]),
  )
  console.log(`\nhalf added: ${halves}`)
  for (const [format, { crashed }] of tally)
    for (const why of crashed.slice(0, 5)) console.log(`${format}: ${why}`)
  if (halves > 0 || [...tally.values()].some(({ crashed }) => crashed.length > 0))
    process.exitCode = 1
} finally {
  await work.close()
  await rm(folder, { recursive: true, force: true })
}
