// Notes leave in four formats with all that is in them, and come back whole.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './drivers/app.ts'
import { type App, expect, test } from './fixtures.ts'
import { expectInOrder, formats, letters, type Made, notesIn, save } from './pages/exports.ts'
import { copySample, herald, readArticle, sampleArticles } from './pages/libraries.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'
import { highlight, marksOf } from './pages/text.ts'

/** One more than the sample has, with what formats trip over. */
const own: Made = {
  file: 'harbour-herald-council-closes-quay-street-bridge.html',
  exact: '“taking a sledgehammer to a cracked cup”',
  color: 'green',
  tags: ['quote/colour & image', 'zwölf'],
  note: '=1+1; "quoted", <b>not bold</b>\n\n> and *a quote* of it',
}

test('every quote, tag and note is in every format, in the order of the text', async ({
  app,
  dataDir,
}) => {
  const { page } = app
  const room = roomOf(app)
  await highlight(page, room.text(herald), own.exact, own.color)
  await page.keyboard.press('t')
  for (const tag of own.tags) {
    await page.keyboard.type(tag)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note, in Markdown' }).fill(own.note)
  await page.keyboard.press('Escape')
  await room.saved()
  const expected = await inTextOrder([...(await sampleNotes()), own])
  const files = new Set(expected.map(({ file }) => file)).size

  for (const [label, extension] of Object.entries(formats)) {
    await app.command('export')
    const dialog = room.dialog('Export notes')
    await dialog.getByRole('radio', { name: label }).check({ force: true })
    await expect(dialog).toContainText('Keeps')
    await expect(dialog.getByRole('status')).toHaveText(
      `${expected.length} highlights of ${files} articles · The Quay Street bridge.${extension}`,
    )
    const preview = (await dialog.getByRole('region', { name: 'Preview' }).innerText()).trim()
    const text = await save(app, dialog, join(dataDir, `notes.${extension}`))
    expect(letters(text)).toContain(letters(preview).slice(0, 500))
    if (extension === 'json') expect(notesIn(text)).toEqual(expected)
    else expectInOrder(text, expected)
  }

  // One article alone.
  await app.command('export')
  const dialog = room.dialog('Export notes')
  await dialog.getByRole('radio', { name: /^This article/ }).check({ force: true })
  await expect(dialog.getByRole('status')).toContainText('of 1 article · Council votes')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('an export is imported into a fresh copy and exported again, the same to the letter', async ({
  launch,
  library,
  dataDir,
}) => {
  await copySample(library.path)
  const exported = join(dataDir, 'first.json')
  const app = await launch()
  const first = await exportJson(app, exported)
  await app.close()

  const fresh = await launch({ library: library.path })
  const room = roomOf(fresh)
  const text = await openFromList(room, herald)
  const dialog = room.dialog('Import annotations')
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const chooser = fresh.page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: /Choose file|Another file/ }).click()
    await (await chooser).setFiles(file)
  }
  await chooseCommand(fresh, 'Import annotations')
  await choose({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') })
  await expect(dialog.getByRole('alert')).toContainText('“notes.json”')
  await choose(exported)
  const count = (await sampleNotes()).length
  // On the web host the file comes as a download, named by the browser's store of them.
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  const definitions = [`${count}`, `${count}`, '0', '0', '0', '1']
  await expect(dialog.getByRole('definition')).toHaveText(definitions)
  await expect(marksOf(text)).toHaveCount(0)
  await dialog.getByRole('button', { name: `Import ${count}` }).click()
  await expect(room.messages).toContainText(`${count} annotations were imported, and 1 story.`)
  await expect(marksOf(text).first()).toBeVisible()

  const second = await exportJson(fresh, join(dataDir, 'second.json'))
  expect(withoutTime(second)).toBe(withoutTime(first))

  // A second import adds nothing; and the first can be taken back.
  await chooseCommand(fresh, 'Import annotations')
  await choose(exported)
  await expect(dialog).toContainText('There is nothing new in it')
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await fresh.page.keyboard.press('Escape')
  await fresh.command('undo')
  await expect(room.messages).toContainText('Undone: Import annotations')
  await expect(marksOf(text)).toHaveCount(0)
  expect(notesIn(await exportJson(fresh, join(dataDir, 'third.json')))).toEqual([])
  await fresh.command('redo')
  await expect(marksOf(text).first()).toBeVisible()
  const fourth = await exportJson(fresh, join(dataDir, 'fourth.json'))
  // What is done again is the latest state of each, and says so.
  const timeless = (json: string): unknown =>
    JSON.parse(withoutTime(json), (key, value) =>
      key === 'modified' || key === 'set' ? undefined : value,
    )
  expect(timeless(fourth)).toEqual(timeless(first))
})

async function exportJson(app: App, path: string): Promise<string> {
  await app.command('export')
  const dialog = roomOf(app).dialog('Export notes')
  await dialog.getByRole('radio', { name: 'Parallax (JSON)' }).check({ force: true })
  await expect(dialog.getByRole('status')).toContainText('.json')
  return save(app, dialog, path)
}

async function sampleNotes(): Promise<Made[]> {
  return JSON.parse(await readFile(join(root, 'resources/sample-annotations.json'), 'utf8'))
}

/** As they stand in the articles; the articles by their files' names. */
async function inTextOrder(notes: readonly Made[]): Promise<Made[]> {
  const placed: (Made & { at: number })[] = []
  for (const { file, exact, color, tags, note } of notes) {
    const { text } = await readArticle(join(sampleArticles, file))
    placed.push({ file, exact, color, tags, note, at: text.indexOf(exact) })
  }
  const order = (a: string, b: string) => a.localeCompare(b, 'en')
  return placed
    .sort((a, b) => order(a.file, b.file) || a.at - b.at || a.exact.length - b.exact.length)
    .map(({ at: _, ...made }) => made)
}

const withoutTime = (json: string): string => json.replace(/^\s*"exported": .*\n/m, '')
