// Two windows on one core, answers that are late, and connections that are lost: nothing that was
// acknowledged vanishes from a window or goes into another library.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, WebSocketRoute } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { highlight, marksOf, toolbarOf } from './pages/text.ts'

const name = 'The bridge is shut'
const words = `${name}\n\nEngineers closed the Quay Street bridge on Monday after cracks were found.\n`

test.beforeEach(({ library }) => library.write('bridge.txt', words).then(() => undefined))

test('a highlight stays when a re-read that was begun before it is answered after it', async ({
  launch,
  library,
  host,
}) => {
  test.skip(host !== 'web', 'only HTTP can be held up from outside')
  const app = await launch({ library: library.path })
  app.expectProblems()
  const line = await lineOf(app.page)
  const room = roomOf(app)
  const text = await openFromList(room, name)
  let release = (): void => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  let asked = 0
  await app.page.route(/\/call\/article-open$/, async (route) => {
    // Answered by the core at once; what it said is held up.
    const response = await route.fetch()
    asked++
    await held
    await route.fulfill({ response })
  })
  // After a lost connection everything is asked for anew.
  line.cut()
  line.mend()
  await expect.poll(() => asked).toBeGreaterThan(0)
  await highlight(app.page, text, 'Quay Street')
  await room.saved()
  const answered = app.page.waitForResponse(/article-open$/)
  release()
  await answered
  await expect(marksOf(text)).toHaveText(['Quay Street'])
})

test('a note that is being typed when another window opens another library is kept', async ({
  launch,
  library,
  host,
}) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const text = await openFromList(roomOf(app), name)
  await highlight(page, text, 'Quay Street')
  await inAnotherFolder(async (other) => {
    await toolbarOf(page, 'Highlight').getByRole('button', { name: 'Note' }).click()
    const second = host === 'web' ? await secondWindow(app) : page
    await notesOf(page).noteBox.pressSequentially('typed just now')
    await openIn(second, other)
    await expect(page.getByText('other.txt').first()).toBeVisible()
    await expect.poll(() => annotationsIn(library.path)).toContain('typed just now')
    // Nobody waits longer than need be for the library that was left.
    await expect.poll(() => readdir(join(library.path, '.parallax'))).not.toContain('lock')
  })
})

test('a window whose connection was lost shows what was opened meanwhile, and writes nowhere else', async ({
  launch,
  library,
  host,
}) => {
  test.skip(host !== 'web', 'only the web host has connections to lose')
  const app = await launch({ library: library.path })
  app.expectProblems()
  const second = await secondWindow(app)
  const line = await lineOf(second)
  const stale = roomOf({ ...app, page: second })
  // What is told of a file that is read later, this window does not hear.
  await expect(stale.row(name)).toBeVisible()
  await inAnotherFolder(async (other) => {
    // The same article: its id comes from what it holds.
    await writeFile(join(other, 'bridge.txt'), words)
    line.cut()
    await openIn(app.page, other)
    await expect(roomOf(app).row('other.txt')).toBeVisible()
    await expect(stale.row('other.txt')).toHaveCount(0)
    const text = await openFromList(stale, name).catch(() => null)
    if (text) {
      await highlight(second, text, 'Quay Street').catch(() => undefined)
      await expect(stale.messages).toContainText('is not the open library any more')
    }
    line.mend()
    await expect(stale.row('other.txt')).toBeVisible()
    expect(await annotationsIn(other)).not.toContain('Quay Street')
    const there = await openFromList(stale, name)
    await highlight(second, there, 'cracks were found')
    await expect.poll(() => annotationsIn(other)).toContain('cracks were found')
    expect(await annotationsIn(library.path)).not.toContain('cracks were found')
  })
})

test('coming back to a window in which nothing changed asks for little, and is sent nothing', async ({
  launch,
  library,
  host,
}) => {
  test.skip(host !== 'web', 'only HTTP can be counted from outside')
  for (let n = 0; n < 5; n++)
    await library.write(`more ${n}.txt`, `What is told in the article ${n}.\n`)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  await openFromList(room, name)
  for (let n = 0; n < 5; n++) {
    await openFromList(room, `more ${n}.txt`)
    await page.getByRole('button', { name: `Close more ${n}.txt` }).click()
  }
  const asked: string[] = []
  let bytes = 0
  page.on('response', async (response) => {
    const call = /\/call\/(.*)/.exec(response.url())?.[1]
    if (call === undefined || call === 'session-save') return
    asked.push(call)
    bytes += (await response.body()).length
  })
  await page.waitForTimeout(2_100)
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
  await expect.poll(() => asked).toEqual(['library-refresh', 'article-refresh'])
  expect(bytes).toBeLessThan(500)
})

/** Another window of the same browser. */
async function secondWindow({ page, base }: App): Promise<Page> {
  const token = await page.evaluate("sessionStorage.getItem('parallax-token')")
  const second = await page.context().newPage()
  await second.goto(`${base}/#token=${token}`)
  await second.getByRole('main').waitFor()
  return second
}

/** The connection by which a window hears events, to be cut and mended. Reloads the window. */
async function lineOf(page: Page): Promise<{ cut(): void; mend(): void }> {
  let cut = false
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/events$/, (socket) => {
    if (cut) void socket.close()
    else {
      socket.connectToServer()
      open.add(socket)
    }
  })
  await page.reload()
  await page.getByRole('main').waitFor()
  return {
    cut() {
      cut = true
      for (const socket of open) void socket.close()
      open.clear()
    },
    mend() {
      cut = false
    },
  }
}

/** Opens a folder, as the app's own picker would; in Electron as the window does with a recent one. */
const openIn = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(
    `(async () => {
      const path = ${JSON.stringify(path)}
      if (window.parallaxBridge) return window.parallaxBridge.call('library-open', { path }, null)
      const token = sessionStorage.getItem('parallax-token')
      const headers = { 'content-type': 'application/json', 'authorization': 'Bearer ' + token }
      const body = JSON.stringify({ library: null, window: 'test', arg: { path } })
      return (await fetch('/call/library-open', { method: 'POST', headers, body })).json()
    })()`,
  )

/** All that the annotation files of a library hold. */
async function annotationsIn(library: string): Promise<string> {
  const folder = join(library, '.parallax', 'annotations')
  const names = await readdir(folder).catch(() => [])
  return (await Promise.all(names.map((each) => readFile(join(folder, each), 'utf8')))).join('\n')
}

async function inAnotherFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), 'parallax-other-'))
  await writeFile(join(path, 'other.txt'), 'Harbour dues rise.\n')
  await use(path)
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
