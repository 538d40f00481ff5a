// The library's list at 1,000 and at 50,000 rows, of which the window holds some: a key in its filter until
// the list is painted, a row that changes, scrolling, going to the last row. The list alone: in the place of
// the core a plain array answers, and what it takes for that is not counted.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, scriptOfSources } from './lib/bundle.mjs'
import { launchChromium } from './lib/chromium.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const sizes = sized([1_000, 50_000], [100, 400])
/** How often each act is done. Every one waits for some frames. */
const acts = {
  words: sized(['paper 12', 'bridge', 'made their', 'folder 99', 'water'], ['paper 12']),
  changes: sized(12, 2),
  scrolls: sized(60, 5),
}
const goal = 16
const worstGoal = 50

const script = await scriptOfSources(
  `export { createElement } from 'react'
   export { createRoot } from 'react-dom/client'
   export { ArticlesList } from './src/renderer/library/ArticlesList.tsx'
   export { beginShowing } from './src/renderer/replica/shown.ts'
   export { beginList, renewList, useRowList } from './src/renderer/replica/list.ts'
   export { useList } from './src/renderer/state/list.ts'`,
)
const styles = await Promise.all(
  [
    'styles/tokens.css',
    'styles/base.css',
    'shell/shell.css',
    'library/library.css',
    'library/stories.css',
  ].map((path) => readFile(join(root, 'src/renderer', path), 'utf8')),
)

const titles = paragraphs(Math.max(...sizes) * 9, 5)
  .join(' ')
  .split(/\s+/)
const rowsOf = (count) =>
  Array.from({ length: count }, (_, at) => ({
    title: titles.slice(at * 9, at * 9 + 5 + (at % 5)).join(' '),
    subtitle: null,
    byline: at % 3 === 0 ? `${titles[at]} ${titles[at + 1]}` : null,
    source: `Paper ${at % 40}`,
    published: '2026-03-04',
    language: 'en',
    id: at.toString(16).padStart(16, '0'),
    path: `folder ${at % 100}/${at}.txt`,
    format: 'text',
    state: 'ready',
    problem: null,
    words: 500,
    annotations: at % 7,
    notes: 0,
    parts: 0,
    part: null,
    corrected: [],
    reading: 'new',
    added: 0,
    changed: 0,
  }))

/** In the page: a row is another, and the list is asked for again. */
function changeRow(at, renewList) {
  const row = globalThis.rows[at]
  globalThis.rows = globalThis.rows.with(at, { ...row, annotations: row.annotations + 1 })
  renewList()
}

/** In the page: answers for the core. */
function answer(name, { query, start, end, article }) {
  const { rows } = globalThis
  const wanted = (query?.filter ?? '').toLowerCase()
  if (globalThis.matched?.wanted !== wanted || globalThis.matched.rows !== rows) {
    const holds = ({ title, source, path }) =>
      `${title}\n${source}\n${path}`.toLowerCase().includes(wanted)
    globalThis.matched = { wanted, rows, found: wanted === '' ? rows : rows.filter(holds) }
  }
  const { found } = globalThis.matched
  if (name === 'rows-page')
    return { total: found.length, rows: found.slice(start, end), groups: [] }
  if (name === 'rows-place') return { place: found.findIndex(({ id }) => id === article) }
  return null
}

/** In the page: shows the rows, and gives the times of each act. */
async function measure([rows, acts]) {
  const { createElement, createRoot, ArticlesList, beginShowing, beginList, renewList } =
    globalThis.bench
  const { useList, useRowList } = globalThis.bench
  const side = document.createElement('nav')
  side.className = 'side library-side'
  side.style.cssText = 'height:860px;display:flex;flex-direction:column'
  document.body.replaceChildren(side)
  globalThis.rows = rows
  beginShowing(null, 0)
  beginList()
  useList.setState({ order: { sort: 'path' }, filter: '' })
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now())
        channel.port2.postMessage(null)
      }),
    )
  const frames = async (count) => {
    for (let frame = 0; frame < count; frame++) await painted()
  }
  /** The work of an act and of the frame after it; the wait for that frame is left out. */
  const timed = async (act) => {
    await frames(3)
    const start = performance.now()
    act()
    // React answers an event before it returns; what it leaves for later is done by the next task.
    await new Promise((done) => setTimeout(done))
    const work = performance.now() - start
    const frame = await new Promise((done) =>
      requestAnimationFrame(() => {
        const begun = performance.now()
        const channel = new MessageChannel()
        channel.port1.onmessage = () => done(performance.now() - begun)
        channel.port2.postMessage(null)
      }),
    )
    return work + frame
  }
  const root = createRoot(side)
  const first = await timed(() => root.render(createElement(ArticlesList)))
  await frames(5)
  const field = side.querySelector('input')
  const put = (value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  const keys = []
  for (const word of acts.words)
    for (let length = 1; length <= word.length; length++)
      keys.push(await timed(() => put(word.slice(0, length))))
  put('')
  await frames(5)
  const changes = []
  for (let at = 0; at < acts.changes; at++)
    changes.push(await timed(() => globalThis.changeRow(3, renewList)))
  const grid = side.querySelector('[role=grid]')
  const scrolls = []
  for (let at = 0; at < acts.scrolls; at++)
    scrolls.push(
      await timed(() => {
        grid.scrollTop += 700
      }),
    )
  side.querySelector('[role=row][tabindex="0"]')?.focus()
  const end = await timed(() =>
    document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }),
    ),
  )
  const there = document.activeElement?.getAttribute('aria-rowindex')
  const held = [...useRowList.getState().view.pages.values()].flat().length
  if (Number(there) !== rows.length) throw new Error(`End went to ${there}`)
  root.unmount()
  return { first, keys, changes, scrolls, end, held }
}

const p95 = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]

const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 400, height: 900 } })
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>')
  for (const content of styles) await page.addStyleTag({ content })
  // What a core would take is no part of what is measured: the list waits for it without work.
  await page.addScriptTag({
    content: `${answer}
      ${changeRow}
      globalThis.parallaxBridge = {
        call: async (name, arg) => ({ ok: true, value: answer(name, arg), at: { library: null, revision: 0 } }),
        on: () => () => {},
      }`,
  })
  await page.addScriptTag({ content: script })
  const measured = []
  for (const size of sizes) {
    await page.evaluate(measure, [rowsOf(100), acts])
    measured.push(await page.evaluate(measure, [rowsOf(size), acts]))
  }
  const cells = (pick) => measured.map(pick)
  console.log('The library’s list; the work of an act and of its frame, ms\n')
  printTable(
    ['', ...sizes.map((size) => `${size.toLocaleString()} rows`)],
    [
      ['first drawn', ...cells(({ first }) => first)],
      ['a key in the filter, median', ...cells(({ keys }) => median(keys))],
      ['a key in the filter, worst', ...cells(({ keys }) => Math.max(...keys))],
      ['one row changed, median', ...cells(({ changes }) => median(changes))],
      ['scrolling a page, 95th percentile', ...cells(({ scrolls }) => p95(scrolls))],
      ['End', ...cells(({ end }) => end)],
      ['rows held, number', ...cells(({ held }) => held)],
    ],
  )
  const { keys } = measured.at(-1)
  console.log(
    `\nA key at ${sizes.at(-1).toLocaleString()} rows: ${judged(median(keys), goal, ' ms')}; worst ${judged(Math.max(...keys), worstGoal, ' ms')}`,
  )
} finally {
  await browser.close()
}
