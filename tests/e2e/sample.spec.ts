// The first minute: the sample library is open, with something in it to look at.
import { expect, test } from './fixtures.ts'
import { hashes, sampleArticles, sampleLibrary } from './pages/libraries.ts'
import { notesOf } from './pages/notes.ts'
import { roomOf } from './pages/room.ts'
import { marksOf } from './pages/text.ts'

const welcome = 'This is a sample library'

test('the first start shows the sample in three panes, and says so; the second does not say it again', async ({
  launch,
  dataDir,
}) => {
  const app = await launch()
  const room = roomOf(app)
  await expect(room.messages).toContainText(welcome)
  await expect(room.panes).toHaveCount(3)
  await expect(room.articles.getByRole('row')).toHaveCount(4)
  for (const pane of await room.panes.all()) {
    const text = pane.getByRole('article')
    await expect(text).toBeVisible()
    await expect(marksOf(text).first()).toBeVisible()
  }

  // The pane in focus is the first; its notes stand at the right.
  const notes = notesOf(app.page)
  await expect(notes.quotes).toHaveCount(5)
  await expect(notes.list).toContainText('Three versions of one measurement')
  await expect(notes.list).toContainText('tone/alarm')
  await expect(app.page.getByRole('banner')).toContainText('The Quay Street bridge')
  await expect(room.library.getByRole('grid', { name: 'Stories' }).getByRole('row')).toHaveText([
    'The Quay Street bridge4',
  ])
  const titles = await room.titles()
  await app.close()

  // What the reader has is a copy: the same bytes.
  expect(await hashes(sampleLibrary(dataDir))).toEqual(await hashes(sampleArticles))

  const again = await launch()
  const roomAgain = roomOf(again)
  await expect(roomAgain.panes).toHaveCount(3)
  await expect(notesOf(again.page).quotes).toHaveCount(5)
  expect(await roomAgain.titles()).toEqual(titles)
  await expect(again.page.getByRole('banner')).toContainText('The Quay Street bridge')
  await expect(roomAgain.messages).not.toContainText(welcome)
})
