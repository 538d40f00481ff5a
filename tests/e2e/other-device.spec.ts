// A library that another device writes, too: what it said of a highlight is offered on the card.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { notesOf } from './pages/notes.ts'
import { openFromList, roomOf } from './pages/room.ts'
import { highlight } from './pages/text.ts'

const name = 'The bridge is shut'
const words = `${name}\n\nEngineers closed the Quay Street bridge on Monday after cracks were found.\n`

test('a note that two devices wrote shows the later, and the other until the reader has chosen', async ({
  launch,
  library,
}) => {
  await library.write('bridge.txt', words)
  const app = await launch({ library: library.path })
  const { page } = app
  const room = roomOf(app)
  const text = await openFromList(room, name)
  await highlight(page, text, 'cracks were found')
  await page.keyboard.press('n')
  await page.keyboard.type('Which arches?')
  await page.keyboard.press('Escape')
  await room.saved()

  const folder = join(library.path, '.parallax', 'annotations')
  const [file = ''] = (await readdir(folder)).filter((each) => each.endsWith('.json'))
  const sheet = JSON.parse(await readFile(join(folder, file), 'utf8'))
  const [one] = sheet.annotations
  one.note = 'All three arches.'
  one.set = { '*': one.set['*'], note: '2099-01-01T00:00:00.000Z~000~other' }
  await writeFile(join(folder, file.replace('.json', ' 2.json')), JSON.stringify(sheet))
  await page.keyboard.press('F5')

  const card = notesOf(page).card('cracks were found')
  await expect(card).toContainText('All three arches.')
  const other = card.getByRole('list', { name: 'From another device' })
  await expect(other).toContainText('Which arches?')
  await other.getByRole('button', { name: 'Use this' }).click()
  await expect(other).toHaveCount(0)
  await expect(card).toContainText('Which arches?')
  await expect(card).not.toContainText('All three arches.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(card).toContainText('All three arches.')
  await other.getByRole('button', { name: 'Keep the one above' }).click()
  await expect(other).toHaveCount(0)
  await expect(card).toContainText('All three arches.')
  expect(await readdir(folder)).toEqual([file])
})
