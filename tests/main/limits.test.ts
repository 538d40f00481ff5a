// What is beyond the limits of the calls when another program put it into the store: no damage, and
// kept as it is, through reading, other changes, and export.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildExport } from '../../src/main/features/exchange/exchange.ts'
import { exportFormats } from '../../src/shared/calls/exchange.ts'
import {
  bridge,
  clock,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
} from './library/support.ts'

const deps = { now: clock(), version: '0.0.0' }
const longNote = `first ${'>'.repeat(5_000)} ${'word '.repeat(1_000_000)}last`
const manyTags = [...Array.from({ length: 5_000 }, (_, n) => `tag ${n}`), 'x'.repeat(500)]

/** Another program writes a huge note and very many tags into the one annotation of the library. */
async function beyond(): Promise<string> {
  const folder = await folderOf({ 'a.txt': bridge })
  const { library } = await open(folder)
  await highlight(library, 'a.txt', 'cracks', { note: 'NOTE', tags: ['TAG'] })
  const path = places(folder).annotationFile(idAt(library, 'a.txt'))
  await library.close()
  const text = await readFile(path, 'utf8')
  const changed = text
    .replace('"NOTE"', JSON.stringify(longNote))
    .replace('["TAG"]', JSON.stringify(manyTags))
  expect(changed.length).toBeGreaterThan(5_000_000)
  await writeFile(path, changed)
  return folder
}

it('a note of five megabytes and five thousand tags damage nothing and stay through a change', async () => {
  const folder = await beyond()
  const { library } = await open(folder)
  expect(library.info().problems).toEqual([])
  const opened = await openAt(library, 'a.txt')
  expect(opened.frozen).toBeNull()
  await highlight(library, 'a.txt', 'arches')
  await library.close()
  const again = await open(folder)
  const { resolved } = await openAt(again.library, 'a.txt')
  expect(resolved).toHaveLength(2)
  const kept = resolved.find(({ annotation }) => annotation.note !== '')?.annotation
  expect(kept?.note === longNote).toBe(true)
  expect(kept?.tags).toEqual(manyTags)
})

it.each(exportFormats)('are in the export as %s, whole', async (format) => {
  const { library } = await open(await beyond())
  const { text } = must(await buildExport(library, { format, article: null, empty: false }, deps))
  expect(text.length).toBeGreaterThan(5_000_000)
  for (const word of ['first', 'last', 'tag 4999', 'x'.repeat(500)])
    expect(text.includes(word)).toBe(true)
})

it('a story of more articles than one may choose damages no other', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  const { library } = await open(folder)
  must(await library.saveStory({ id: null, name: 'Quay', articles: [idAt(library, 'a.txt')] }))
  await library.close()
  const path = join(folder, '.parallax', 'stories.json')
  expect(await readdir(join(folder, '.parallax'))).toContain('stories.json')
  const name = 'n'.repeat(5_000)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"Quay"', JSON.stringify(name)))
  const again = await open(folder)
  expect(again.library.info().problems).toEqual([])
  expect(again.library.stories().map((story) => story.name)).toEqual([name])
})
