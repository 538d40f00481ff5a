// Every format, whole and damaged: what the window shows is the canonical text, to the letter, and
// the same text that the command line gives.
import { join } from 'node:path'
import { sampleFiles } from '../fixtures/formats.ts'
import { mutate } from '../fixtures/mutate.ts'
import { expect, test } from './fixtures.ts'
import { parallaxJson } from './pages/libraries.ts'
import { roomOf } from './pages/room.ts'

interface Row {
  readonly path: string
  readonly state: string
  readonly title: string | null
}

test('an article of any format is shown to the letter', async ({ launch, library }) => {
  test.setTimeout(120_000)
  for (const { name, bytes } of Object.values(sampleFiles())) {
    await library.write(name, bytes)
    for (const seed of [3, 17])
      await library.write(`damaged-${seed}${name.replace('ferry', '')}`, mutate(bytes, seed))
  }
  const rows = (await parallaxJson<Row[]>('list', library.path)).filter(
    ({ state }) => state === 'ready',
  )
  expect(rows.length, 'most damaged files can still be read').toBeGreaterThan(13)
  const app = await launch({ library: library.path })
  const room = roomOf(app)
  const filter = room.library.getByRole('searchbox', { name: 'Filter articles' })
  for (const { path } of rows) {
    const { text } = await parallaxJson<{ text: string }>('read', join(library.path, path))
    await filter.fill(path)
    await expect(room.articles.getByRole('row'), path).toHaveCount(1)
    await expect(room.articles.getByRole('row').getByTitle(path)).toBeVisible()
    await room.articles.getByRole('row').click()
    const article = room.main.getByRole('article')
    await expect(article, path).toHaveCount(1)
    await expect
      .poll(() => article.evaluate((host) => host.textContent), { message: path })
      .toBe(text)
    await app.page.keyboard.press('ControlOrMeta+w')
    await expect(article).toHaveCount(0)
  }
})
