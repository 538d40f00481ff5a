// What is found again: after a restart, and after the power went.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { copySample, courier, hashes, herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { describedMarks, highlight, marksOf, selectByMouse, toolbarOf } from './pages/text.ts'

test.beforeEach(({ library }) => copySample(library.path))

test('a restart brings back panes, places, sides, theme and notes', async ({ launch, library }) => {
  const before = await hashes(library.path)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const text = await openFromList(room, herald)
  await highlight(page, text, 'cyclists who dismount', 'green')
  await page.keyboard.press('n')
  await page.keyboard.type('On foot, then.')
  await page.keyboard.press('Escape')
  const other = await openFromList(room, courier)
  await app.command('theme')
  await app.command('theme')
  await expect(room.messages).toContainText('Theme: sepia')
  const paper = await paperOf(room.main)
  await app.command('toggle-right')
  await expect(notesOf(page).side).toBeHidden()
  await other.hover()
  await page.mouse.wheel(0, 900)
  await expect.poll(() => scrollOf(other)).toBeGreaterThan(300)
  const place = await firstInView(other)
  // At once: what was done last is kept as well.
  await app.close()

  const again = await launch()
  const after = roomOf(again)
  await expect(after.text(courier)).toBeVisible()
  expect(await after.titles()).toEqual([herald, courier])
  await expect.poll(() => firstInView(after.text(courier))).toBe(place)
  expect(await paperOf(after.main)).toBe(paper)
  await expect(notesOf(again.page).side).toBeHidden()
  await expect(
    describedMarks(after.text(herald), 'green highlight, note: On foot, then.'),
  ).toHaveText('cyclists who dismount')
  await again.command('toggle-right')
  await after.text(herald).focus()
  await expect(notesOf(again.page).list).toContainText('On foot, then.')
  expect(await hashes(library.path)).toEqual(before)
})

test('a kill loses nothing that was said to be saved', async ({ launch, library }) => {
  const before = await hashes(library.path)
  const words = 'taking a sledgehammer to a cracked cup'

  const first = await launch({ library: library.path })
  await highlight(first.page, await openFromList(roomOf(first), herald), words, 'red')
  await roomOf(first).saved()
  await first.kill()

  const second = await launch({ library: library.path })
  const room = roomOf(second)
  const text = await openFromList(room, herald)
  await expect(describedMarks(text, 'red highlight')).toHaveText(words)
  // The dead one's lock is nobody's.
  await room.saved()
  const notes = notesOf(second.page)
  await notes.card(words).getByRole('button', { name: 'Add a note' }).click()
  await notes.noteBox.fill('Her words, not ours.')
  await expect(describedMarks(text, /note: Her words, not ours\.$/)).toHaveText(words)
  await room.saved()
  await second.kill()

  // In the middle of saving: what was not yet acknowledged may be there or not, but all else is.
  const third = await launch({ library: library.path })
  const again = await openFromList(roomOf(third), herald)
  await expect(describedMarks(again, /note: Her words, not ours\.$/)).toHaveText(words)
  await selectByMouse(third.page, again, 'heckled twice')
  await third.page.evaluate(
    `for (const key of ['1', '2', '3', '4', '5', '6']) document.querySelector('article')
      .dispatchEvent(new KeyboardEvent('keydown', { key, code: 'Digit' + key, bubbles: true }))`,
  )
  await third.kill()

  const fourth = await launch({ library: library.path })
  const last = roomOf(fourth)
  const found = await openFromList(last, herald)
  await expect(describedMarks(found, /note: Her words, not ours\.$/)).toHaveText(words)
  await last.saved()
  await expect(last.messages.getByRole('alert')).toHaveCount(0)
  await expect(last.library.getByRole('button', { name: /attention/ })).toHaveCount(0)
  expect(await marksOf(found).count()).toBeLessThanOrEqual(7)
  const kept = await readdir(join(library.path, '.parallax/annotations'))
  expect(kept.filter((name) => name.includes('tmp'))).toEqual([])
  expect(await hashes(library.path)).toEqual(before)
})

test('what was deleted and undone stays so', async ({ launch, library }) => {
  const first = await launch({ library: library.path })
  const text = await openFromList(roomOf(first), herald)
  await highlight(first.page, text, 'heckled twice', 'blue')
  await highlight(first.page, text, 'a loaded lorry over the bridge', 'purple')
  await toolbarOf(first.page, 'Highlight').getByRole('button', { name: 'Delete highlight' }).click()
  await expect(marksOf(text)).toHaveText(['heckled twice'])
  await first.command('undo')
  await expect(marksOf(text)).toHaveText(['heckled twice', 'a loaded lorry over the bridge'])
  await first.command('undo')
  await expect(marksOf(text)).toHaveText(['heckled twice'])
  await roomOf(first).saved()
  await first.kill()

  const second = await launch({ library: library.path })
  await expect(marksOf(await openFromList(roomOf(second), herald))).toHaveText(['heckled twice'])
})

test('the window comes back where it stood', async ({ launch, host }) => {
  test.skip(host === 'web', 'the browser keeps its own window')
  const bounds = { x: 60, y: 40, width: 1010, height: 640 }
  const app = await launch()
  await app.electron?.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  )
  await app.close()
  const again = await launch()
  const found = await again.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  )
  expect(found).toEqual(bounds)
})

const scrollOf = (text: Locator): Promise<number> =>
  text.evaluate((host) => host.parentElement.scrollTop)

/** The words of the block at the top of the pane. */
const firstInView = (text: Locator): Promise<string> =>
  text.evaluate((host) => {
    const { top, left, width } = host.parentElement.getBoundingClientRect()
    const found = host.ownerDocument.elementFromPoint(left + width / 2, top + 20)
    return (found?.textContent ?? '').slice(0, 60)
  })

const paperOf = (main: Locator): Promise<string> =>
  main.evaluate((it) => it.ownerDocument.defaultView.getComputedStyle(it).backgroundColor)
