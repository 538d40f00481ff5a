// What the reader keeps of articles, searches and tags: set by key and by menu, undone, there after a
// reload, told to screen readers.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { herald } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { chooseCommand, roomOf } from './pages/room.ts'
import { selectByMouse } from './pages/text.ts'

test('an article is marked by key, by menu, and many at once, and all of it is undone', async ({
  app,
}) => {
  const { page } = app
  const room = roomOf(app)
  const text = room.text(herald)
  await expect(text).toBeVisible()
  await text.focus()
  const pane = room.pane(herald)
  await page.keyboard.press('r')
  await expect(pane.getByRole('button', { name: 'Reading state: being read' })).toBeVisible()
  await expect(room.row(`${herald}, being read`)).toBeVisible()
  await page.keyboard.press('r')
  await expect(room.row(`${herald}, read`)).toBeVisible()
  await app.command('undo')
  await expect(room.row(`${herald}, being read`)).toBeVisible()

  await pane.getByRole('button', { name: 'Reading state: being read' }).click()
  await page.getByRole('menuitemradio', { name: 'New' }).click()
  await expect(pane.getByRole('button', { name: 'Reading state: new' })).toBeVisible()

  for (const box of await room.articles.getByRole('checkbox').all())
    await box.check({ force: true })
  await room.library.getByRole('button', { name: 'Mark as…' }).click()
  await page.getByRole('menuitem', { name: 'Read', exact: true }).click()
  const rows = await room.articles.getByRole('row').count()
  await expect(room.articles.getByRole('row', { name: /, read$/ })).toHaveCount(rows)
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations).toEqual([])
  await app.command('undo')
  await expect(room.articles.getByRole('row', { name: /, read$/ })).toHaveCount(0)
})

test('a search is kept, run again, renamed and deleted', async ({ app }) => {
  const { page } = app
  const room = roomOf(app)
  await expect(room.text(herald)).toBeVisible()
  await app.command('search')
  const search = page.getByRole('search', { name: 'Search the library' })
  const box = search.getByRole('searchbox')
  await box.fill('sledgehammer')
  await search.getByRole('button', { name: /^Keep this search…/ }).click()
  const dialog = room.dialog('Keep this search')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tools')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await box.fill('')
  const kept = search.getByRole('grid', { name: 'Kept searches' })
  await expect(kept.getByRole('row', { name: 'Tools' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await kept.getByRole('row', { name: 'Tools' }).click()
  await expect(search.getByRole('status')).toHaveText('1 article')
  await box.fill('')
  await kept.getByRole('button', { name: 'Actions for Tools' }).click()
  await page.getByRole('menuitem', { name: 'Name and query…' }).click()
  await room.dialog('Kept search').getByRole('textbox', { name: 'Name' }).fill('Hammers')
  await page.keyboard.press('Enter')
  await expect(kept.getByRole('row', { name: 'Hammers' })).toBeVisible()
  await kept.getByRole('button', { name: 'Actions for Hammers' }).click()
  await page.getByRole('menuitem', { name: 'Delete the search' }).click()
  await expect(kept).toBeHidden()
  await app.command('undo')
  await expect(kept.getByRole('row', { name: 'Hammers' })).toBeVisible()
})

test('a tag gets a colour and another name wherever it stands, and back', async ({ app }) => {
  const { page } = app
  const room = roomOf(app)
  const text = room.text(herald)
  await expect(text).toBeVisible()
  await selectByMouse(page, text, 'sledgehammer')
  await page.keyboard.press('t')
  const notes = notesOf(page)
  await notes.tagBox.fill('tool')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  const pill = page
    .getByRole('listitem')
    .filter({ hasText: /^tool$/ })
    .first()
  await pill.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Rename tag…' }).click()
  const dialog = room.dialog('Tag')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('instrument')
  await dialog.getByRole('button', { name: 'green' }).click()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const renamed = page
    .getByRole('listitem')
    .filter({ hasText: /^instrument$/ })
    .first()
  await expect(renamed).toHaveAttribute('data-color', 'green')
  await app.command('undo')
  await expect(pill).toBeVisible()
  await chooseCommand(app, 'Rename or colour a tag…')
  await expect(dialog.getByRole('combobox', { name: 'Tag' })).toBeVisible()
})
