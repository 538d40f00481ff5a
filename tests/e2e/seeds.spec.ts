// The whole line on five articles as they come: side by side, annotated by mouse and by keyboard,
// exported. Runs where the articles are.
import { existsSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { root } from './drivers/app.ts'
import { type App, expect, stubOpenDialog, test } from './fixtures.ts'
import { expectInOrder, formats, type Made, notesIn, save } from './pages/exports.ts'
import { hashes, parallaxJson, readArticle } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { highlight, linesOf, marksOf, selectedText } from './pages/text.ts'

const seeds = process.env.PARALLAX_SEEDS ?? join(root, '../shared/seeds')

test('five articles stand side by side, are annotated by mouse and by keyboard, and exported', async ({
  app,
  library,
  dataDir,
}) => {
  test.skip(!existsSync(seeds), 'the five articles are not here')
  test.slow()
  const { page } = app
  const room = roomOf(app)
  await cp(seeds, library.path, { recursive: true })
  const before = await hashes(library.path)
  const files = (await readdir(library.path)).filter((name) => name.endsWith('.txt')).sort()
  expect(files).toHaveLength(5)

  await openFolder(app, library.path)
  await expect(room.articles.getByRole('row')).toHaveCount(5)

  const articles: { name: string; file: string; text: string }[] = []
  for (const file of files) {
    const { title, text } = await readArticle(join(library.path, file))
    articles.push({ name: title ?? file, file, text })
  }
  for (const { name, text } of articles) {
    const shown = await openFromList(room, name)
    expect(await shown.textContent()).toBe(text)
  }
  await expect(room.panes).toHaveCount(5)

  const made: Made[] = []
  for (const [index, { name, file, text }] of articles.entries()) {
    const shown = room.text(name)
    const tags = [`seed/${index + 1}`, 'read']
    const note = `About **${index + 1}**: whose words are these?`
    const marked =
      index < 3
        ? await highlightByMouse(page, shown, wordsOf(text))
        : await highlightByKeyboard(page, shown, wordsOf(text))
    made.push({ file, tags, note, ...marked })
    await room.saved()
    await tagAndNote(app, tags, note)
    await expect(marksOf(shown).first()).toHaveAccessibleDescription(
      `${marked.color} highlight, tagged ${tags.join(', ')}, note: ${note}`,
    )
    expect(await shown.textContent()).toBe(text)
    // Out of hand: its toolbar may lie over the narrow pane beside.
    await page.keyboard.press('Escape')
  }
  await room.saved()

  await exportAll(app, dataDir, made)
  await app.close()
  expect(await hashes(library.path)).toEqual(before)
  expect(await parallaxJson('check', library.path)).toMatchObject({
    ...{ articles: 5, annotations: 5, orphans: 0, problems: [] },
  })
})

async function openFolder(app: App, path: string): Promise<void> {
  const room = roomOf(app)
  if (app.electron) {
    await stubOpenDialog(app, path)
    await app.command('open-folder')
    return
  }
  await app.command('open-folder')
  const dialog = room.dialog('Open folder')
  await expect(dialog.getByRole('row').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(path)
  await dialog.getByRole('button', { name: 'Go', exact: true }).click()
  await expect(dialog).toContainText('5 article files in this folder')
  await dialog.getByRole('button', { name: 'Open this folder' }).click()
}

type Marked = Pick<Made, 'exact' | 'color'>

async function highlightByMouse(page: Page, shown: Locator, words: string): Promise<Marked> {
  await highlight(page, shown, words, 'green')
  return { exact: words, color: 'green' }
}

/** Without a mouse: into the pane, a caret, some words, a digit. */
async function highlightByKeyboard(page: Page, shown: Locator, words: string): Promise<Marked> {
  await linesOf(shown, words)
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press('F6')
    if (await shown.evaluate((host) => host === host.ownerDocument.activeElement)) break
  }
  await expect(shown).toBeFocused()
  await page.keyboard.press('F7')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let steps = 0; steps < 4; steps++)
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await expect.poll(() => selectedText(shown)).not.toBe('')
  await page.keyboard.press('4')
  await expect(marksOf(shown).first()).toBeVisible()
  return { exact: (await marksOf(shown).allTextContents()).join(''), color: 'blue' }
}

/** Of the highlight in hand, by keys. */
async function tagAndNote({ page }: App, tags: readonly string[], note: string): Promise<void> {
  const notes = notesOf(page)
  await page.keyboard.press('t')
  await expect(notes.tagBox).toBeFocused()
  for (const word of tags) {
    await page.keyboard.type(word)
    await page.keyboard.press('Enter')
    await expect(notes.list.getByText(word, { exact: true })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await notes.noteBox.fill(note)
  await page.keyboard.press('Escape')
}

/** In every format; each holds what was made. */
async function exportAll(app: App, folder: string, made: readonly Made[]): Promise<void> {
  for (const [label, extension] of Object.entries(formats)) {
    await app.command('export')
    const dialog = roomOf(app).dialog('Export notes')
    await dialog.getByRole('radio', { name: label }).check({ force: true })
    await expect(dialog.getByRole('status')).toContainText(`5 highlights of 5 articles`)
    await expect(dialog.getByRole('status')).toContainText(`.${extension}`)
    const text = await save(app, dialog, join(folder, `notes.${extension}`))
    if (extension === 'json') expect(notesIn(text)).toEqual(made)
    else expectInOrder(text, made)
  }
}

/** Some words of the first long line: what a reader would mark. */
const wordsOf = (text: string): string => {
  const line = text.split('\n').find((part) => part.split(' ').length > 25) ?? text
  return line.split(' ').slice(3, 9).join(' ')
}
