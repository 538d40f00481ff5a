// Stories: made from what is chosen in the list, kept with their order and how they were laid out,
// and suggested.
import { expect, test } from './fixtures.ts'
import { copySample, courier, cutting, gazette, herald } from './pages/libraries.ts'
import { chooseCommand, historyWords, openFromList, roomOf } from './pages/room.ts'

test('a story is made from a selection, laid out, ordered, kept over a restart, and taken back', async ({
  launch,
  library,
}) => {
  test.slow()
  await copySample(library.path)
  await library.write('other.txt', 'Choir wins prize\n\nThe harbour choir won the county prize.')
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const stories = room.library.getByRole('grid', { name: 'Stories' })

  for (const name of [herald, gazette]) {
    await room.row(name).hover()
    await room.row(name).getByRole('checkbox').check({ force: true })
  }
  await expect(room.library).toContainText('2 articles chosen')
  await room.library
    .getByRole('toolbar', { name: 'Chosen articles' })
    .getByRole('button', { name: 'New story…' })
    .click()
  const dialog = room.dialog('New story')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The bridge')
  await dialog.getByRole('button', { name: `Add ${courier}` }).click()
  const articles = dialog.getByRole('grid', { name: 'Articles of the story' })
  await expect(articles.getByRole('row')).toHaveCount(3)
  await expect(dialog).not.toContainText('Choir wins prize')
  await dialog.getByRole('button', { name: 'Make the story' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => room.titles()).toEqual([herald, gazette, courier])
  await expect(stories.getByRole('row')).toHaveText(['The bridge3'])
  expect((await historyWords(app)).undo).toContain('Make story')

  // Another order, by the handle and the arrow keys.
  await chooseCommand(app, 'Name, order and articles of the story…')
  const again = room.dialog('Story')
  await again.getByRole('button', { name: `Move ${herald}` }).focus()
  await page.keyboard.press('Enter')
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const order = again.getByRole('grid', { name: 'Articles of the story' }).getByRole('row')
  await expect(order.first()).toContainText(gazette)
  await again.getByRole('textbox', { name: 'Name' }).fill('Quay Street')
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(stories.getByRole('row')).toHaveText(['Quay Street3'])
  // What is laid out follows.
  await expect.poll(async () => (await room.titles())[0]).toBe(gazette)

  // It comes back as it was laid out, in another session too.
  await room
    .pane(courier)
    .getByRole('button', { name: `Close ${courier}` })
    .click()
  await expect(room.panes).toHaveCount(2)
  await page.waitForTimeout(600)
  await room.saved()
  await app.close()
  const later = await launch({ library: library.path })
  const roomLater = roomOf(later)
  await expect(roomLater.panes).toHaveCount(2)
  await chooseCommand(later, 'Close the story')
  await openFromList(roomLater, 'Choir wins prize')
  await expect(roomLater.panes).toHaveCount(3)
  const row = roomLater.library.getByRole('row', { name: 'Quay Street', exact: true })
  await row.click()
  await expect(roomLater.panes).toHaveCount(2)

  await chooseCommand(later, 'New story…')
  await expect(roomLater.dialog('New story')).toBeVisible()
  await later.page.keyboard.press('Escape')
  await row.hover()
  await roomLater.library.getByRole('button', { name: 'Actions for Quay Street' }).click()
  await later.page.getByRole('menuitem', { name: 'Delete the story' }).click()
  await expect(roomLater.library.getByRole('grid', { name: 'Stories' })).toBeHidden()
  await later.command('undo')
  await expect(row).toBeVisible()
})

test('stories are suggested for the whole library', async ({ launch, library }) => {
  await copySample(library.path)
  await library.write('other.txt', 'Choir wins prize\n\nThe harbour choir won the county prize.')
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  await openFromList(room, herald)
  await chooseCommand(app, 'Find stories in the library…')
  const dialog = room.dialog('Stories in the library')
  const group = dialog.getByRole('listitem').filter({ hasText: courier }).first()
  await expect(group).toContainText(herald)
  await expect(dialog).not.toContainText('Choir wins prize')
  await group.getByRole('button', { name: /^Make a story/ }).click()
  await expect(room.dialog('New story').getByRole('row', { name: herald })).toBeVisible()
  await expect(room.dialog('New story').getByRole('row', { name: cutting })).toBeVisible()
})
