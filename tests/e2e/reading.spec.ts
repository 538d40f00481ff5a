// The reading room: opening articles side by side, arranging them, and reading in comfort.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { type App, expect, stubOpenDialog, test } from './fixtures.ts'
import { copySample, courier, cutting, gazette, herald, readArticle } from './pages/libraries.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'
import { highlight, marksOf } from './pages/text.ts'

test('a folder is opened with the native dialog', async ({ launch, host, library }) => {
  test.skip(host === 'web', 'the web host has no native dialogs; it has the app’s own')
  await copySample(library.path)
  const app = await launch()
  const room = roomOf(app)
  await stubOpenDialog(app)
  await app.command('open-folder')
  await expect(room.panes).toHaveCount(3)
  await stubOpenDialog(app, library.path)
  await app.command('open-folder')
  await expect(room.main).toContainText('Choose an article on the left')
  await expect(room.articles.getByRole('row')).toHaveCount(4)
})

test('a folder is opened with the app’s own dialog, by mouse and by keyboard', async ({
  launch,
  host,
  library,
}) => {
  test.skip(host !== 'web', 'the native dialog is used where there is one')
  await copySample(join(library.path, 'cuttings'))
  await mkdir(join(library.path, 'empty'))
  const app = await launch()
  const { page } = app
  const room = roomOf(app)
  const dialog = room.dialog('Open folder')
  const folders = dialog.getByRole('grid', { name: 'Folders' })

  await room.library.getByRole('button', { name: 'Open folder…' }).click()
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(`${library.path}-that-is-not`)
  await dialog.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('-that-is-not” is not there')
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(library.path)
  await dialog.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await folders.getByRole('row', { name: 'empty' }).click()
  await expect(dialog).toContainText('No article files right in this folder')
  await folders.getByRole('row', { name: 'Up' }).click()
  await folders.getByRole('row', { name: 'cuttings' }).click()
  await expect(dialog).toContainText('4 article files in this folder')
  await dialog.getByRole('button', { name: 'Open this folder' }).click()
  await expect(dialog).toBeHidden()
  await expect(room.library.getByRole('heading', { name: 'cuttings' })).toBeVisible()
  await expect(room.articles.getByRole('row')).toHaveCount(4)

  // The same without a mouse.
  await app.command('open-folder')
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(library.path)
  await page.keyboard.press('Enter')
  await expect(folders.getByRole('row', { name: 'empty' })).toBeVisible()
  await tabTo(app, 'Up')
  await page.keyboard.press('e')
  await expect(folders.getByRole('row', { name: 'empty' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('No article files right in this folder')
  await tabTo(app, 'Open this folder')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(room.main).toContainText('There are no articles in “empty” yet')
  await app.command('open-folder')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('articles open beside each other, up to six; the seventh takes the place of one', async ({
  launch,
  library,
}) => {
  await copySample(library.path)
  for (const name of ['Five', 'Six', 'Seven'])
    await library.write(`${name}.md`, `# ${name}\n\nWords of ${name}.\n`)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const order = [herald, courier, gazette, cutting, 'Five', 'Six']
  for (const [index, name] of order.entries()) {
    await openFromList(room, name)
    await expect(room.panes).toHaveCount(index + 1)
  }
  await expect.poll(room.titles).toEqual(order)
  await openFromList(room, 'Seven')
  await expect.poll(room.titles).toEqual([...order.slice(0, 5), 'Seven'])
  // One that is open already is gone to, not opened twice.
  await openFromList(room, herald)
  await expect.poll(room.titles).toEqual([...order.slice(0, 5), 'Seven'])

  // F6 walks through them, and back.
  await page.keyboard.press('F6')
  await expect(room.text(herald)).toBeFocused()
  await page.keyboard.press('F6')
  await expect(room.text(courier)).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(room.text('Seven')).toBeFocused()

  await app.command('move-pane-left')
  await expect.poll(room.titles).toEqual([...order.slice(0, 4), 'Seven', 'Five'])
  await app.command('move-pane-right')
  await expect.poll(room.titles).toEqual([...order.slice(0, 5), 'Seven'])
  await app.command('close-pane')
  await expect(room.panes).toHaveCount(5)
  await expect(room.text('Five')).toBeFocused()
  await room
    .pane(gazette)
    .getByRole('button', { name: `Close ${gazette}` })
    .click()
  await expect.poll(room.titles).toEqual([herald, courier, cutting, 'Five'])
  await room.text(courier).focus()
  await app.command('split')
  await expect.poll(room.titles).toEqual([herald, courier, courier, cutting, 'Five'])
  // Both are the same article: what is highlighted in one is so in the other.
  const words = 'one east bank councilor'
  const twins = room.pane(courier).getByRole('article')
  await highlight(page, twins.first(), words)
  await expect(marksOf(twins.first())).toHaveText(words)
  await expect(marksOf(twins.last())).toHaveText(words)
})

test('dividers move by keyboard, and panes can be made equally wide again', async ({ app }) => {
  const { page } = app
  const room = roomOf(app)
  await expect(room.panes).toHaveCount(3)
  const divider = room.main.getByRole('separator', { name: 'Width of the panes' })
  await expect(divider).toHaveCount(2)
  const width = async () => Math.round((await room.panes.first().boundingBox())?.width ?? 0)
  const before = await width()
  await divider.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(width).toBeGreaterThan(before)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeLessThan(before)
  await chooseCommand(app, 'Make panes equally wide')
  await expect.poll(async () => Math.abs((await width()) - before)).toBeLessThanOrEqual(1)
})

test('theme, text size and furniture are as the reader wants them, and stay so', async ({
  launch,
}) => {
  const app = await launch()
  const room = roomOf(app)
  await expect(room.text(herald)).toBeVisible()
  await app.command('settings')
  const dialog = room.dialog('Settings')
  const papers = new Set<string>()
  for (const theme of ['Light', 'Sepia', 'Dark']) {
    await chooseRadio(dialog, theme)
    papers.add(await styleOf(room.main, 'background-color'))
  }
  expect(papers.size, 'each theme has a paper of its own').toBe(3)
  const size = await styleOf(room.text(herald), 'font-size')
  await dialog.getByRole('slider', { name: 'Text size' }).focus()
  for (let presses = 0; presses < 4; presses++) await app.page.keyboard.press('ArrowRight')
  const larger = `${Number.parseFloat(size) + 4}px`
  await expect(room.text(herald)).toHaveCSS('font-size', larger)
  await chooseRadio(dialog, 'Sans')
  await expect(room.text(herald)).toHaveCSS('font-family', /Source Sans/)
  await dialog.getByRole('checkbox', { name: 'Justify' }).check({ force: true })
  await expect(room.text(herald)).toHaveCSS('text-align', 'justify')
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  // Furniture is dimmed, collapsed to a strip, or shown as text; its words are always there.
  const text = room.text(herald)
  const furniture = text.getByRole('group', { name: 'Page furniture' }).last()
  await furniture.scrollIntoViewIfNeeded()
  const words = await text.textContent()
  const height = async () => (await furniture.boundingBox())?.height ?? 0
  expect(await styleOf(furniture, 'color')).not.toBe(await styleOf(text, 'color'))
  const dimmed = await height()
  await app.command('furniture')
  await expect(room.messages).toContainText('Page furniture: collapsed')
  await expect.poll(height).toBeLessThan(dimmed)
  await app.command('furniture')
  await expect.poll(height).toBeGreaterThan(dimmed)
  expect(await styleOf(furniture, 'color')).toBe(await styleOf(text, 'color'))
  expect(await text.textContent()).toBe(words)
  await app.command('furniture')
  await app.command('furniture')
  await app.close()

  const again = await launch()
  const after = roomOf(again)
  await expect(after.text(herald)).toHaveCSS('font-size', larger)
  await expect(after.text(herald)).toHaveCSS('font-family', /Source Sans/)
  expect(papers).toContain(await styleOf(after.main, 'background-color'))
  await again.command('settings')
  const settings = after.dialog('Settings')
  for (const name of ['Dark', 'Sans', 'Collapsed'])
    await expect(settings.getByRole('radio', { name, exact: true })).toBeChecked()
  await expect(settings.getByRole('checkbox', { name: 'Justify' })).toBeChecked()
})

test('a narrow window shows the panes as tabs', async ({ app, host }) => {
  const { page, electron } = app
  const room = roomOf(app)
  await expect(room.panes).toHaveCount(3)
  const titles = await room.titles()
  if (host === 'web') await page.setViewportSize({ width: 520, height: 700 })
  else
    await electron?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setSize(520, 700),
    )
  await app.command('focus-mode')
  const tabs = room.main.getByRole('navigation', { name: 'Open articles' })
  await expect(tabs.getByRole('button')).toHaveCount(3)
  await expect(room.panes).toHaveCount(1)
  await tabs.getByRole('button').nth(1).click()
  await expect(room.text(titles[1] ?? '')).toBeVisible()
  await expect(tabs.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true')
  await room.text(titles[1] ?? '').focus()
  await page.keyboard.press('F6')
  await expect(room.text(titles[2] ?? '')).toBeFocused()
})

test('the text in a pane is the canonical text, to the letter, with highlights or without', async ({
  launch,
  library,
}) => {
  await copySample(library.path)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const files = {
    [herald]: 'harbour-herald-council-closes-quay-street-bridge.html',
    [courier]: 'valley-courier-narrow-majority.txt',
    [gazette]: 'east-bank-gazette-nobody-asked-us.md',
    [cutting]: 'cutting-0417.txt',
  }
  for (const [name, file] of Object.entries(files)) {
    const { text, blocks } = await readArticle(join(library.path, file))
    const shown = await openFromList(room, name)
    await expect.poll(() => shown.textContent()).toBe(text)
    const [words = ''] = blocks
      .filter(({ kind, furniture, role }) => kind === 'paragraph' && !furniture && !role)
      .map(({ start, end }) => text.slice(start, end).split(' ').slice(2, 7).join(' '))
      .filter((five) => five.length > 20)
    await highlight(app.page, shown, words)
    await expect(marksOf(shown).first()).toBeVisible()
    expect(await shown.textContent()).toBe(text)
  }
})

const styleOf = (element: Locator, property: string): Promise<string> =>
  element.evaluate(
    (it, name) => it.ownerDocument.defaultView.getComputedStyle(it).getPropertyValue(name),
    property,
  )

/** The radio itself is out of sight; its label is what is pressed. */
async function chooseRadio(dialog: Locator, name: string): Promise<void> {
  const radio = dialog.getByRole('radio', { name, exact: true })
  await radio.check({ force: true })
  await expect(radio).toBeChecked()
}

/** Goes on with Tab until the focus is on something of this name. */
async function tabTo({ page }: App, name: string): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByLabel(name).or(page.getByText(name)))
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.count()) > 0) return
  }
  throw new Error(`“${name}” cannot be reached with Tab`)
}
