// Opening an article in the built app, on the loopback host: from the answer of the `article-open` call
// to the frame in which its text stands in a pane.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/bundle.mjs'
import { launchChromium } from './lib/chromium.mjs'
import { judged, median, printTable } from './lib/measure.mjs'
import { sized } from './lib/small.mjs'
import { paragraphs } from './lib/text.mjs'

const goal = 33
const opened = sized(12, 3)

/** Runs in the page, before the app: notes when an answer came and when its text was shown. */
function watch() {
  globalThis.opened = []
  let answered = null
  const fetched = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const response = await fetched(...given)
    if (String(given[0]).endsWith('/article-open')) answered = performance.now()
    return response
  }
  // The first frame after the text was put there, and the task after it: the frame is done by then.
  const look = () => {
    if (answered === null) return
    const at = answered
    const made = performance.now()
    answered = null
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () =>
        globalThis.opened.push({ built: made - at, shown: performance.now() - at })
      channel.port2.postMessage(null)
    })
  }
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (
          node instanceof Element &&
          (node.matches('article .chunk') || node.querySelector('article .chunk'))
        )
          return look()
  }).observe(document, { childList: true, subtree: true })
}

const folder = await mkdtemp(join(tmpdir(), 'parallax-bench-open-'))
const library = join(folder, 'library')
await mkdir(library)
for (let n = 0; n <= opened; n++)
  await writeFile(
    join(library, `${String(n).padStart(2, '0')}.txt`),
    [`Article number ${n}`, ...paragraphs(700, n)].join('\n\n'),
  )

const server = spawn(process.execPath, [join(root, 'out/main/web.js'), library], {
  env: { ...process.env, PARALLAX_DATA_DIR: join(folder, 'data'), PARALLAX_NO_BROWSER: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await launchChromium()
try {
  const said = await Promise.race([
    once(server.stdout.setEncoding('utf8'), 'data').then(([text]) => text),
    once(server, 'exit').then(([code]) => {
      throw new Error(`the loopback host ended with ${code}`)
    }),
  ])
  const address = /http:\S+/.exec(said)[0]
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watch)
  await page.goto(address)
  const rows = page.getByRole('grid', { name: 'Articles' }).getByRole('row')
  await rows.first().waitFor()

  const measured = []
  for (let n = 0; n <= opened; n++) {
    const before = await page.evaluate(() => globalThis.opened.length)
    await page
      .getByRole('row', { name: `Article number ${n}`, exact: false })
      .first()
      .click()
    await page.waitForFunction((count) => globalThis.opened.length > count, before)
    // The first one warms the page up.
    if (n > 0) measured.push((await page.evaluate(() => globalThis.opened)).at(-1))
    // Beside two others, as one reads; the rest is closed.
    const panes = page.locator('section.pane')
    for (let left = await panes.count(); left > 2; left--) {
      await panes
        .first()
        .getByRole('button', { name: /^Close / })
        .first()
        .click()
      await panes.nth(left - 1).waitFor({ state: 'detached' })
    }
  }
  const shown = median(measured.map((each) => each.shown))
  console.log(`Opening a 700-word article beside two others, ${measured.length} times; ms\n`)
  printTable(
    ['from the answer', 'median', 'worst'],
    [
      [
        'until its text is in the page',
        median(measured.map((each) => each.built)),
        Math.max(...measured.map((each) => each.built)),
      ],
      ['until it is painted', shown, Math.max(...measured.map((each) => each.shown))],
    ],
  )
  console.log(`\nUntil it is painted: ${judged(shown, goal, ' ms')}`)
} finally {
  await browser.close()
  if (server.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  await rm(folder, { recursive: true, force: true })
}
