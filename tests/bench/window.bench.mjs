// What a user of a large library waits for, in the app itself: opened for the first time and again, the
// window focused, an article opened, a passage highlighted, a file that another program adds, the list
// filtered. The built app over its loopback host, beside the same in a small library.
// `PARALLAX_LIBRARY=5000` takes fewer. `npm run bench -- window`.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { launchChromium } from './lib/chromium.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { callerOf, pageOf, silence, startApp } from './lib/running-app.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const count = Number(process.env.PARALLAX_LIBRARY ?? sized(50_000, 60))
const few = sized(1_000, 30)
const rounds = sized(5, 1)
const words = 500
/** One article in so many has an annotation. */
const annotatedEvery = 50

const textOf = (n) => `Story ${n} of the day\n\n${paragraphs(words, n).join('\n\n')}\n`

async function folderWith(files, root) {
  for (let n = 0; n < files; n++) {
    const folder = join(root, String(n % 100))
    if (n < 100) await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${n}.txt`), textOf(n))
  }
}

/** What goes on, on the terminal: a large library takes minutes, and one sees where it stands. */
const step = (files, what) => console.error(`${files} files: ${what} …`)

const since = (start) => performance.now() - start
const rowsOf = (page) =>
  page.getByRole('grid', { name: 'Articles' }).locator('[role=row][data-index]')

/** Starts the app and has its list drawn. */
async function opened(browser, library, data) {
  const start = performance.now()
  const app = startApp(library, data)
  const address = await app.address
  const call = callerOf(address)
  const listening = since(start)
  const answered = call('app-start', {}).then(() => since(start))
  const window = await pageOf(browser)
  await window.page.goto(address)
  await rowsOf(window.page).first().waitFor()
  return { app, call, ...window, listening, drawn: since(start), answered: await answered }
}

/** Resolves when every file was read, and then when the index has everything. */
async function whenRead(call, library, start) {
  let read = null
  for (;;) {
    const { unread, settling } = await call('rows-counts', {}, library)
    if (unread === 0) read ??= since(start)
    if (read !== null && !settling) return { read, indexed: since(start) }
    await rest(200)
  }
}

async function annotated(call, library) {
  const query = { sort: 'path', descending: false }
  const { articles } = await call('rows-counts', {}, library)
  const ids = []
  for (let start = 0; start < articles; start += 5_000)
    ids.push(
      ...(await call('rows-between', { query, start, end: start + 5_000 }, library)).articles,
    )
  for (const [at, article] of ids.entries())
    if (at % annotatedEvery === 0)
      await call(
        'annotations-create',
        { article, start: 30, end: 60, color: 'yellow', tags: ['seen'], note: 'A note.' },
        library,
      )
}

async function firstTime(browser, library, data) {
  const start = performance.now()
  const { app, call, page, drawn, answered } = await opened(browser, library, data)
  let times = { read: 0, indexed: 0 }
  const longest = await silence(call, library, async () => {
    times = await whenRead(call, library, start)
  })
  const memory = await app.memory()
  await annotated(call, library)
  await whenRead(call, library, start)
  await page.close()
  await app.stop()
  return {
    'first opening: core answers': answered,
    'first opening: first row drawn': drawn,
    'first opening: all read': times.read,
    'first opening: all indexed': times.indexed,
    'first opening: longest silence': longest,
    'first opening: MB of the core at its end': memory,
  }
}

async function again(browser, library, data) {
  const runs = []
  for (let n = 0; n < rounds; n++) {
    const { app, page, listening, drawn, answered } = await opened(browser, library, data)
    runs.push({ listening, answered, drawn })
    await page.close()
    await app.stop()
  }
  const of = (what) => median(runs.map((run) => run[what]))
  return {
    'opened again: address printed': of('listening'),
    'opened again: core answers': of('answered'),
    'opened again: first row drawn': of('drawn'),
  }
}

/** What is there once an act is done; given to the page, which takes no code as text. */
function whatHolds() {
  const texts = () => document.querySelectorAll('article .chunk').length
  const marks = () => document.querySelectorAll('article mark').length
  let [open, marked] = [texts(), marks()]
  globalThis.holds = {
    opened() {
      if (texts() <= open) return false
      open = texts()
      return true
    },
    marked() {
      if (marks() <= marked) return false
      marked = marks()
      return true
    },
    filtered: (n) =>
      document.querySelector('.list-filter input').value.length === n + 1 &&
      !document.querySelector('[role=grid] .row-waiting-line'),
  }
}

/** Rejects when something takes longer: an act that missed its place would be waited for for ever. */
const within = (limit, what, work) =>
  Promise.race([
    work,
    rest(limit, undefined, { ref: false }).then(() => {
      throw new Error(`${what}: not seen within ${limit} ms`)
    }),
  ])

/** Many times the same act, each from the event that begins it until its frame. */
async function acts(window, times, event, holds, act) {
  const took = []
  await window.longest()
  for (let n = 0; n < times; n++) {
    // Listening before the act begins: the two do not come to the page by one way.
    await window.page.evaluate(
      ([event, holds, n]) => {
        globalThis.timing = globalThis.timeFrom(event, () => globalThis.holds[holds](n))
      },
      [event, holds, n],
    )
    await act(n)
    took.push(
      await within(
        30_000,
        `${holds} ${n}`,
        window.page.evaluate(() => globalThis.timing),
      ),
    )
    await window.page.waitForTimeout(100)
  }
  return { median: median(took), worst: Math.max(...took), longest: await window.longest() }
}

async function used(browser, library, data) {
  const window = await opened(browser, library, data)
  const { app, call, page, received } = window
  await page.evaluate(whatHolds)
  const grid = page.getByRole('grid', { name: 'Articles' })
  await page.waitForTimeout(sized(5_000, 500))
  const measures = { 'at rest: MB of the core': await app.memory() }
  measures['at rest: MB of the window’s heap'] = await window.heap()

  const focus = []
  const before = received()
  const silent = await silence(call, library, async () => {
    for (let n = 0; n < rounds; n++) {
      const asked = performance.now()
      await call('library-refresh', { resume: false }, library)
      focus.push(since(asked))
      await rest(sized(1_500, 200))
    }
  })
  measures['window focus: answered'] = median(focus)
  measures['window focus: bytes sent'] = received() - before
  measures['window focus: longest silence'] = silent

  // No more than six stand side by side.
  const times = sized(5, 2)
  const opening = await acts(window, times, 'pointerup', 'opened', (n) =>
    rowsOf(page)
      .nth(n + 1)
      .click(),
  )
  measures['article opened: shown'] = opening.median
  measures['article opened: longest task'] = opening.longest

  const marking = await acts(window, times, 'keydown', 'marked', async (n) => {
    const box = await page.locator('article').last().boundingBox()
    // The toolbar of the one before must not lie over it.
    await page.keyboard.press('Escape')
    await page.mouse.dblclick(box.x + 25, box.y + 40 + 81 * n)
    await page.keyboard.press('1')
  })
  measures['highlight: painted'] = marking.median
  measures['highlight: longest task'] = marking.longest

  await window.longest()
  const arriving = []
  for (let n = 0; n < sized(3, 1); n++) {
    const written = performance.now()
    await writeFile(join(library, `00 late ${n}.txt`), `AAA late ${n}\n\n${paragraphs(50, n)}\n`)
    await grid.getByRole('row', { name: `AAA late ${n}` }).waitFor({ timeout: 60_000 })
    arriving.push(since(written))
  }
  measures['file of another program: shown'] = median(arriving)
  measures['file of another program: longest task'] = await window.longest()

  const field = page.getByRole('searchbox', { name: 'Filter articles' })
  await field.click()
  const typed = 'story 12'
  const keys = await acts(window, typed.length, 'keydown', 'filtered', (n) =>
    page.keyboard.press(typed[n]),
  )
  measures['a key in the filter: median'] = keys.median
  measures['a key in the filter: worst'] = keys.worst
  measures['a key in the filter: longest task'] = keys.longest
  await page.close()
  await app.stop()
  return measures
}

async function measure(browser, files) {
  const base = await mkdtemp(join(tmpdir(), 'parallax-bench-window-'))
  const [library, data] = [join(base, 'library'), join(base, 'data')]
  try {
    step(files, 'written')
    await folderWith(files, library)
    step(files, 'opened for the first time')
    const first = await firstTime(browser, library, data)
    step(files, 'opened again')
    const later = await again(browser, library, data)
    step(files, 'used')
    return { ...first, ...later, ...(await used(browser, library, data)) }
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

const goals = {
  'first opening: core answers': 1_000,
  'first opening: all read': 79_000,
  'first opening: all indexed': 60_000,
  'opened again: core answers': 500,
  'opened again: first row drawn': 800,
  'at rest: MB of the core': 300,
  'at rest: MB of the window’s heap': 60,
  'window focus: answered': 100,
  'window focus: bytes sent': 0,
  'window focus: longest silence': 50,
  'article opened: shown': 100,
  'article opened: longest task': 50,
  'file of another program: shown': 1_000,
  'file of another program: longest task': 50,
  'a key in the filter: median': 16,
  'a key in the filter: worst': 50,
}

const browser = await launchChromium()
try {
  const small = await measure(browser, few)
  const large = await measure(browser, count)
  console.log(
    `The app on ${count} texts of ${words} words, beside ${few}; goals are for 50000, in ms unless said otherwise\n`,
  )
  printTable(
    ['', `${few} files`, `${count} files`, 'times'],
    Object.keys(large).map((name) => [
      name,
      small[name] ?? '–',
      goals[name] === undefined ? large[name] : judged(large[name], goals[name]),
      large[name] / Math.max(small[name], 0.01),
    ]),
  )
} finally {
  await browser.close()
}
