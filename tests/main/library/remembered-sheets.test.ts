// The files of records are read once: an opening reads those alone that are others than they were, and
// parses those alone that somebody asks for. What is remembered never stands against what is on the disk.
import fs from 'node:fs'
import { copyFile, cp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '../../../src/main/index/sqlite.ts'
import { articleFormat } from '../../../src/main/store/sheet-formats.ts'
import { annotated, found, indexFile, notesIn, opened, tagsOf } from './annotated-twice.ts'
import { folderOf, highlight, must, open, places } from './support.ts'

/** The files of records that are read from now on, by their names. */
function readSheets(folder: string): string[] {
  const read: string[] = []
  const note = (path: unknown): void => {
    if (typeof path !== 'string' || !path.endsWith('.json')) return
    if (path.startsWith(places(folder).annotations)) read.push(path.slice(-21, -5))
  }
  const real = { open: fs.promises.open, openSync: fs.openSync }
  fs.promises.open = (...args) => {
    note(args[0])
    return real.open(...args)
  }
  fs.openSync = (...args) => {
    note(args[0])
    return real.openSync(...args)
  }
  syncBuiltinESMExports()
  onTestFinished(() => {
    fs.promises.open = real.open
    fs.openSync = real.openSync
    syncBuiltinESMExports()
  })
  return read
}

it('opened again, no file of records is read, none is parsed, and the index is told of none', async () => {
  const { folder } = await annotated()
  const parsed = vi.spyOn(articleFormat.schema, 'safeParse')
  const read = readSheets(folder)
  const { library } = await opened(folder)
  await library.whenIndexed()
  expect(read).toEqual([])
  expect(parsed).not.toHaveBeenCalled()
  expect(must(await library.counts()).annotations).toBe(2)
  parsed.mockRestore()
})

it('after a renaming of a tag, too, an opening parses the records of no article', async () => {
  const { folder, bridgeId } = await annotated()
  const { library } = await opened(folder)
  must(await library.saveTag({ name: 'damage', newName: 'harm' }))
  await library.whenIndexed()
  await library.close()
  const parsed = vi.spyOn(articleFormat.schema, 'safeParse')
  const { library: again } = await opened(folder)
  await again.whenIndexed()
  expect(parsed).not.toHaveBeenCalled()
  parsed.mockRestore()
  expect(tagsOf(must(await again.open(bridgeId)))).toEqual(['harm'])
})

it('a renaming that came from elsewhere meanwhile is carried out in what was only remembered', async () => {
  const { folder, bridgeId } = await annotated()
  const there = await folderOf({})
  await cp(folder, there, { recursive: true })
  const theirs = await open(there, { machine: 'there' })
  must(await theirs.library.saveTag({ name: 'damage', newName: 'harm' }))
  await theirs.library.close()
  await copyFile(places(there).libraryFile('tags'), places(folder).libraryFile('tags'))
  const { library } = await opened(folder)
  await expect.poll(async () => tagsOf(must(await library.open(bridgeId)))).toEqual(['harm'])
})

it('an article that is opened has its own records parsed, and no others', async () => {
  const { folder, bridgeId } = await annotated()
  const parsed = vi.spyOn(articleFormat.schema, 'safeParse')
  const { library } = await opened(folder)
  expect(await notesIn(library, bridgeId)).toEqual(['How deep?'])
  expect(parsed).toHaveBeenCalledTimes(1)
  parsed.mockRestore()
})

it('a file of records that another program changed meanwhile is read, and it alone', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  await writeFile(file, (await readFile(file, 'utf8')).replace('How deep?', 'How wide?'))
  const read = readSheets(folder)
  const { library } = await opened(folder)
  expect(new Set(read)).toEqual(new Set([bridgeId]))
  expect(await notesIn(library, bridgeId)).toEqual(['How wide?'])
  await library.whenIndexed()
  expect(await found(library, 'wide')).toBe(1)
  expect(await found(library, 'deep')).toBe(0)
})

it('another file of the same size and time in its place is seen to be another', async () => {
  const { folder, bridgeId } = await annotated()
  const file = places(folder).annotationFile(bridgeId)
  const { atime, mtime } = await stat(file)
  const other = (await readFile(file, 'utf8')).replace('How deep?', 'How wide?')
  // In the very file, so that not even its number on the disk changes.
  await writeFile(file, other)
  await utimes(file, atime, mtime)
  const { library } = await opened(folder)
  expect(await notesIn(library, bridgeId)).toEqual(['How wide?'])
})

it('what was written and never remembered is read, as after a death', async () => {
  const { folder, bridgeId } = await annotated()
  const { library } = await opened(folder)
  const kept = join(folder, 'as-it-was.sqlite')
  const index = indexFile(folder)
  await copyFile(index, kept)
  await highlight(library, 'bridge.txt', 'council', { note: 'When?' })
  await library.whenIndexed()
  await library.close()
  // The index as it was before the note.
  for (const end of ['-wal', '-shm']) await rm(`${index}${end}`, { force: true })
  await rename(kept, index)
  const read = readSheets(folder)
  const { library: again } = await opened(folder)
  expect(new Set(read)).toEqual(new Set([bridgeId]))
  expect((await notesIn(again, bridgeId)).sort()).toEqual(['How deep?', 'When?'])
  await again.whenIndexed()
  expect(await found(again, 'When')).toBe(1)
})

it('a remembered text that cannot be read any more is not believed: its file is read', async () => {
  const { folder, bridgeId } = await annotated()
  const index = openDatabase(indexFile(folder), 'write')
  index.exec('DELETE FROM sheet_text')
  index.close()
  const read = readSheets(folder)
  const { library } = await opened(folder)
  expect(read).toEqual([])
  expect(await notesIn(library, bridgeId)).toEqual(['How deep?'])
  expect(new Set(read)).toEqual(new Set([bridgeId]))
})

it('a remembered text that is damaged, with its file damaged too, is told as a damaged file, and nothing is written', async () => {
  const { folder, bridgeId } = await annotated()
  const { library } = await opened(folder)
  const index = openDatabase(indexFile(folder), 'write')
  index.exec('DELETE FROM sheet_text')
  index.close()
  const file = places(folder).annotationFile(bridgeId)
  await writeFile(file, 'torn')
  const { frozen } = must(await library.open(bridgeId))
  expect(frozen?.code).toBe('store-damaged')
  const refused = await library.create({
    article: bridgeId,
    start: 0,
    end: 3,
    color: 'green',
    tags: [],
    note: '',
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'store-damaged' } })
  expect(await readFile(file, 'utf8')).toBe('torn')
})

it('a change of records that were only remembered keeps what they held', async () => {
  const { folder, bridgeId } = await annotated()
  const { library } = await opened(folder)
  must(
    await library.create({
      article: bridgeId,
      start: 0,
      end: 3,
      color: 'red',
      tags: [],
      note: 'New.',
    }),
  )
  await library.close()
  const { library: again } = await opened(folder)
  expect((await notesIn(again, bridgeId)).sort()).toEqual(['How deep?', 'New.'])
})

it('records of an article that is gone are remembered, listed and shown', async () => {
  const { folder, bridgeId } = await annotated()
  await rm(join(folder, 'bridge.txt'))
  const first = await opened(folder)
  await first.library.whenIndexed()
  await first.library.close()
  const read = readSheets(folder)
  const { library } = await opened(folder)
  await library.whenIndexed()
  expect(read).toEqual([])
  expect(library.articles().find(({ id }) => id === bridgeId)).toMatchObject({
    state: 'missing',
    annotations: 1,
  })
  expect(await found(library, 'deep')).toBe(1)
})

it('records whose file was taken away are not there any more', async () => {
  const { folder, bridgeId } = await annotated()
  await rm(places(folder).annotationFile(bridgeId))
  const { library } = await opened(folder)
  expect(await notesIn(library, bridgeId)).toEqual([])
  await library.whenIndexed()
  expect(await found(library, 'deep')).toBe(0)
})
