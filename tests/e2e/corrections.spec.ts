// The reader's own word on an article: its facts and its furniture. The file stays as it is.
import { expect, test } from './fixtures.ts'
import { correctionsOf, furnitureOf } from './pages/corrections.ts'
import { hashes } from './pages/libraries.ts'
import { chooseCommand, openFromList, roomOf } from './pages/room.ts'
import { clickOn, restingLinesOf } from './pages/text.ts'

const page = (title: string, more = '') => `<!doctype html>
<html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Orrin Post"></head>
<body><article><h1>${title}</h1>
<p>The cantonal council raised the ferry toll on Tuesday night after a debate of four hours.</p>
<p>Those who cross daily will feel it first, said a nurse who lives in Halden.</p>
<p>Write to the desk of this paper if you cross the lake.</p>${more}
</article></body></html>`

const ferry = 'Ferry toll to double on Lake Orrin'
const pier = 'Halden pier closes for repairs'

test('facts are corrected, undone, and kept over a restart, and the file is not touched', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', page(ferry))
  const before = await hashes(library.path)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const { dialog, field, save } = correctionsOf(app.page)
  await openFromList(room, ferry)

  await room.pane(ferry).getByRole('button', { name: 'Correct title, author, date…' }).click()
  await expect(field('Title')).toHaveValue(ferry)
  await field('Author').fill('Ida Brandt')
  await field('Published').fill('4 March')
  await save.click()
  await expect(dialog).toContainText('Write the date as 2026-03-04')
  await expect(field('Published')).toBeFocused()
  await field('Published').fill('2026-03')
  await field('Published').press('Enter')
  await expect(dialog).toBeHidden()
  await expect(room.pane(ferry)).toContainText('Ida Brandt · March 2026')
  await room.saved()

  await app.command('undo')
  await expect(room.pane(ferry)).not.toContainText('Ida Brandt')
  await app.command('redo')
  await expect(room.pane(ferry)).toContainText('Ida Brandt')
  await app.close()

  const again = await launch({ library: library.path })
  const other = roomOf(again)
  await expect(other.pane(ferry)).toContainText('Ida Brandt · March 2026')
  await expect(other.text(ferry)).toBeVisible()
  const second = correctionsOf(again.page)
  await again.command('correct-article')
  await expect(second.dialog).toContainText('The file does not say.')
  await second.useFile('Author').click()
  await expect(second.field('Author')).toHaveValue('')
  await second.save.click()
  await expect(second.dialog).toBeHidden()
  await expect(other.pane(ferry)).not.toContainText('Ida Brandt')
  expect(await hashes(library.path)).toEqual(before)
})

test('a correction is left with Escape, and the keyboard is in the text again', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', page(ferry))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, ferry)
  const { dialog, field } = correctionsOf(app.page)
  await text.focus()
  await app.command('correct-article')
  await expect(field('Title')).toBeVisible()
  await field('Title').fill('Something else')
  await app.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(text).toBeFocused()
  await expect(room.pane(ferry)).toBeVisible()
})

test('a correction is offered for other articles of the outlet', async ({ launch, library }) => {
  await library.write('ferry.html', page(ferry))
  await library.write('pier.html', page(pier))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await openFromList(room, ferry)
  await openFromList(room, pier)
  await openFromList(room, ferry)
  const { field, save } = correctionsOf(app.page)
  await app.command('correct-article')
  await field('Outlet').fill('The Orrin Post')
  await save.click()
  const offers = app.page.getByRole('dialog', { name: /^Also for other articles of/ })
  await expect(offers.getByRole('checkbox', { name: pier })).toBeChecked()
  await app.page.keyboard.press('Enter')
  await expect(offers).toBeHidden()
  await expect(room.pane(pier)).toContainText('The Orrin Post')
})

test('a block is marked as furniture and as text: by its menu, by key, by a command', async ({
  launch,
  library,
}) => {
  await library.write('ferry.html', page(ferry))
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const text = await openFromList(room, ferry)
  const { menu } = correctionsOf(app.page)
  const line = text.getByText('Write to the desk')
  await expect(furnitureOf(text)).toHaveCount(0)

  await line.hover()
  // Nothing is drawn over the text for it.
  await expect(room.main.getByRole('button', { name: 'Mark as page furniture' })).toHaveCount(0)
  await line.click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Mark as page furniture' }).click()
  await expect(furnitureOf(text)).toContainText('Write to the desk')
  await expect(furnitureOf(text).getByRole('button')).toHaveAccessibleName(/Marked by you/)

  await line.click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Take back my mark' }).click()
  await expect(furnitureOf(text)).toHaveCount(0)

  await clickOn(app.page, text, 'Those who cross daily')
  await chooseCommand(app, 'Mark as page furniture / as text')
  await expect(furnitureOf(text)).toContainText('Those who cross daily')
  await app.command('undo')
  await expect(furnitureOf(text)).toHaveCount(0)
})

test('the text stays where it is when a block is marked', async ({ launch, library }) => {
  const more = Array.from(
    { length: 80 },
    (_, index) => `<p>Paragraph ${index} of a long report.</p>`,
  )
  await library.write('ferry.html', page(ferry, more.join('\n')))
  const app = await launch({ library: library.path })
  const text = await openFromList(roomOf(app), ferry)
  const place = () =>
    text.getByText('Paragraph 45 of').evaluate((at) => at.getBoundingClientRect().top)
  // A text that was just opened holds its beginning for some frames: scrolled until it stays there.
  await restingLinesOf(text, 'Paragraph 45 of')
  const before = await place()
  await text.getByText('Paragraph 47 of').click({ button: 'right' })
  const { menu } = correctionsOf(app.page)
  await menu.getByRole('menuitem', { name: 'Mark as page furniture' }).click()
  await expect(furnitureOf(text)).toContainText('Paragraph 47')
  expect(Math.abs((await place()) - before)).toBeLessThan(30)
})
