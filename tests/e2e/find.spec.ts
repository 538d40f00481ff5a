// Find in one article, as one types; and what is found, highlighted without a mouse.
import { expect, test } from './fixtures.ts'
import { herald } from './pages/libraries.ts'
import { roomOf } from './pages/room.ts'
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
  await expect(find.getByRole('status')).toHaveText(/^1 of \d+$/)
  const all = await text.evaluate((host) => host.textContent?.match(/piers/gi)?.length ?? 0)
  await expect(find.getByRole('status')).toHaveText(`1 of ${all}`)
  expect(await page.evaluate("CSS.highlights.get('found')?.size")).toBe(all)
  await page.keyboard.press('Enter')
  await expect(find.getByRole('status')).toHaveText(`2 of ${all}`)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(find.getByRole('status')).toHaveText(`${all} of ${all}`)

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
  await expect(find.getByRole('status')).toHaveText('Not found')
  await find.getByRole('button', { name: 'Close find' }).click()
  await expect(find).toBeHidden()
})
