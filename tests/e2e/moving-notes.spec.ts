// Notes of an article whose file was saved again under another name and changed: offered at both, moved on
// the reader's word, taken back, and by hand to any article.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, type TestLibrary, test } from './fixtures.ts'
import { parallax, parallaxJson } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { chooseCommand, historyWords, openFromList, roomOf } from './pages/room.ts'
import { highlight, marksOf } from './pages/text.ts'

const name = 'The mill wheel stands still'
const passages = [
  'The parish of Upper Weir met on a wet evening to hear of the mill.',
  'Its wheel has not turned since the flood of 14 March, the miller said.',
  'A repair may cost more than the parish has.',
] as const
const text = [name, ...passages].join('\n\n')
const again = text
  .replace('14 March', '15 March')
  .replace(`\n\n${passages[2]}`, '\n\nMore is to follow.')
const other = 'Harbour dues rise in May'

/** Three notes on an article, whose file is then saved as another, and changed. */
async function savedAgain(app: App, library: TestLibrary) {
  const room = roomOf(app)
  const shown = await openFromList(room, name)
  for (const passage of passages) {
    await highlight(app.page, shown, passage)
    // The toolbar beside it would stand over the next.
    await app.page.keyboard.press('Escape')
  }
  await room.saved()
  await rm(join(library.path, 'mill.txt'))
  await writeFile(join(library.path, 'mill-2.txt'), again)
  await app.command('refresh')
  await expect(room.row(name)).toHaveCount(2)
  return room
}

test.beforeEach(async ({ library }) => {
  await writeFile(join(library.path, 'mill.txt'), text)
  await writeFile(
    join(library.path, 'dues.txt'),
    `${other}\n\nSmall boats will pay a tenth more.\n`,
  )
})

test('are offered at the new article, moved, and taken back', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = await savedAgain(app, library)
  await page.keyboard.press('ControlOrMeta+w')
  await room.row(name).filter({ hasText: 'mill-2.txt' }).click()
  const pane = room.panes.filter({ hasText: 'More is to follow' })
  await expect(pane).toContainText(
    '“mill.txt”, whose file is gone, has 3 notes that may belong here',
  )
  await expect(pane).toContainText('same headline')
  await pane.getByRole('button', { name: 'Look and move…' }).click()
  const dialog = room.dialog('Move notes to another article')
  const forecast = dialog.getByRole('status')
  await expect(forecast).toContainText('Found on the words they were made on1')
  await expect(forecast).toContainText('for you to confirm1')
  await expect(forecast).toContainText('Not found (kept, and listed apart)1')
  await dialog.getByRole('button', { name: 'Move 3 notes' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(marksOf(pane)).toHaveCount(2)
  await expect(notesOf(page).side).toContainText('not found')
  await expect(pane.getByText('whose file is gone')).toHaveCount(0)
  await expect(room.row(name)).toHaveCount(1)
  await expect(room.messages).toContainText('3 notes moved. 1 of them wait to be confirmed.')
  expect((await historyWords(app)).undo).toBe(`Undo: Move notes to “${name}”`)

  await app.command('undo')
  await expect(marksOf(pane)).toHaveCount(0)
  await expect(room.row(name)).toHaveCount(2)
  await app.command('redo')
  await expect(marksOf(pane)).toHaveCount(2)
  await app.close()

  const later = await launch({ library: library.path })
  const shown = roomOf(later)
  await expect(shown.row(name)).toHaveCount(1)
  await expect(marksOf(shown.main)).toHaveCount(2)
})

test('are offered at the one whose file is gone, and put away', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const room = await savedAgain(app, library)
  const pane = room.panes.filter({ hasText: passages[2] })
  await app.page.keyboard.press('ControlOrMeta+w')
  await room.row(name).filter({ hasNotText: 'mill-2.txt' }).click()
  await expect(pane).toContainText('Its 3 notes may belong to')
  await pane.getByRole('button', { name: 'Not now' }).click()
  await expect(pane.getByText('may belong to')).toHaveCount(0)
  await expect(marksOf(pane)).toHaveCount(3)
})

test('are moved by hand to any article, by key and letters alone', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const shown = await openFromList(room, name)
  await highlight(page, shown, passages[0])
  await page.keyboard.press('Escape')
  await shown.focus()
  await page.keyboard.press('Shift+F2')
  const dialog = room.dialog('Move notes to another article')
  await expect(dialog).toContainText('has 1 note')
  await page.keyboard.type('harbour')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('Not found (kept, and listed apart)1')
  const axe = await new AxeBuilder({ page }).setLegacyMode(true).include('[role=dialog]').analyze()
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  await dialog.getByRole('button', { name: 'Move 1 note' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(marksOf(shown)).toHaveCount(0)
  await expect(notesOf(page).side).toContainText('not found')
  // The article is there still: its own pane stays.
  await expect(room.panes).toHaveCount(2)

  await room.pane(other).getByRole('article').focus()
  await chooseCommand(app, 'Move notes to another article…')
  await expect(dialog).toContainText(other)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('that are none are not moved, and that is said', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await openFromList(room, other)
  await chooseCommand(app, 'Move notes to another article…')
  const dialog = room.dialog('Move notes to another article')
  await dialog.getByRole('option').first().click()
  await expect(dialog.getByRole('alert')).toContainText('There are no notes on')
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled()
})

test('are moved on the command line', async ({ launch, library, host }) => {
  test.skip(host !== 'web', 'the same whatever the window')
  const app = await launch({ library: library.path })
  await savedAgain(app, library)
  await app.close()
  const counts = { annotations: 3, exact: 1, changed: 1, lost: 1 }
  const args = ['move-notes', library.path, 'mill.txt', 'mill-2.txt']
  expect(await parallaxJson(...args, '--dry-run')).toMatchObject(counts)
  const said = await parallax(...args)
  expect(said).toMatchObject({ code: 0, stderr: '' })
  expect(said.stdout).toBe(
    '3 annotations moved: 1 on the words they were made on, 1 found again, 1 not found\n',
  )
  const rows = await parallaxJson<{ path: string; annotations: number }[]>('list', library.path)
  expect(rows.map(({ path, annotations }) => [path, annotations])).toEqual([
    ['dues.txt', 0],
    ['mill-2.txt', 3],
  ])
  expect((await parallax(...args)).code).toBe(1)
})
