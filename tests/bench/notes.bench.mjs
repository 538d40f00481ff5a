// Thousands of notes on one long article, in the built app on the loopback host: opening it, making a
// highlight, writing its note, scrolling; beside what the first edition took on the machine it was
// measured on. `PARALLAX_NOTES=1000,5000` takes other numbers of notes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/bundle.mjs'
import { launchChromium } from './lib/chromium.mjs'
import { median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { annotations, paragraphs } from './lib/text.mjs'

const words = sized(100_000, 3_000)
const counts = (process.env.PARALLAX_NOTES ?? sized('1000,5000,20000', '40')).split(',').map(Number)
/** What the first edition took: open, its longest task, H, N, a key, scroll p95 (ms), heap (MB), nodes (k). */
const before = {
  1000: [663, 393, 463, 194, 18, 6.6, 19, 36],
  5000: [2488, 1957, 1106, 700, 77, 7.8, 64, 162],
  20000: [13855, 12099, 3735, 2687, 305, 43, 233, 629],
}

/** Runs in the page, before the app: long tasks, and when the article was answered. */
function watch() {
  globalThis.tasks = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.tasks.push(duration)
  }).observe({ type: 'longtask' })
  const fetched = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const response = await fetched(...given)
    if (String(given[0]).endsWith('/article-open')) globalThis.answered = performance.now()
    return response
  }
  globalThis.painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now())
        channel.port2.postMessage(null)
      }),
    )
  /** Milliseconds from now until something is there, and painted. */
  globalThis.untilThere = (find) =>
    new Promise((done) => {
      const look = () => {
        if (!find()) return false
        observer.disconnect()
        globalThis.painted().then(done)
        return true
      }
      const observer = new MutationObserver(look)
      observer.observe(document, { subtree: true, childList: true, attributes: true })
      look()
    })
}

/** In the page: asks the core, of the library with this id. */
const call = (page, name, arg, library = null) =>
  page.evaluate(
    async ([name, arg, library]) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorization': `Bearer ${sessionStorage.getItem('parallax-token')}`,
        },
        body: JSON.stringify({ library, window: 'bench', arg }),
      })
      const answer = await response.json()
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value
    },
    [name, arg, library],
  )

/** Starts a wait in the page, acts, and gives the milliseconds from the act until it is painted. */
async function timed(page, find, act) {
  await page.evaluate((source) => {
    globalThis.tasks.length = 0
    globalThis.began = null
    const note = () => {
      globalThis.began ??= performance.now()
    }
    addEventListener('keydown', note, { capture: true, once: true })
    addEventListener('mousedown', note, { capture: true, once: true })
    globalThis.waited = globalThis.untilThere(new Function(`return ${source}`))
  }, find)
  await act()
  return page.evaluate(async () => {
    const end = await globalThis.waited
    const time = end - globalThis.began
    // What the act leaves behind counts as its task, too.
    await new Promise((done) => setTimeout(done, 300))
    return { time, longest: Math.max(0, ...globalThis.tasks), end }
  })
}

/** 95th percentile of a frame's work while something is scrolled. */
const scrolled = (page, selector) =>
  page.evaluate(async (selector) => {
    const scroller = document.querySelector(selector)
    const works = []
    for (let frame = 0; frame < 90; frame++) {
      const work = new Promise((done) =>
        requestAnimationFrame(() => {
          const start = performance.now()
          scroller.scrollTop += 400
          const channel = new MessageChannel()
          channel.port1.onmessage = () => done(performance.now() - start)
          channel.port2.postMessage(null)
        }),
      )
      works.push(await work)
    }
    works.sort((a, b) => a - b)
    return works[Math.floor(works.length * 0.95)]
  }, selector)

async function heapOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heap: usedSize / 1e6, nodes: nodes / 1e3 }
}

async function measure(count, browser) {
  const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-notes-'))
  const library = join(folder, 'library')
  await mkdir(library)
  await writeFile(
    join(library, 'long.txt'),
    ['A long article with notes', ...paragraphs(words, 7)].join('\n\n'),
  )
  const server = spawn(process.execPath, [join(root, 'out/main/web.js'), library], {
    env: { ...process.env, PARALLAX_DATA_DIR: join(folder, 'data'), PARALLAX_NO_BROWSER: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  try {
    const [said] = await once(server.stdout.setEncoding('utf8'), 'data')
    await page.addInitScript(watch)
    await page.goto(/http:\S+/.exec(said)[0])
    // Once it was read: before that its place alone is there.
    const row = page
      .getByRole('grid', { name: 'Articles' })
      .getByRole('row', { name: /long article/ })
    await row.waitFor()
    return await measureIn(page, row, count)
  } finally {
    await page.close()
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

async function fill(page, count) {
  const { info } = await call(page, 'app-start', {}).then((start) => start.library)
  const ask = (name, arg) => call(page, name, arg, info.path)
  const { rows } = await ask('rows-page', { query: { sort: 'path' }, start: 0, end: 1 })
  const { id, text, textHash } = await ask('article-open', { article: rows[0].id })
  const drafts = annotations(text, count, 3).map(({ start, end, color }, at) => ({
    article: id,
    start,
    end,
    textHash,
    color,
    tags: at % 5 === 0 ? ['tone/cool'] : [],
    note: at % 3 === 0 ? `A note of some words, number ${at}.` : '',
  }))
  for (let at = 0; at < drafts.length; at += 1000)
    await ask('annotations-add', { drafts: drafts.slice(at, at + 1000) })
}

async function measureIn(page, row, count) {
  await fill(page, count)
  await page.reload()
  await row.waitFor()
  const opened = await timed(page, `document.querySelector('mark.highlight')`, () => row.click())
  const answered = await page.evaluate(() => globalThis.answered)
  await page.locator('.card').first().waitFor()
  await page.waitForTimeout(1500)

  // Words in view that nothing lies on yet are as good as any: highlights may overlap.
  await page.evaluate(() => {
    const block = document.querySelectorAll('article [data-block]')[3]
    document.getSelection().selectAllChildren(block)
    block.closest('article').focus()
  })
  await page.waitForTimeout(200)
  const highlighted = await timed(page, `document.querySelector('.card[data-active]')`, () =>
    page.keyboard.press('h'),
  )
  const noted = await timed(page, `document.activeElement?.matches('textarea')`, () =>
    page.keyboard.press('n'),
  )
  const keys = []
  for (let at = 0; at < 20; at++) {
    const value = JSON.stringify('abcdefghijklmnopqrst'.slice(0, at + 1))
    await page.evaluate(() => {
      document.activeElement.addEventListener(
        'keydown',
        () => {
          const start = performance.now()
          globalThis.key = new Promise((done) => setTimeout(done)).then(globalThis.painted)
          globalThis.key = globalThis.key.then((end) => end - start)
        },
        { once: true },
      )
    })
    await page.keyboard.press('abcdefghijklmnopqrst'[at])
    keys.push(await page.evaluate(() => globalThis.key))
    if ((await page.evaluate(() => document.activeElement.value)) !== JSON.parse(value))
      throw new Error('a letter was lost')
  }
  await page.waitForTimeout(900)
  const { heap, nodes } = await heapOf(page)
  return {
    opened,
    fromAnswer: opened.end - answered,
    highlighted,
    noted,
    key: median(keys),
    scroll: await scrolled(page, '.pane .scroller'),
    notesScroll: await scrolled(page, '.notes-scroller'),
    heap,
    nodes,
  }
}

const browser = await launchChromium()
try {
  const rows = []
  for (const count of counts) {
    const it = await measure(count, browser)
    const [open, task, h, n, key, scroll, heap, nodes] = before[count] ?? []
    const was = (value) => (value === undefined ? '' : value.toLocaleString())
    rows.push(
      [`${count.toLocaleString()}: open, until a mark is painted`, it.opened.time, was(open)],
      ['   from the answer of the core', it.fromAnswer, ''],
      ['   longest task', it.opened.longest, was(task)],
      ['   H, until its card is painted', it.highlighted.time, was(h)],
      ['   longest task', it.highlighted.longest, ''],
      ['   N, until its box is painted', it.noted.time, was(n)],
      ['   a key in the note, until painted', it.key, was(key)],
      ['   scrolling the text, 95th percentile', it.scroll, was(scroll)],
      ['   scrolling the notes, 95th percentile', it.notesScroll, ''],
      ['   heap, MB', it.heap, was(heap)],
      ['   elements, thousands', it.nodes, was(nodes)],
    )
  }
  console.log(`Notes on an article of ${words.toLocaleString()} words; ms\n`)
  printTable(['', 'now', 'first edition'], rows)
} finally {
  await browser.close()
}
