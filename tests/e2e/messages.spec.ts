// What the app says lies over nothing, can be read again, and can be undone where it tells of a step.
import { readdir } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { drop, paste, story } from './pages/adding.ts'
import { chooseCommand, roomOf } from './pages/room.ts'

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2])

async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  if (!box) throw new Error('It is not drawn.')
  return { ...box, bottom: box.y + box.height, right: box.x + box.width }
}

const filesIn = async (path: string): Promise<string[]> =>
  (await readdir(path)).filter((name) => !name.startsWith('.'))

/** An error that is shown until it is closed. */
async function fail(app: App): Promise<Locator> {
  await drop(app, [{ name: 'holiday.txt', bytes: picture }])
  const error = roomOf(app).messages.getByRole('alert').first()
  await expect(error).toContainText('cannot be read as an article')
  return error
}

for (const size of [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
  { width: 420, height: 700 },
])
  test(`a message covers neither passage nor dialog at ${size.width} px`, async ({ app }) => {
    const room = roomOf(app)
    await app.page.setViewportSize(size)
    const error = await fail(app)
    const message = await boxOf(error)
    const pane = await boxOf(room.panes.first())
    expect(pane.bottom).toBeLessThanOrEqual(message.y + 1)

    await app.command('settings')
    const dialog = await boxOf(room.dialog('Settings'))
    expect(dialog.bottom).toBeLessThanOrEqual((await boxOf(error)).y + 1)
    // It is in reach all the same.
    await error.getByRole('button', { name: 'Close message' }).click()
    await expect(error).toBeHidden()
    await expect(room.dialog('Settings')).toBeVisible()
  })

test('what was said can be read again, by key, button, menu and palette', async ({ app }) => {
  const room = roomOf(app)
  const dialog = room.dialog('Last messages')
  const error = await fail(app)
  await error.getByRole('button', { name: 'Close message' }).click()
  await app.command('theme')
  await app.page.keyboard.press('Shift+F7')
  const lines = dialog.getByRole('listitem')
  await expect(lines.first()).toContainText('Theme: ')
  await expect(lines.nth(1)).toContainText('“holiday.txt” cannot be read as an article')
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await app.page.getByRole('button', { name: 'Last messages' }).click()
  await expect(lines.first()).toContainText('Theme: ')
  await app.page.keyboard.press('Escape')
  await chooseCommand(app, 'Last messages…')
  await expect(dialog).toBeVisible()
  await app.page.keyboard.press('Escape')
  await app.command('messages')
  await expect(dialog).toBeVisible()
})

test('pasted text offers undo, and is gone from library and room after it', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await paste(app, { text: story('the market') })
  await expect(room.messages).toContainText('was added.')
  await expect(room.panes).toHaveCount(1)
  await room.messages.getByRole('button', { name: 'Undo' }).click()
  await expect(room.messages).toContainText(/Undone: Add “.*”\. The file lies in/)
  await expect(room.articles).toContainText('Nothing in this folder yet')
  await expect(room.panes).toHaveCount(0)
  await expect.poll(() => filesIn(library.path)).toEqual([])
})

test('undo takes back the last thing done, and its message offers it no longer', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await drop(app, [
    { name: 'tram.txt', bytes: story('the tram') },
    { name: 'ferry.txt', bytes: story('the ferry') },
  ])
  await expect(room.messages).toContainText('Read 2.')
  await paste(app, { text: story('the market') })
  await expect(room.messages).toContainText('was added.')
  await room.saved()
  await app.page.keyboard.press('Shift+F7')
  const lines = room.dialog('Last messages').getByRole('listitem')
  await expect(lines.first().getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(lines.nth(1)).toContainText('Read 2.')
  await expect(lines.nth(1).getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await app.page.keyboard.press('Escape')
  await app.command('undo')
  await expect(room.articles.getByRole('row')).toHaveCount(2)
  await app.command('undo')
  await expect(room.messages).toContainText('Undone: Add 2 files')
  await expect(room.articles).toContainText('Nothing in this folder yet')
  expect(await filesIn(library.path)).toEqual([])
})

test('a file that was changed since it was added stays, and is told', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await drop(app, [{ name: 'tram.txt', bytes: story('the tram') }])
  await expect(room.messages).toContainText('was added.')
  await library.write('tram.txt', 'Somebody’s own words about the tram, written since.')
  await app.command('undo')
  await expect(room.messages.getByRole('alert')).toContainText('was changed since it was added')
  expect(await filesIn(library.path)).toEqual(['tram.txt'])
})
