// How soon something is there: the command line's answer, the loopback host's address, the first article
// painted, and a small text opened while many large pages are read. Beside Node that does nothing, and
// beside the same on a quiet library; `npm run bench -- start`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importSources, root } from './lib/bundle.mjs'
import { launchChromium } from './lib/chromium.mjs'
import { judged, median, printTable, takeTurns } from './lib/measure.mjs'
import { startApp } from './lib/running-app.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const rounds = Number(process.env.PARALLAX_ROUNDS ?? sized(7, 1))
const pages = Number(process.env.PARALLAX_PAGES ?? sized(40, 3))
const bundle = join(root, 'out/main')
/** Milliseconds on the machine that the goals were set on, where Node alone takes 51. */
const goals = { 'node that does nothing': 51, 'parallax read': 150, 'first article painted': 500 }

const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-start-'))
const text = join(folder, 'a.txt')
await writeFile(
  text,
  ['A bridge is shut', 'By Jane Doe', '2 March 2026', ...paragraphs(500, 1)].join('\n\n'),
)
const library = join(folder, 'library')
await mkdir(library)
for (let n = 0; n < 3; n++)
  await writeFile(join(library, `${n}.txt`), [`Article ${n}`, ...paragraphs(500, n)].join('\n\n'))

async function ended(...words) {
  const child = spawn(process.execPath, words, { stdio: 'ignore' })
  await once(child, 'exit')
}

const serve = (data) => startApp(library, data)

const browser = await launchChromium()
const data = join(folder, 'data')

/** From the start of the process to the frame in which an article's text stands; a browser is there. */
async function painted() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const server = serve(data)
  try {
    const start = performance.now()
    await page.goto(await server.address)
    await page.locator('article .chunk').first().waitFor()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    return performance.now() - start
  } finally {
    await page.close()
    await server.stop()
  }
}

/** The session keeps which article is open, so that a start shows it. */
async function openOne() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const server = serve(data)
  await page.goto(await server.address)
  await page.getByRole('row', { name: 'Article 1', exact: false }).first().click()
  await page.locator('article .chunk').first().waitFor()
  await page.waitForTimeout(1_500)
  await page.close()
  await server.stop()
}

const { bundledReaders, createPool, openLibrary } = await importSources(
  'start',
  `export { createPool } from './src/main/work/pool.ts'
   export { bundledReaders } from './src/main/work/fork-readers.ts'
   export { openLibrary } from './src/main/library.ts'`,
)

/** Milliseconds to open a text of two lines, in the middle of reading what else there is. */
async function openBehind(count) {
  const place = await mkdtemp(join(folder, 'behind-'))
  const paragraph = `<p>${paragraphs(400, 3).join(' ')}</p>\n`
  const body = paragraph.repeat(Math.ceil(3_000_000 / paragraph.length))
  for (let n = 0; n < count; n++)
    await writeFile(
      join(place, `${n}.html`),
      `<html><title>${n}</title><body>${body}</body></html>`,
    )
  await writeFile(join(place, 'two.txt'), 'Two lines\n\nOf text.\n')
  const work = createPool({
    start: bundledReaders(bundle),
    compareUrl: new URL('compare-worker.js', `file://${bundle}/`),
    warm: true,
  })
  const told = () => undefined
  const opened = await openLibrary(place, {
    work,
    now: () => new Date(),
    emit: told,
    mode: 'write',
    sample: false,
  })
  if (count === 0) await opened.value.whenRead()
  // A folder that is slow to look at is listed a moment later.
  let two
  while (!two) {
    two = opened.value.articles().find(({ path }) => path === 'two.txt')
    if (!two) await new Promise((done) => setTimeout(done, 20))
  }
  const { id } = two
  /** Another text each time, so that none comes from memory. */
  const openAnew = async (n) => {
    await writeFile(join(place, 'two.txt'), `Two lines\n\nOf text number ${n}.\n`)
    const start = performance.now()
    await opened.value.open(id)
    return performance.now() - start
  }
  // Once before: how long the process takes to be ready is measured by what is above.
  await openAnew(0)
  const open = await openAnew(1)
  const closing = performance.now()
  await opened.value.close()
  const close = performance.now() - closing
  await work.close()
  return { open, close }
}

try {
  await openOne()
  const times = await takeTurns(rounds, {
    'node that does nothing': () => ended('-e', '0'),
    'parallax help': () => ended(join(bundle, 'cli.js'), 'help'),
    'parallax read': () => ended(join(bundle, 'cli.js'), 'read', text),
    'address of the loopback host': async () => {
      const server = serve(data)
      const start = performance.now()
      await server.address
      const took = performance.now() - start
      await server.stop()
      return took
    },
    'first article painted': painted,
  })
  const idle = times['node that does nothing']
  console.log(`From the start of the process, ${rounds} times; ms\n`)
  printTable(
    ['', 'median', 'times node that does nothing'],
    Object.entries(times).map(([name, time]) => [
      name,
      time,
      goals[name] === undefined
        ? time / idle
        : judged(time / idle, Number((goals[name] / goals['node that does nothing']).toFixed(1))),
    ]),
  )
  const quiet = []
  const busy = []
  for (let n = 0; n < sized(3, 1); n++) {
    quiet.push(await openBehind(0))
    busy.push(await openBehind(pages))
  }
  const of = (runs, what) => median(runs.map((run) => run[what]))
  console.log(`\nA text of two lines opened behind ${pages} pages of 3 MB; ms\n`)
  printTable(
    ['', 'quiet', 'behind them', 'times'],
    [
      [
        'opened',
        of(quiet, 'open'),
        of(busy, 'open'),
        judged(of(busy, 'open') / of(quiet, 'open'), 2),
      ],
      [
        'library closed',
        of(quiet, 'close'),
        of(busy, 'close'),
        of(busy, 'close') / of(quiet, 'close'),
      ],
    ],
  )
} finally {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
