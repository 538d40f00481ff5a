// Find in one article, as one types; and what is found, highlighted without a mouse.
import type { Locator } from 'playwright/test'
import { type App, expect, type TestLibrary, test } from './fixtures.ts'
import { herald } from './pages/libraries.ts'
import { chooseCommand, historyWords, openFromList, roomOf } from './pages/room.ts'
import { marksOf } from './pages/text.ts'

test('words are found as one types, gone through by key, and highlighted from there', async ({
  app,
}) => {
  const { page } = app
  const room = roomOf(app)
  const text = room.text(herald)
  await text.focus()
  await app.command('find')
  const find = room.pane(herald).getByRole('search', { name: 'Find in this article' })
  const box = find.getByRole('searchbox', { name: 'Find' })
  await expect(box).toBeFocused()

  await page.keyboard.type('PIERS')
  await expect(find.getByRole('status').first()).toHaveText(/^1 of \d+$/)
  const all = await text.evaluate((host) => host.textContent?.match(/piers/gi)?.length ?? 0)
  await expect(find.getByRole('status').first()).toHaveText(`1 of ${all}`)
  expect(await page.evaluate("CSS.highlights.get('found')?.size")).toBe(all)
  await page.keyboard.press('Enter')
  await expect(find.getByRole('status').first()).toHaveText(`2 of ${all}`)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(find.getByRole('status').first()).toHaveText(`${all} of ${all}`)

  await page.keyboard.press('Escape')
  await expect(find).toBeHidden()
  await expect(text).toBeFocused()
  expect(await page.evaluate("CSS.highlights.has('found')")).toBe(false)
  const before = await marksOf(text).count()
  await page.keyboard.press('h')
  await expect(marksOf(text)).toHaveCount(before + 1)
  await expect(marksOf(text).last()).toHaveText('piers')
})

test('what is not there is said to be not there', async ({ app }) => {
  const room = roomOf(app)
  await room.text(herald).focus()
  await app.command('find')
  const find = room.pane(herald).getByRole('search', { name: 'Find in this article' })
  await app.page.keyboard.type('zeppelin')
  await expect(find.getByRole('status').first()).toHaveText('None')
  await find.getByRole('button', { name: 'Close find' }).click()
  await expect(find).toBeHidden()
})

const story = `The pier on the Long Strand

The pier was closed. “The Pier is old,” said Mara Łódzka at the café, “and the piers beside it are older.”

Nobody at the cafe spoke for the pier-master. He gave 12 reasons, then 7 more.
`

async function find(
  app: App,
): Promise<{ readonly box: Locator; readonly bar: Locator; readonly text: Locator }> {
  const room = roomOf(app)
  const pane = room.panes.first()
  const text = pane.getByRole('article')
  const bar = pane.getByRole('search', { name: 'Find in this article' })
  await text.focus()
  await app.command('find')
  const box = bar.getByRole('searchbox', { name: 'Find' })
  await expect(box).toBeFocused()
  return { box, bar, text }
}

const count = (bar: Locator): Locator => bar.locator('.find-count')

async function openStory({ launch, library }: Opening): Promise<App> {
  await library.write('pier.txt', story)
  const app = await launch({ library: library.path })
  await openFromList(roomOf(app), 'The pier on the Long Strand')
  return app
}

interface Opening {
  readonly launch: (options?: { readonly library?: string }) => Promise<App>
  readonly library: TestLibrary
}

test('words are met as closely as is chosen, by button and by key, and it is kept', async ({
  launch,
  library,
}) => {
  const app = await openStory({ launch, library })
  const { page } = app
  const { box, bar } = await find(app)
  await page.keyboard.type('pier')
  await expect(count(bar)).toHaveText('1 of 5')

  const words = bar.getByRole('button', { name: 'Whole words' })
  await expect(words).toHaveAttribute('title', 'Whole words (Alt+W)')
  await page.keyboard.press('Alt+w')
  await expect(words).toHaveAttribute('aria-pressed', 'true')
  await expect(count(bar)).toHaveText('1 of 4')
  await expect(roomOf(app).panes).toHaveCount(1)
  await page.keyboard.press('Alt+c')
  await expect(count(bar)).toHaveText('1 of 3')
  await bar.getByRole('button', { name: 'Capitals as typed' }).click()
  await bar.getByRole('button', { name: 'Whole words' }).click()
  await expect(count(bar)).toHaveText('1 of 5')

  await box.fill('cafe')
  await expect(count(bar)).toHaveText('1 of 2')
  await page.keyboard.press('Alt+a')
  await expect(count(bar)).toHaveText('1 of 1')
  await page.keyboard.press('Alt+r')
  await box.fill('\\d+ \\w+')
  await expect(count(bar)).toHaveText('1 of 2')
  await chooseCommand(app, 'Find: accents as typed')
  await expect(bar.getByRole('button', { name: 'Accents as typed' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await app.close()

  const again = await launch({ library: library.path })
  const { bar: bar2 } = await find(again)
  await expect(bar2.getByRole('button', { name: 'Regular expression' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(bar2.getByRole('button', { name: 'Whole words' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})

test('an expression that is wrong is told at its place, one that explodes is ended', async ({
  launch,
  library,
}) => {
  await library.write('long.txt', `A long line\n\n${'a'.repeat(50_000)}!\n\nThe end of the line.\n`)
  const app = await launch({ library: library.path })
  const { page } = app
  await openFromList(roomOf(app), 'A long line')
  const { box, bar } = await find(app)
  await page.keyboard.press('Alt+r')
  await box.fill('li(ne')
  await expect(bar).toContainText('Character 3: “(” is not closed.')
  await expect(bar.locator('.find-problem mark')).toHaveText('(')
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  await box.fill('li(ne)')
  await expect(count(bar)).toHaveText('1 of 2')
  await expect(box).not.toHaveAttribute('aria-invalid')

  await box.fill('(a+)+$')
  await expect(bar).toContainText('takes too long')
  // The window went on, and what is asked next is answered.
  await box.fill('e.d')
  await expect(count(bar)).toHaveText('1 of 1')
  await expect(bar).not.toContainText('takes too long')
})

test('Enter on a hit highlights it; all hits are highlighted in one step', async ({
  launch,
  library,
}) => {
  const app = await openStory({ launch, library })
  const { page } = app
  const room = roomOf(app)
  const { box, bar, text } = await find(app)
  await page.keyboard.type('pier')
  await expect(count(bar)).toHaveText('1 of 5')
  await page.keyboard.press('Enter')
  await expect(count(bar)).toHaveText('2 of 5')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marksOf(text)).toHaveText(['pier'])
  await expect(box).toBeFocused()
  await expect(count(bar)).toHaveText('2 of 5')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(room.messages).toContainText('highlighted already')
  await expect(marksOf(text)).toHaveCount(1)

  // From the box into the text: the hit that was left is selected there.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(marksOf(text)).toHaveText(['pier', 'Pier'])
  // Pressed again it is about nothing.
  await page.keyboard.press('Enter')
  await room.saved()
  await expect(marksOf(text)).toHaveCount(2)

  await app.command('find')
  await expect(count(bar)).toHaveText(/of 5$/)
  await page.keyboard.press('Alt+Enter')
  await expect(marksOf(text)).toHaveCount(5)
  await expect(room.messages).toContainText('Highlighted 3 places; 2 had been already.')
  await page.keyboard.press('Alt+Enter')
  await expect(room.messages).toContainText('All of them are highlighted already.')
  expect((await historyWords(app)).undo).toBe('Undo: Highlight 3 passages')
  await text.focus()
  await app.command('undo')
  await expect(marksOf(text)).toHaveCount(2)
})

test('Enter in the text is about the hit at hand as long as the bar is open', async ({
  launch,
  library,
}) => {
  const app = await openStory({ launch, library })
  const { page } = app
  const { bar, text } = await find(app)
  await page.keyboard.type('cafe')
  await expect(count(bar)).toHaveText('1 of 2')
  await text.focus()
  await page.keyboard.press('ControlOrMeta+g')
  await expect(count(bar)).toHaveText('2 of 2')
  await page.keyboard.press('Enter')
  await expect(marksOf(text)).toHaveText(['cafe'])
})

test('the hits stand beside the scroll bar, and a click there goes to the nearest', async ({
  launch,
  library,
}) => {
  const paragraphs = Array.from({ length: 300 }, (_, at) =>
    at % 100 === 50
      ? `The beacon ${at} was lit.`
      : `Nothing of note on day ${at}, said the keeper.`,
  )
  await library.write('days.txt', `Days of the keeper\n\n${paragraphs.join('\n\n')}\n`)
  const app = await launch({ library: library.path })
  const { page } = app
  await openFromList(roomOf(app), 'Days of the keeper')
  const { bar, text } = await find(app)
  await page.keyboard.type('beacon')
  await expect(count(bar)).toHaveText('1 of 3')
  const strip = page.getByRole('img', { name: '3 found in this article' })
  await expect(strip).toBeVisible()
  const marks = strip.locator('path').first()
  await expect(marks).toHaveAttribute('d', /^(M[^M]+){3}$/)
  const box = await strip.boundingBox()
  if (!box) throw new Error('no strip')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.97)
  await expect(count(bar)).toHaveText('3 of 3')
  await expect(text.getByText('The beacon 250 was lit.')).toBeInViewport()
  await expect(bar.getByRole('searchbox')).toBeFocused()
  await bar.getByRole('button', { name: 'Close find' }).click()
  await expect(strip).toBeHidden()
})

test('a hundred thousand hits cost no more marks than a view has', async ({ launch, library }) => {
  const line = 'e e e e e e e e e e '.repeat(40)
  await library.write(
    'e.txt',
    `Letters\n\n${Array.from({ length: 300 }, () => line).join('\n\n')}\n`,
  )
  const app = await launch({ library: library.path })
  const { page } = app
  await openFromList(roomOf(app), 'e.txt')
  const { bar } = await find(app)
  await page.keyboard.type('e')
  await expect(count(bar)).toHaveText(/^1 of 100,000 or more$/)
  const drawn = () => page.evaluate<number>("CSS.highlights.get('found')?.size ?? 0")
  expect(await drawn()).toBeGreaterThan(100)
  expect(await drawn()).toBeLessThanOrEqual(2_000)
  await page.keyboard.press('Shift+Enter')
  await expect(count(bar)).toHaveText('100,000 of 100,000 or more')
  await expect.poll(drawn).toBeGreaterThan(100)
  expect(await drawn()).toBeLessThanOrEqual(2_000)
  await page.keyboard.press('Alt+Enter')
  await expect(roomOf(app).messages).toContainText('2,000 can be highlighted at once')
})

test('what is typed at once is typed into the box, and acts on nothing', async ({ app }) => {
  const { page } = app
  const room = roomOf(app)
  await room.text(herald).focus()
  const before = (await room.row(herald).innerText()).trim()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('bridge')
  await expect(room.pane(herald).getByRole('searchbox', { name: 'Find' })).toHaveValue('bridge')
  expect((await room.row(herald).innerText()).trim()).toBe(before)
  await expect(room.messages).toHaveText('')
})
