// The comparison in the panes: sentences and their matches, by mouse and by keyboard alone.
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import {
  alone,
  beacon,
  compareTellers,
  heard,
  heightOf,
  keeper,
  lantern,
  pilot,
  shore,
  strip,
  titleOf,
  writeTellers,
} from './pages/comparing.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { clickOn, highlight, marksOf } from './pages/text.ts'

test('a sentence that is clicked or pointed at shows in every pane whether it is told there', async ({
  launch,
  library,
}) => {
  await writeTellers(library)
  const app = await launch({ library: library.path })
  const { page } = app
  await compareTellers(app)
  const room = roomOf(app)
  const [first, second, third] = [beacon, lantern, shore].map((name) => room.pane(titleOf(name)))
  if (!first || !second || !third) throw new Error('three panes')
  await expect(strip(first)).toHaveAccessibleName(/2 by some, 4 only here/)

  const text = room.text(titleOf(beacon))
  await clickOn(page, text, 'harbour pilot')
  await expect(first).toContainText('Told by 2 of 3')
  await expect(second).toContainText('Certain match · further down')
  await expect(third).toContainText('No match found')

  await clickOn(page, text, 'painted the railings')
  await expect(first).toContainText('Only here')

  // Pointing shows another one, and leaves the one in hand when it goes away.
  const tower = await text.getByText(keeper).boundingBox()
  if (!tower) throw new Error('not to be seen')
  await page.mouse.move(tower.x + 30, tower.y + 10)
  await page.mouse.move(tower.x + 34, tower.y + 12)
  await expect(third).toContainText('Certain match')
  await page.getByRole('navigation', { name: 'Library' }).hover()
  await expect(third).toContainText('No match found')
  await page.keyboard.press('Escape')
  await expect(first).toContainText('4 only here')

  // What is highlighted stays as it is, and is taken by a click as before.
  await highlight(page, text, 'harbour pilot')
  await expect(marksOf(text)).toHaveCount(1)
  await clickOn(page, text, 'harbour pilot')
  await expect(page.getByRole('toolbar', { name: 'Highlight' })).toBeVisible()
  await expect(first).toContainText('Told by 2 of 3')

  await app.command('compare')
  await expect(strip(first)).toHaveCount(0)
  await expect(marksOf(text)).toHaveCount(1)
})

test('keys go from match to match, to the other pane and back, and bring both to one height', async ({
  launch,
  library,
}) => {
  await writeTellers(library)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const text = await openFromList(room, titleOf(beacon))
  await text.focus()
  await page.keyboard.press('j')
  await expect(room.messages).toContainText('Press F8 to compare')
  await app.command('compare')
  await expect(room.main).toContainText('Open another article beside this one to compare.')
  await app.command('compare')
  await compareTellers(app)

  await text.focus()
  await page.keyboard.press('j')
  await expect(heard(app)).toContainText(`${pilot} Matched in ${lantern} (certain).`)
  await expect(heard(app)).toContainText(`Not found in ${shore}.`)
  await page.keyboard.press('o')
  await expect(heard(app)).toContainText(`${alone} Only here.`)
  await page.keyboard.press('j')
  await expect(heard(app)).toContainText(`Matched in ${shore} (certain).`)
  await page.keyboard.press('k')
  await expect(heard(app)).toContainText(pilot)

  await page.keyboard.press('g')
  await expect(heard(app)).toContainText(`${lantern}, certain match: ${pilot}`)
  await expect(room.text(titleOf(lantern))).toBeFocused()
  await expect(room.text(titleOf(lantern)).getByText(pilot)).toBeInViewport()
  await page.keyboard.press('Shift+G')
  await expect(text).toBeFocused()
  await expect(heard(app)).toContainText(`${beacon}, back: ${pilot}`)

  await page.keyboard.press('s')
  await expect
    .poll(async () => {
      const other = await heightOf(room.text(titleOf(lantern)), 'The harbour pilot')
      return Math.abs((await heightOf(text, 'The harbour pilot')) - other)
    })
    .toBeLessThan(2)

  // By the caret too.
  await page.keyboard.press('F7')
  await page.keyboard.press('ControlOrMeta+Home')
  for (let line = 0; line < 12; line++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ControlOrMeta+Home')
  await expect(heard(app)).toContainText(`Matched in ${lantern} (certain).`)
})

test('nothing of it is in the way of screen readers, in any theme', async ({ launch, library }) => {
  test.slow()
  await writeTellers(library)
  const app = await launch({ library: library.path })
  const { page } = app
  await compareTellers(app)
  await clickOn(page, roomOf(app).text(titleOf(beacon)), 'harbour pilot')
  for (const theme of ['light', 'dark', 'sepia']) {
    await page
      .locator('html')
      .evaluate((html, name) => html.setAttribute('data-theme', name), theme)
    const axe = new AxeBuilder({ page }).setLegacyMode(true).include('main')
    const { violations } = await axe.analyze()
    expect.soft(violations.map(({ id, nodes }) => `${theme} ${id} ${nodes[0]?.html}`)).toEqual([])
  }
})
