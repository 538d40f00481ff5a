// Every way into the library: dropped, chosen, pasted; and what the reader is told of it.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type ArticleFormat, articleFormats } from '../../src/shared/model/article.ts'
import { bodyWords, headlineOf, sampleFiles } from '../fixtures/formats.ts'
import { root } from './drivers/app.ts'
import { type App, expect, test } from './fixtures.ts'
import { choose, drag, drop, folderWith, hold, paste, story } from './pages/adding.ts'
import { chooseCommand, roomOf } from './pages/room.ts'

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2])
const batch = join(root, 'tests/fixtures/exports/lexis-classic.txt')

const withoutProblems = async ({ page }: App, within: string): Promise<void> => {
  // Legacy mode: the real Electron has no second page for axe.
  const found = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('dropping one of each format on the window works', async ({ launch, library }) => {
  test.slow()
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await expect(room.main).toContainText('There are no articles')
  const files = Object.values(sampleFiles())

  const held = await hold(app, files)
  const overlay = app.page.getByText(/^Add 9 items to/)
  await expect(overlay).toBeVisible()
  await held.leave()
  await expect(overlay).toBeHidden()
  await (await hold(app, files)).drop()
  await expect(overlay).toBeHidden()

  // All tell the same story: that is said, and all are kept.
  const report = room.dialog('What was added')
  await expect(report).toContainText('Read 9', { timeout: 60_000 })
  await expect(report.getByRole('region', { name: /^The same, or nearly/ })).toBeVisible()
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(room.articles.getByRole('row')).toHaveCount(9)

  for (const format of articleFormats) {
    const name = headlineOf(format)
    await room.row(name).click()
    await expect(room.text(name), format).toContainText(bodyWords)
    await expect(room.pane(name)).toContainText('Ida Lund')
    await app.command('close-pane')
  }
  // The very bytes that were dropped.
  const by = (format: ArticleFormat) => sampleFiles()[format]
  for (const format of articleFormats)
    expect(Buffer.from(await library.read(by(format).name))).toEqual(Buffer.from(by(format).bytes))
})

test('one file is opened at once, and a second of the same bytes is told', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const tram = { name: 'tram.txt', bytes: story('the tram') }
  await drop(app, [tram])
  await expect(room.messages).toContainText('“tram.txt” was added.')
  await expect(room.text('the tram divides the council')).toContainText('nine years')

  await drop(app, [tram])
  const report = room.dialog('What was added')
  await expect(report).toContainText('The same file: ')
  expect((await readdir(library.path)).filter((name) => name.endsWith('.txt'))).toHaveLength(2)
  await withoutProblems(app, '[role=dialog]')
  await report.getByRole('button', { name: 'Open both side by side' }).click()
  await expect(report).toBeHidden()
  await expect(room.panes).toHaveCount(2)
})

test('a folder is taken with what can be read in it, and the rest is counted', async ({
  launch,
  library,
  dataDir,
}) => {
  const folder = await folderWith(join(dataDir, 'cuttings'), [
    { name: 'bridge.txt', bytes: story('the bridge') },
    { name: 'deep/er/ferry.md', bytes: `# ${story('the ferry')}` },
    { name: 'photo.jpg', bytes: picture },
    { name: 'deep/song.mp3', bytes: picture },
  ])
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await app.command('add')
  const dialog = room.dialog('Add articles')
  await expect(dialog).toContainText(library.path)
  for (const ending of ['.txt', '.md', '.html', '.mhtml', '.epub', '.docx', '.odt', '.rtf', '.pdf'])
    await expect(dialog.getByRole('listitem').filter({ hasText: ending }).first()).toBeVisible()
  await withoutProblems(app, '[role=dialog]')
  await choose(app, dialog.getByRole('button', { name: 'Choose a folder' }), folder)
  await expect(dialog).toBeHidden()
  await expect(room.messages).toContainText('Read 2. 2 files of other kinds were passed over.')
  await expect(room.articles.getByRole('row')).toHaveCount(2)
  expect(await library.read('cuttings/deep/er/ferry.md')).toEqual(
    await readFile(join(folder, 'deep/er/ferry.md')),
  )
})

test('what cannot be read is refused with why, and nothing of it stays', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await drop(app, [{ name: 'holiday.txt', bytes: picture }])
  const error = room.messages.getByRole('alert')
  await expect(error).toContainText('“holiday.txt” cannot be read as an article')
  await error.getByRole('button', { name: 'Close message' }).click()

  await drop(app, [
    { name: 'holiday.txt', bytes: picture },
    { name: 'nothing.md', bytes: '' },
    { name: 'school.txt', bytes: story('the school') },
  ])
  const report = room.dialog('What was added')
  await expect(report).toContainText('Read 1, refused 2.')
  const refused = report.getByRole('region', { name: /^Refused/ })
  await expect(refused.getByRole('listitem')).toHaveCount(2)
  await expect(refused).toContainText('“nothing.md” has nothing in it.')
  await app.page.keyboard.press('Escape')
  await expect(report).toBeHidden()
  expect((await readdir(library.path)).filter((name) => !name.startsWith('.'))).toEqual([
    'school.txt',
  ])
})

test('a file of 200 MB is refused before it is read', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const held = await drag(
    app.page,
    `[new File(Array(200).fill(new Uint8Array(1024 * 1024).fill(0x61)), 'huge.txt')]`,
  )
  await held.drop()
  await expect(room.messages.getByRole('alert')).toContainText(
    '“huge.txt” has 200 MB; an article may have up to 50 MB.',
  )
})

test('words from the clipboard become an article, with their headings', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  await paste(app, {
    html: `<h1>The well runs dry</h1><p>${story('the well')}</p><ul><li>first</li></ul><script>window.hacked = 1</script>`,
    text: 'The well runs dry',
  })
  const well = room.text('The well runs dry')
  await expect(well).toContainText('nine years')
  await expect(well).toContainText('first')
  expect(await page.evaluate('window.hacked')).toBeUndefined()

  await paste(app, { text: story('the market') })
  await expect(room.articles.getByRole('row')).toHaveCount(2)
  const names = (await readdir(library.path)).filter((name) => !name.startsWith('.'))
  expect(names.map((name) => name.split('.').at(-1)).sort()).toEqual(['html', 'txt'])

  // Where something is written, a paste is its own.
  await room.library.getByRole('searchbox', { name: 'Filter articles' }).focus()
  await paste(app, { text: story('the filter') })
  await expect(room.articles.getByRole('row')).toHaveCount(2)
  await room.articles.getByRole('row').first().focus()

  // The menu's way: a box, for the clipboard may not be read.
  await chooseCommand(app, 'Paste as new article')
  const dialog = room.dialog('Paste as new article')
  const box = dialog.getByRole('textbox')
  await expect(box).toBeFocused()
  await withoutProblems(app, '[role=dialog]')
  await box.fill(story('the quarry'))
  await dialog.getByRole('button', { name: 'Make an article' }).click()
  await expect(dialog).toBeHidden()
  await expect(room.articles.getByRole('row')).toHaveCount(3)
})

test('adding many files is shown, and stopped in the middle', async ({ launch, library }) => {
  test.slow()
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const count = 600
  const held = await drag(
    page,
    `Array.from({ length: ${count} }, (_, n) =>
      new File([${JSON.stringify(story('PIER'))}.replaceAll('PIER', 'pier' + n)], n + '.txt'))`,
  )
  await held.drop()
  const panel = page.getByRole('region', { name: 'Adding files' })
  await expect(panel.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText(/Adding \d+ of 600/)
  await expect(room.articles.getByRole('row').first()).toBeVisible()
  await panel.getByRole('button', { name: 'Stop' }).click()
  const report = room.dialog('What was added')
  await expect(report).toContainText(/Read \d+.* left \d+ unread\./)
  await expect(panel).toBeHidden()
  const words = await report.innerText()
  const [read, left] = [/Read (\d+)/, /left (\d+)/].map((found) => Number(found.exec(words)?.[1]))
  expect((read ?? 0) + (left ?? 0)).toBe(count)
  const names = (await readdir(library.path)).filter((name) => name.endsWith('.txt'))
  expect(names).toHaveLength(read ?? 0)
})

test('a file of many articles is split on the reader’s word, and put together again', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await drop(app, [{ name: 'export.txt', bytes: await readFile(batch) }])
  const report = room.dialog('What was added')
  const several = report.getByRole('region', { name: /^Several articles/ })
  await expect(several).toContainText('export.txt')
  await several.getByRole('button', { name: 'Split into 3 articles' }).click()
  await expect(room.articles.getByRole('row', { includeHidden: true })).toHaveCount(3)
  await expect(several.getByRole('button', { name: 'Split into 3 articles' })).toBeFocused()
  await report.getByRole('button', { name: 'Done' }).click()
  const second = room.articles.getByRole('row').nth(1)
  await expect(second).toContainText('2 of 3 in export.txt')
  await second.click()
  await expect(room.panes).toHaveCount(1)

  await second.click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: 'Show the file as one article' }).click()
  await expect(room.articles.getByRole('row')).toHaveCount(1)
  await expect(room.articles.getByRole('row')).toContainText('3 articles in this file')
  await expect(room.panes).toHaveCount(1)
  await room.articles.getByRole('button', { name: /^Split/ }).click()
  await expect(room.articles.getByRole('row')).toHaveCount(3)
  await app.page.keyboard.press('ControlOrMeta+z')
  await expect(room.articles.getByRole('row')).toHaveCount(1)
  await expect(room.panes).toHaveCount(1)
})

test('what was read of a library can be looked up', async ({ launch, library }) => {
  await library.write('holiday.txt', picture)
  await library.write('lamp.txt', story('the lamp'))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await expect(room.row('holiday.txt')).toContainText('Cannot be read')
  await chooseCommand(app, 'What was read')
  const report = room.dialog('What was read')
  await expect(report).toContainText('Read 1, refused 1.')
  await expect(report).toContainText('“holiday.txt” cannot be read as an article')
  await report.getByRole('button', { name: 'Done' }).click()
  await expect(report).toBeHidden()
})
