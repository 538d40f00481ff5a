// Highlights in a file that another program has changed: seen on the card and in the text, and confirmed,
// detached or attached by the reader, by mouse and by keyboard alone.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, test } from './fixtures.ts'
import { notesOf } from './pages/notes.ts'
import { chooseCommand, historyWords, openFromList, roomOf } from './pages/room.ts'
import { describedMarks, highlight, marksOf, selectByMouse } from './pages/text.ts'

const passages = [
  'The harbour board published the figures of its trial.',
  'The ferry to the islands leaves the quay at 18:20 on weekdays.',
  'Both crews had asked for a second trial, and were refused.',
  'Tickets are sold in the old customs house by the fish market.',
] as const
const name = 'Ferries to the islands'
const before = [name, ...passages].join('\n\n')
const ferry = passages[1]
const later = ferry.replace('18:20', '18:40')

/** Highlights the ferry and the tickets, then has the file changed. */
async function changed(app: App, folder: string, text = before.replace('18:20', '18:40')) {
  const room = roomOf(app)
  const shown = await openFromList(room, name)
  await highlight(app.page, shown, ferry)
  await highlight(app.page, shown, passages[3], 'green')
  await app.page.keyboard.press('Escape')
  await room.saved()
  await writeFile(join(folder, 'ferries.txt'), text)
  await app.command('refresh')
  return { room, text: shown, notes: notesOf(app.page) }
}

test.beforeEach(({ library }) => writeFile(join(library.path, 'ferries.txt'), before))

test('says what it was made on and what differs, on the card and in the text, until it is confirmed', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { text, notes, room } = await changed(app, library.path)
  const card = notes.card(later)
  await expect(card.getByText('Found again; the words were:')).toBeVisible()
  await expect(card.getByRole('deletion')).toHaveText('18:20')
  await expect(card).toContainText(ferry)
  await expect(notes.side).toContainText('One highlight was found again in the changed file.')
  const mark = describedMarks(text, 'yellow highlight, found again, not confirmed')
  await expect(mark).toHaveText(later)
  await expect(mark).toHaveCSS('outline-style', 'dashed')
  await expect(describedMarks(text, 'green highlight')).toHaveCSS('outline-style', 'none')

  await card.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(describedMarks(text, 'yellow highlight')).toHaveText(later)
  await expect(card.getByText('Found again')).toHaveCount(0)
  await expect(notes.side).not.toContainText('found again')
  // The keyboard stays in the card whose buttons went away.
  await expect(card.getByRole('button', { name: later })).toBeFocused()
  await room.saved()
  expect(await historyWords(app)).toMatchObject({ undo: 'Undo: Confirm highlight' })
  await app.command('undo')
  await expect(mark).toHaveText(later)
  await app.command('redo')
  await expect(mark).toHaveCount(0)

  await app.close()
  const again = await launch({ library: library.path })
  const shown = roomOf(again).text(name)
  await expect(describedMarks(shown, 'yellow highlight')).toHaveText(later)
})

test('is detached and attached by keyboard alone, and stays where it was put', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const { text, notes, room } = await changed(app, library.path)
  const lost = notes.side.getByRole('list', { name: 'Not found in the text any more' })

  await expect(describedMarks(text, /found again/)).toHaveText(later)
  await text.focus()
  await page.keyboard.press('m')
  await expect(describedMarks(text, /found again/)).toBeFocused()
  await page.keyboard.press('d')
  await expect(marksOf(text)).toHaveText([passages[3]])
  await expect(lost).toContainText('detached by you')
  await expect(lost.getByRole('button', { name: ferry })).toBeVisible()
  await room.saved()

  // Nothing brings it back by itself.
  await writeFile(join(library.path, 'ferries.txt'), before)
  await app.command('refresh')
  await expect(text).toContainText('18:20')
  await expect(marksOf(text)).toHaveText([passages[3]])

  // Nothing is selected: that is said, and it waits.
  await lost.getByRole('button', { name: ferry }).focus()
  await page.keyboard.press('a')
  await expect(room.messages).toContainText('Select the passage for')
  const bar = page.getByText('Attaching')
  await expect(bar).toContainText(ferry)
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await lost.getByRole('button', { name: ferry }).focus()
  await page.keyboard.press('a')
  await text.focus()
  await page.keyboard.press('F7')
  await page.keyboard.press('ControlOrMeta+Home')
  for (let words = 0; words < 3; words++)
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await page.keyboard.press('a')
  await expect(lost).toHaveCount(0)
  await expect(bar).toHaveCount(0)
  await expect(describedMarks(text, 'yellow highlight')).toHaveText(
    /^Ferries to the|^The harbour board/,
  )
  await room.saved()
  expect(await historyWords(app)).toMatchObject({ undo: 'Undo: Attach highlight' })
  await app.command('undo')
  await expect(lost.getByRole('button', { name: ferry })).toBeVisible()
})

test('is attached by mouse, from the card and from the bar over the text', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const { text, notes } = await changed(app, library.path, before.replace(`${ferry}\n\n`, ''))
  const lost = notes.side.getByRole('list', { name: 'Not found in the text any more' })
  await expect(lost).toContainText('not found')
  await lost.getByRole('button', { name: 'Attach to the selected text' }).click()
  // Loaded when it is first asked for: with words selected by then it is attached at once.
  await expect(text.locator('xpath=ancestor::section[1]').locator('.attach-bar')).toBeVisible()
  await selectByMouse(page, text, 'a second trial')
  await page.getByRole('button', { name: 'Attach here' }).click()
  await expect(describedMarks(text, 'yellow highlight')).toHaveText('a second trial')
  await expect(lost).toHaveCount(0)
})

test('all of an article are confirmed at once, and can be listed alone', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const moved = before.replace('18:20', '18:40').replace('fish market', 'ferry landing')
  const { text, notes } = await changed(app, library.path, moved)
  await expect(describedMarks(text, /found again/)).toHaveCount(2)
  await highlight(app.page, text, passages[0], 'red')
  await expect(notes.quotes).toHaveCount(3)
  await notes.side.getByRole('button', { name: 'List only these' }).click()
  await expect(notes.quotes).toHaveCount(2)
  await chooseCommand(app, 'Confirm all found again in this article')
  await expect(describedMarks(text, /found again/)).toHaveCount(0)
  await expect(notes.quotes).toHaveCount(3)
  expect(await historyWords(app)).toMatchObject({ undo: 'Undo: Confirm 2 highlights' })
})

test('is refused plainly where the file has changed again under the reader', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { notes, room } = await changed(app, library.path)
  const card = notes.card(later)
  await expect(card.getByText('Found again')).toBeVisible()
  // Whoever looks at the folder by itself must not be quicker than the reader.
  const file = join(library.path, 'ferries.txt')
  const button = card.getByRole('button', { name: 'Confirm', exact: true })
  await writeFile(file, (await readFile(file, 'utf8')).replace('18:40', '19:00'))
  await button.click({ noWaitAfter: true })
  const nineteen = notes.card(ferry.replace('18:20', '19:00'))
  await expect(nineteen.getByText('Found again; the words were:')).toBeVisible()
  await expect(nineteen).toContainText('18:20')
  await expect(room.messages).toContainText(/changed by another program|was left as it is/)
})

for (const scheme of ['light', 'dark'] as const)
  test(`nothing stands in anyone’s way (${scheme})`, async ({ launch, library }) => {
    const app = await launch({ library: library.path })
    await app.page.emulateMedia({ colorScheme: scheme })
    const { text, notes } = await changed(app, library.path)
    await notes.card(later).getByRole('button', { name: later }).click()
    await expect(describedMarks(text, /found again/)).toBeVisible()
    await app.page.keyboard.press('a')
    await expect(app.page.getByText('Attaching')).toBeVisible()
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
