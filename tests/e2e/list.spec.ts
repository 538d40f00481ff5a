// The list of articles: sorted, grouped and narrowed down, by mouse and by keyboard, and found again so.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, test } from './fixtures.ts'
import { copySample, courier, cutting, gazette, herald } from './pages/libraries.ts'
import { chooseCommand, roomOf } from './pages/room.ts'

test.beforeEach(({ library }) => copySample(library.path))

const byPath = [cutting, gazette, herald, courier]
const byOutlet = [
  'East Bank Gazette, 1 article',
  gazette,
  'Harbour Herald, 1 article',
  herald,
  'No outlet, 2 articles',
  courier,
  cutting,
]

/** What the list's lines are called, from top to bottom, as a screen reader says it. */
const linesOf = (app: App) => async (): Promise<readonly (string | null)[]> =>
  roomOf(app)
    .articles.locator('[role=row][data-index]')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.getAttribute('aria-label')),
    )

/** Opens the menu of orders from the palette, and waits until it has the keyboard. */
async function openOrder(app: App): Promise<void> {
  await chooseCommand(app, 'Sort and group the articles…')
  await expect(app.page.locator('[role=menuitemradio]:focus')).toHaveCount(1)
}

const withoutProblems = async ({ page }: App, within: string): Promise<void> => {
  const found = await new AxeBuilder({ page }).include(within).setLegacyMode(true).analyze()
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('the list is sorted, grouped and narrowed down by mouse, and a restart keeps it', async ({
  launch,
  library,
  dataDir,
}) => {
  test.slow()
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const lines = linesOf(app)
  await expect.poll(lines).toEqual(byPath)

  const order = room.library.getByRole('button', { name: /^Sort and group/ })
  await order.click()
  await withoutProblems(app, '[role=menu]')
  await page.getByRole('menuitemradio', { name: 'Title' }).click()
  await expect.poll(lines).toEqual([herald, cutting, courier, gazette])
  await order.click()
  await page.getByRole('menuitemradio', { name: 'Z to A' }).click()
  await expect.poll(lines).toEqual([gazette, courier, cutting, herald])
  await expect(order).toHaveAccessibleName('Sort and group: by title, z to a')
  await order.click()
  await page.getByRole('menuitemradio', { name: 'Outlet' }).last().click()
  await expect.poll(lines).toEqual(byOutlet)
  await withoutProblems(app, 'nav.side')

  // A heading puts its rows away, and shows them again.
  const heading = room.row('Harbour Herald, 1 article')
  await heading.click()
  await expect(room.row(herald)).toHaveCount(0)
  await expect(heading.getByRole('button')).toHaveAttribute('aria-expanded', 'false')
  await heading.getByRole('button').click()
  await expect(room.row(herald)).toBeVisible()

  const narrow = room.library.getByRole('button', { name: 'Only some articles…' })
  await narrow.click()
  await withoutProblems(app, '[role=dialog]')
  await page.getByRole('option', { name: 'Harbour Herald' }).click()
  await expect.poll(lines).toEqual(['Harbour Herald, 1 article', herald])
  await expect(room.library).toContainText('4 articles · 1 shown')

  const kept = () => readFile(join(dataDir, 'state.json'), 'utf8')
  await expect.poll(kept).toMatch(/"outlet": ?"Harbour Herald"/)
  await app.close()
  const again = await launch()
  const after = roomOf(again)
  await expect.poll(linesOf(again)).toEqual(['Harbour Herald, 1 article', herald])
  const chips = after.library.getByRole('list', { name: /narrowed down/ })
  await chips.getByRole('button', { name: /^Outlet: Harbour Herald/ }).click()
  await expect.poll(linesOf(again)).toEqual(byOutlet)
  await chips.getByRole('button', { name: /^Grouped by outlet/ }).click()
  await expect.poll(linesOf(again)).toEqual([gazette, courier, cutting, herald])
  await expect(chips).toHaveCount(0)
})

test('the list is sorted, grouped and narrowed down by keyboard', async ({ launch, library }) => {
  test.slow()
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const lines = linesOf(app)
  await expect.poll(lines).toEqual(byPath)

  await openOrder(app)
  await page.keyboard.type('Date')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await lines()).at(-1)).toBe(cutting)
  await expect(room.library.getByRole('button', { name: /by date, newest first/ })).toBeFocused()
  await chooseCommand(app, 'Reverse the order of the articles')
  await expect.poll(async () => (await lines())[0]).toBe(herald)
  await expect.poll(async () => (await lines()).at(-1)).toBe(cutting)
  await openOrder(app)
  await page.keyboard.type('Outl')
  await page.keyboard.press('Enter')

  await chooseCommand(app, 'List only some articles…')
  await expect(page.getByRole('searchbox', { name: /^Find a state/ })).toBeFocused()
  await page.keyboard.type('harbour')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(lines).toEqual([herald])
  await room.library.getByRole('searchbox', { name: 'Filter articles' }).fill('traders')
  await expect(room.articles).toContainText('Nothing matches “traders”.')
  await withoutProblems(app, 'nav.side')
  await room.articles.getByRole('button', { name: 'Show all articles' }).press('Enter')
  await expect.poll(lines).toHaveLength(4)

  await openOrder(app)
  await page.getByRole('menuitemradio', { name: 'Month' }).press('Enter')
  await expect.poll(lines).toHaveLength(6)
  // Headings are lines of the list: arrows go over them, Enter puts their rows away.
  await room.articles.locator('[data-index="0"]').focus()
  await expect(page.locator(':focus')).toHaveAccessibleName('March 2026, 3 articles')
  await page.keyboard.press('Enter')
  await expect.poll(lines).toEqual(['March 2026, 3 articles', 'No date, 1 article', cutting])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toHaveAccessibleName(cutting)
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await expect.poll(lines).toHaveLength(6)
  await page.keyboard.type('nobody')
  await expect(page.locator(':focus')).toHaveAccessibleName(gazette)
  await page.keyboard.press('Enter')
  await expect(room.text(gazette)).toBeVisible()
})
