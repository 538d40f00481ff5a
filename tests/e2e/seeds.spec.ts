// The whole line on five articles as they come: side by side, annotated by mouse and by keyboard,
// exported. Runs where the articles are.
import { existsSync } from 'node:fs'
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './drivers/app.ts'
import { expect, stubOpenDialog, test } from './fixtures.ts'
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
  const notes = notesOf(page)
  await cp(seeds, library.path, { recursive: true })
  const before = await hashes(library.path)
  const files = (await readdir(library.path)).filter((name) => name.endsWith('.txt')).sort()
  expect(files).toHaveLength(5)

  if (app.electron) {
    await stubOpenDialog(app, library.path)
    await app.command('open-folder')
  } else {
    await app.command('open-folder')
    const dialog = room.dialog('Open folder')
    await expect(dialog.getByRole('row').first()).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(library.path)
    await dialog.getByRole('button', { name: 'Go', exact: true }).click()
    await expect(dialog).toContainText('5 article files in this folder')
    await dialog.getByRole('button', { name: 'Open this folder' }).click()
  }
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
    const tag = `seed/${index + 1}`
    const note = `About **${index + 1}**: whose words are these?`
    const common = { file, tags: [tag, 'read'], note }
    if (index < 3) {
      const exact = wordsOf(text)
      await highlight(page, shown, exact, 'green')
      made.push({ ...common, exact, color: 'green' })
    } else {
      // Without a mouse: into the pane, a caret, some words, a digit.
      await linesOf(shown, wordsOf(text))
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
      const exact = (await marksOf(shown).allTextContents()).join('')
      made.push({ ...common, exact, color: 'blue' })
    }
    await room.saved()
    await page.keyboard.press('t')
    await expect(notes.tagBox).toBeFocused()
    for (const word of common.tags) {
      await page.keyboard.type(word)
      await page.keyboard.press('Enter')
      await expect(notes.list.getByText(word, { exact: true })).toBeVisible()
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await notes.noteBox.fill(note)
    await page.keyboard.press('Escape')
    await expect(marksOf(shown).first()).toHaveAccessibleDescription(
      `${made.at(-1)?.color} highlight, tagged ${tag}, read, note: ${note}`,
    )
    expect(await shown.textContent()).toBe(text)
    // Out of hand: its toolbar may lie over the narrow pane beside.
    await page.keyboard.press('Escape')
  }
  await room.saved()

  for (const [label, extension] of Object.entries(formats)) {
    await app.command('export')
    const dialog = room.dialog('Export notes')
    await dialog.getByRole('radio', { name: label }).check({ force: true })
    await expect(dialog.getByRole('status')).toContainText(`5 highlights of 5 articles`)
    await expect(dialog.getByRole('status')).toContainText(`.${extension}`)
    const text = await save(app, dialog, join(dataDir, `notes.${extension}`))
    if (extension === 'json') expect(notesIn(text)).toEqual(made)
    else expectInOrder(text, made)
  }
  await app.close()
  expect(await hashes(library.path)).toEqual(before)
  expect(await parallaxJson('check', library.path)).toMatchObject({
    ...{ articles: 5, annotations: 5, orphans: 0, problems: [] },
  })
})

/** Some words of the first long line: what a reader would mark. */
const wordsOf = (text: string): string => {
  const line = text.split('\n').find((part) => part.split(' ').length > 25) ?? text
  return line.split(' ').slice(3, 9).join(' ')
}
