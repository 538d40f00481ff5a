// A library that is carried to another machine: other paths, no index, and the mark of a process there.
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  clock,
  dataDirOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  places,
  tempFolder,
} from './support.ts'

const batch = join(import.meta.dirname, '../../fixtures/exports/lexis-classic.txt')

const whole = async (library: Library): Promise<string> => {
  const request = { format: 'json', article: null, empty: true } as const
  const now = () => new Date('2026-03-04T10:00:00.000Z')
  return must(await buildExport(library, request, { now, version: '1' })).text
}

/** A library with something of every kind in it. */
async function full() {
  const folder = await folderOf({ 'a.txt': bridge, 'sub/b.txt': harbour, 'copy/b.txt': harbour })
  await copyFile(batch, join(folder, 'batch.txt'))
  const { library } = await open(folder, { machine: 'here' })
  await highlight(library, 'a.txt', 'cracks', { note: 'A note.', tags: ['damage'] })
  await highlight(library, 'copy/b.txt', 'unfair')
  await highlight(library, 'sub/b.txt', 'Fishermen')
  must(await library.split(idAt(library, 'batch.txt'), true))
  const part = library.articles().find((row) => row.part === 1)?.id ?? ''
  const articles = [idAt(library, 'a.txt'), part]
  must(await library.saveStory({ id: null, name: 'Quays', articles }))
  must(await library.setReading({ articles, state: 'read' }))
  must(await library.saveTag({ name: 'damage', color: 'red', description: 'What broke.' }))
  must(await library.keptSearches.save({ id: null, name: 'Tolls', query: 'toll*' }))
  must(await library.correct({ article: part, meta: { source: 'The Courier' } }))
  await writeFile(join(folder, 'sub/b.txt'), `Corrected: ${harbour}`)
  await library.refresh()
  await library.whenRead()
  return { folder, library }
}

const rowsOf = (library: Library) =>
  library.articles().map(({ id, path, part, title }) => ({ id, path, part, title }))

it('has all that it had, under the same ids, and goes on from there', async () => {
  const { folder, library } = await full()
  const [text, rows] = [await whole(library), rowsOf(library)]
  await library.close()
  const there = join(await tempFolder(), 'another', 'place', basename(folder))
  await cp(folder, there, { recursive: true })
  const moved = await open(there, { machine: 'there' })
  expect(rowsOf(moved.library)).toEqual(rows)
  expect(await whole(moved.library)).toBe(text)
  expect(moved.library.info()).toMatchObject({ readOnly: null, problems: [] })
  await highlight(moved.library, 'a.txt', 'repair', { note: 'Made there.' })
  await moved.library.close()

  // And back again, where an index still knows how it was.
  await rm(places(folder).root, { recursive: true })
  await cp(places(there).root, places(folder).root, { recursive: true })
  const back = await open(folder, { machine: 'here', now: clock() })
  expect(rowsOf(back.library)).toEqual(rows)
  const notes = back.library.annotations(idAt(back.library, 'a.txt')).map(({ note }) => note)
  expect(notes.toSorted()).toEqual(['A note.', 'Made there.'])
})

it('is known by what is in it where its files lie otherwise, too', async () => {
  const { folder, library } = await full()
  const rows = rowsOf(library)
  await library.close()
  const there = join(await tempFolder(), basename(folder))
  await mkdir(there)
  await cp(places(folder).root, places(there).root, { recursive: true })
  for (const [from, to] of [
    ['a.txt', 'texts/first.txt'],
    ['sub/b.txt', 'sub/b.txt'],
    ['copy/b.txt', 'third.txt'],
    ['batch.txt', 'texts/batch.txt'],
  ] as const) {
    await mkdir(dirname(join(there, to)), { recursive: true })
    await writeFile(join(there, to), await readFile(join(folder, from)))
  }
  const { library: moved } = await open(there, { machine: 'there' })
  const ids = new Map(rows.map(({ id, path, part }) => [`${path} ${part}`, id]))
  const now = new Map(rowsOf(moved).map(({ id, path, part }) => [`${path} ${part}`, id]))
  expect(now.get('texts/first.txt null')).toBe(ids.get('a.txt null'))
  // What was written on before it changed is known by its place.
  expect(now.get('sub/b.txt null')).toBe(ids.get('sub/b.txt null'))
  expect(now.get('third.txt null')).toBe(ids.get('copy/b.txt null'))
  for (const part of [0, 1, 2])
    expect(now.get(`texts/batch.txt ${part}`)).toBe(ids.get(`batch.txt ${part}`))
  expect(moved.articles().filter(({ state }) => state === 'missing')).toEqual([])
  expect(moved.stories()[0]?.articles).toHaveLength(2)
  await moved.close()
  await rm(dataDirOf(there), { recursive: true, force: true })
})
