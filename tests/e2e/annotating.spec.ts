// Highlights, tags and notes: by mouse, by keyboard alone, and taken back again.
import type { Locator } from 'playwright/test'
import { type App, expect, test } from './fixtures.ts'
import { copySample, courier, herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { historyWords, openFromList, roomOf } from './pages/room.ts'
import {
  clickOn,
  describedMarks,
  highlight,
  linesOf,
  marksOf,
  overlap,
  selectByMouse,
  selectedText,
  toolbarOf,
} from './pages/text.ts'

test.beforeEach(({ library }) => copySample(library.path))

test('by mouse: highlight, tag, note, overlap, change and delete, and undo and redo of it all', async ({
  launch,
  library,
}) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const notes = notesOf(page)
  const text = await openFromList(room, herald)
  const toolbar = toolbarOf(page, 'Highlight')

  // The toolbar stands beside what is selected, not over it.
  await selectByMouse(page, text, 'engineers showed members photographs')
  const box = await toolbarOf(page, 'Selection').boundingBox()
  const lines = await linesOf(text, 'engineers showed members photographs')
  for (const line of lines) expect(box && overlap(box, line), 'over the selection').toBe(false)
  await toolbarOf(page, 'Selection').getByRole('button', { name: 'red', exact: true }).click()
  await expect(describedMarks(text, 'red highlight').first()).toBeVisible()
  await expect(marksOf(text)).toHaveText('engineers showed members photographs')

  await toolbar.getByRole('button', { name: 'Tag' }).click()
  await expect(notes.tagBox).toBeFocused()
  await page.keyboard.type('figure/loss')
  await page.keyboard.press('Enter')
  await expect(describedMarks(text, 'red highlight, tagged figure/loss').first()).toBeVisible()
  await page.keyboard.press('Escape')
  const card = notes.card('engineers showed members photographs')
  await card.getByRole('button', { name: 'Add a note' }).click()
  await notes.noteBox.fill('**Three** pictures, [see](https://example.org)')
  await page.keyboard.press('Escape')
  await expect(card.getByText('Three', { exact: true })).toHaveCSS('font-weight', /[6-9]00/)
  await expect(describedMarks(text, /note: \*\*Three\*\* pictures/).first()).toBeVisible()

  // A tag that was used before is offered.
  await highlight(page, text, 'members photographs of what the river', 'blue')
  await toolbar.getByRole('button', { name: 'Tag' }).click()
  await page.keyboard.type('loss')
  await notes.offered('figure/loss').click()
  await expect(describedMarks(text, /blue highlight, tagged figure\/loss$/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await highlight(page, text, 'photographs', 'green')

  // Three lie over one word: each is in its description, each is reached by clicking on.
  await expect(
    describedMarks(text, /(red.+blue|blue.+red).*; green highlight$/).filter({
      hasText: 'photographs',
    }),
  ).toHaveCount(1)
  await expect(notes.quotes).toHaveCount(3)
  const inHand = () => notes.list.locator('[aria-current=true]').innerText()
  await expect.poll(inHand).toBe('photographs')
  await page.keyboard.press('Escape')
  await expect(notes.list.locator('[aria-current=true]')).toHaveCount(0)
  for (const [aside, quote] of [
    [0, 'photographs'],
    [3, 'engineers showed members photographs'],
    [-3, 'members photographs of what the river'],
    [0, 'photographs'],
  ] as const) {
    await clickOn(page, text, 'photographs', aside)
    await expect.poll(inHand).toBe(quote)
  }

  await toolbar.getByRole('button', { name: 'orange', exact: true }).click()
  await expect(describedMarks(text, /orange highlight$/)).toHaveCount(1)
  await toolbar.getByRole('button', { name: 'Delete highlight' }).click()
  await expect(notes.quotes).toHaveCount(2)
  await expect(describedMarks(text, /orange/)).toHaveCount(0)

  await room.saved()
  await undoAndRedo(app, text, [
    'Highlight',
    'Change tags',
    'Edit note',
    'Highlight',
    'Change tags',
    'Highlight',
    'Change colour',
    'Delete highlight',
  ])
})

test('a quote is copied with its reference', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, herald)
  await selectByMouse(app.page, text, 'taking a sledgehammer to a cracked cup')
  await toolbarOf(app.page, 'Selection')
    .getByRole('button', { name: 'Copy quote with reference' })
    .click()
  await expect(room.messages).toContainText('The quote was copied')
  const filter = room.library.getByRole('searchbox', { name: 'Filter articles' })
  await filter.click()
  await app.page.keyboard.press('ControlOrMeta+v')
  await expect(filter).toHaveValue(
    /^“taking a sledgehammer to a cracked cup” \(.*“Council votes .+”, Harbour Herald, March 3, 2026\)$/,
  )
})

test('everything is done by keyboard alone', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const notes = notesOf(page)
  const { keyboard } = page
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await keyboard.press(key)
  }

  // From the list, by its first letters.
  await expect(room.row(courier)).toBeVisible()
  await tabInto(app, room.articles)
  await keyboard.type('Narrow')
  await expect(room.row(courier)).toBeFocused()
  await press('Enter')
  const text = room.text(courier)
  await expect(text).toBeVisible()
  await press('F6')
  await expect(text).toBeFocused()
  await press('F7')
  await expect(room.messages).toContainText('Caret on')

  await press('ArrowDown', 2)
  await press('ControlOrMeta+Shift+ArrowRight', 3)
  await expect.poll(() => selectedText(text)).not.toBe('')
  const words = (await selectedText(text)).trim()
  expect(words.split(/\s+/).length).toBeGreaterThanOrEqual(2)
  await press('h')
  await expect(describedMarks(text, 'yellow highlight').first()).toBeVisible()
  expect((await marksOf(text).allTextContents()).join('').trim()).toBe(words)
  const colors = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey']
  for (const [index, color] of colors.entries()) {
    await press(String(index + 1))
    await expect(describedMarks(text, `${color} highlight`).first()).toBeVisible()
  }

  await press('t')
  await expect(notes.tagBox).toBeFocused()
  await keyboard.type('tone/hnt1')
  await press('Enter')
  await expect(describedMarks(text, 'grey highlight, tagged tone/hnt1').first()).toBeVisible()
  await press('Escape')
  await expect(text).toBeFocused()
  await press('n')
  await expect(notes.noteBox).toBeFocused()
  await keyboard.type('hint 12 on the tone')
  await press('Escape')
  await expect(text).toBeFocused()
  await expect(
    describedMarks(text, 'grey highlight, tagged tone/hnt1, note: hint 12 on the tone').first(),
  ).toBeVisible()
  await expect(notes.quotes).toHaveCount(1)

  // A second one, selected backwards, with a digit; it is in hand, too. Then to and fro between them.
  await press('Escape')
  await press('ArrowDown', 3)
  await press('ArrowRight', 8)
  await press('Shift+ArrowLeft', 6)
  await expect.poll(async () => (await selectedText(text)).length).toBe(6)
  await press('2')
  await expect(notes.quotes).toHaveCount(2)
  await press('n')
  await expect(notes.noteBox).toBeFocused()
  await press('Escape')
  const inHand = () => notes.list.locator('[aria-current=true]').innerText()
  const second = await inHand()
  await press('Alt+ArrowUp')
  await expect.poll(inHand).toBe(words)
  await press('Alt+ArrowDown')
  await expect.poll(inHand).toBe(second)

  await press('Delete')
  await expect(notes.quotes).toHaveCount(1)
  await press('ControlOrMeta+z')
  await expect(notes.quotes).toHaveCount(2)
  await press('ControlOrMeta+Shift+z')
  await expect(notes.quotes).toHaveCount(1)
  await room.saved()
})

test('letters that are typed are never taken for commands', async ({ launch, library }) => {
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const notes = notesOf(page)
  const text = await openFromList(room, herald)
  await highlight(page, text, 'heckled twice', 'blue')
  const before = await describe(text)

  // With a highlight in hand, in each box that is written into.
  const filter = room.library.getByRole('searchbox', { name: 'Filter articles' })
  await filter.click()
  await page.keyboard.type('htn12?Herald')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  await expect(filter).toHaveValue('htn12?Heral')
  await filter.fill('')
  await notes.card('heckled twice').getByRole('button', { name: 'Add a note' }).click()
  await page.keyboard.type('h t n 1 2 ?')
  await expect(notes.noteBox).toHaveValue('h t n 1 2 ?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await room.saved()
  expect(await describe(text)).toEqual(before)

  // Switched off, single keys do nothing even in the text.
  await app.command('settings')
  const single = room.dialog('Settings').getByRole('checkbox', { name: /^Single-letter keys/ })
  await single.uncheck({ force: true })
  await page.keyboard.press('Escape')
  await selectByMouse(page, text, 'a loaded lorry over the bridge')
  for (const key of ['h', '1', '2', 't', 'n', '?', 'Delete']) await page.keyboard.press(key)
  expect(await selectedText(text)).toBe('a loaded lorry over the bridge')
  await expect(notes.tagBox).toHaveCount(0)
  await expect(notes.noteBox).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await describe(text)).toEqual(before)

  await app.command('settings')
  await single.check({ force: true })
  await page.keyboard.press('Escape')
  await selectByMouse(page, text, 'a loaded lorry over the bridge')
  await page.keyboard.press('h')
  await expect(notes.quotes).toHaveCount(2)
})

/** Every highlighted piece of the text with what is said of it. */
const describe = (text: Locator): Promise<readonly (readonly [string, string])[]> =>
  marksOf(text).evaluateAll((marks) =>
    marks.map((mark) => [mark.textContent ?? '', mark.getAttribute('aria-description') ?? '']),
  )

/** Undo takes all steps back, one at a time, and says what; redo does it all again. */
async function undoAndRedo(app: App, text: Locator, steps: readonly string[]): Promise<void> {
  const room = roomOf(app)
  const made = await describe(text)
  for (const step of steps.toReversed()) {
    await expect.poll(() => historyWords(app)).toMatchObject({ undo: `Undo: ${step}` })
    await app.command('undo')
    await expect(room.messages).toContainText(`Undone: ${step}`)
    await expect.poll(() => historyWords(app)).toMatchObject({ redo: `Redo: ${step}` })
  }
  await expect(marksOf(text)).toHaveCount(0)
  await expect(notesOf(app.page).quotes).toHaveCount(0)
  expect(await historyWords(app)).toMatchObject({ undo: 'Undo' })
  for (const step of steps) {
    await app.command('redo')
    await expect.poll(() => historyWords(app)).toMatchObject({ undo: `Undo: ${step}` })
  }
  await expect.poll(() => describe(text)).toEqual(made)
}

/** Goes on with Tab until the focus is inside. */
async function tabInto({ page }: App, place: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab')
    if ((await place.locator(':focus').count()) > 0) return
  }
  throw new Error('it cannot be reached with Tab')
}
