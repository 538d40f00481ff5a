// Panes as the reader wants them: in another order by hand and by key, each with its own size of text.
import type { Page } from 'playwright/test'
import { type App, expect, type TestLibrary, test } from './fixtures.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'

const names = ['Alder', 'Birch', 'Cedar'] as const

async function opened(
  launch: (options: { library: string }) => Promise<App>,
  library: TestLibrary,
) {
  for (const name of names)
    await library.write(
      `${name}.md`,
      `# ${name}\n\n${`The ${name} stands by the water. `.repeat(60)}`,
    )
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  for (const name of names) await openFromList(room, name)
  await expect.poll(room.titles).toEqual([...names])
  return { app, room, page: app.page }
}

/** Takes a pane by its header and lets it fall on another, at a share of its width. */
async function drag(page: Page, from: string, to: string, share: number, drop = true) {
  const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 2 })
  const at = await heading(from).boundingBox()
  const pane = await page
    .locator('.pane')
    .filter({ has: heading(to) })
    .boundingBox()
  if (!at || !pane) throw new Error('no such pane')
  await page.mouse.move(at.x + 5, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x + 30, at.y + at.height / 2, { steps: 4 })
  const target = page.locator('.pane[data-drop]')
  await expect(async () => {
    await page.mouse.move(pane.x + pane.width * share - 2, pane.y + 200)
    await page.mouse.move(pane.x + pane.width * share, pane.y + 200)
    await expect(target).toHaveCount(1, { timeout: 500 })
  }).toPass()
  if (drop) await page.mouse.up()
}

test('a pane is put elsewhere by its header, changes places with another, or stays at Escape', async ({
  launch,
  library,
}) => {
  const { page, room } = await opened(launch, library)
  await drag(page, 'Alder', 'Cedar', 0.9)
  await expect.poll(room.titles).toEqual(['Birch', 'Cedar', 'Alder'])
  await drag(page, 'Alder', 'Birch', 0.1)
  await expect.poll(room.titles).toEqual([...names])
  await drag(page, 'Alder', 'Cedar', 0.5)
  await expect.poll(room.titles).toEqual(['Cedar', 'Birch', 'Alder'])
  await drag(page, 'Cedar', 'Birch', 0.9, false)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.locator('[data-drop], [data-dragged]')).toHaveCount(0)
  await expect.poll(room.titles).toEqual(['Cedar', 'Birch', 'Alder'])
  // A click on a header takes the pane nowhere.
  await page.getByRole('heading', { name: 'Birch', exact: true, level: 2 }).click()
  await expect.poll(room.titles).toEqual(['Cedar', 'Birch', 'Alder'])
})

test('by key two panes change places, and the keyboard stays in its article', async ({
  launch,
  library,
}) => {
  const { app, page, room } = await opened(launch, library)
  await page.keyboard.press('F6')
  await expect(room.text('Cedar')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(room.text('Alder')).toBeFocused()
  await app.command('swap-panes')
  await expect.poll(room.titles).toEqual(['Cedar', 'Birch', 'Alder'])
  await expect(room.text('Alder')).toBeFocused()
  await chooseCommand(app, 'Swap with the pane used before')
  await expect.poll(room.titles).toEqual([...names])
})

test('each pane has its own size of text, by key and wheel, kept over a restart', async ({
  launch,
  library,
}) => {
  const { app, page, room } = await opened(launch, library)
  const sizes = async (shown = room) =>
    Promise.all(
      names.map((name) =>
        shown
          .text(name)
          .evaluate((text) =>
            Number.parseFloat(
              text.ownerDocument.defaultView?.getComputedStyle(text).fontSize ?? '',
            ),
          ),
      ),
    )
  expect(await sizes()).toEqual([17, 17, 17])
  await room.text('Cedar').focus()
  await page.keyboard.press('Alt+=')
  await page.keyboard.press('Alt+=')
  await expect.poll(() => sizes()).toEqual([17, 17, 17 * 1.25])
  await room.text('Birch').hover()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, 100)
  await page.keyboard.up('Control')
  await expect.poll(() => sizes()).toEqual([17, 17 * 0.9, 17 * 1.25])
  // The size that is set for all is another: each keeps its share of it.
  await app.command('text-larger')
  await expect.poll(() => sizes()).toEqual([18, 18 * 0.9, 18 * 1.25])
  await room.saved()
  await app.close()

  const again = await launch({ library: library.path })
  const shown = roomOf(again)
  await expect(shown.text('Cedar')).toBeVisible()
  await expect.poll(() => sizes(shown)).toEqual([18, 18 * 0.9, 18 * 1.25])
  await shown.text('Cedar').focus()
  await again.command('zoom-reset')
  await expect.poll(() => sizes(shown)).toEqual([18, 18 * 0.9, 18])
  await chooseCommand(again, 'Smaller text in this pane')
  await expect.poll(() => sizes(shown)).toEqual([18, 18 * 0.9, 18 * 0.9])
})
