// What a look at the folder does not know is not taken for gone, and what happens while it goes on is not
// taken for what was before.
import fs from 'node:fs'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { CacheEntry } from '../../../src/main/core/shelf/cache.ts'
import { createFileMemory } from '../../../src/main/core/shelf/memory.ts'
import { assignPartIds } from '../../../src/main/core/shelf/part-ids.ts'
import { takeStock } from '../../../src/main/core/shelf/shelf.ts'
import { openIndex } from '../../../src/main/index/open-index.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  must,
  open,
  put,
  rowAt,
  tempFolder,
} from './support.ts'

const look = async (
  folder: string,
  entries: Map<string, CacheEntry>,
  only: ReadonlySet<string> | null = null,
) => {
  const elsewhere = { records: [], others: [] }
  const taken = await takeStock(folder, entries, elsewhere, new AbortController().signal, only)
  if (!taken) throw new Error('stopped')
  return taken
}
const idAt = (entries: ReadonlyMap<string, CacheEntry>, path: string): string =>
  [...entries.values()].find((entry) => entry.path === path)?.id ?? 'none'

it('two files that changed their names stay themselves, though one was opened meanwhile', async () => {
  const folder = await folderOf({ 'x.txt': bridge, 'y.txt': harbour })
  const { entries } = await look(folder, new Map())
  const [x, y] = [idAt(entries, 'x.txt'), idAt(entries, 'y.txt')]
  await rename(join(folder, 'x.txt'), join(folder, 'old.txt'))
  await put(folder, { 'x.txt': 'Something else\n\nIt is new here.\n' })
  const looked = look(folder, entries)
  // As opening the article does: its path holds other bytes now.
  const entry = entries.get(x)
  if (entry) entries.set(x, { ...entry, sha256: 'other', size: 1, mtimeMs: 1 })
  const now = (await looked).entries
  expect(idAt(now, 'old.txt')).toBe(x)
  expect(idAt(now, 'y.txt')).toBe(y)
  expect(idAt(now, 'x.txt')).not.toBe(x)
})

it('an article that moved keeps its notes, though what took its place was opened before a look', async () => {
  const folder = await folderOf({ 'a.txt': bridge, 'c.txt': 'Third\n\nIt stays.\n' })
  const { library } = await open(folder)
  await highlight(library, 'a.txt', 'cracks were found')
  const { id } = rowAt(library, 'a.txt')
  await rename(join(folder, 'a.txt'), join(folder, 'b.txt'))
  await put(folder, { 'a.txt': harbour })
  must(await library.open(id))
  await library.refresh(false)
  await library.whenRead()
  expect(rowAt(library, 'b.txt')).toMatchObject({ id, annotations: 1, state: 'ready' })
  expect(rowAt(library, 'a.txt')).toMatchObject({ annotations: 0, title: 'Harbour dues rise' })
})

it('an article that was opened and annotated in the place of one that moved keeps those notes', async () => {
  const folder = await folderOf({ 'a.txt': bridge })
  const { library } = await open(folder)
  const { id } = rowAt(library, 'a.txt')
  await rename(join(folder, 'a.txt'), join(folder, 'b.txt'))
  await put(folder, { 'a.txt': harbour })
  await highlight(library, 'a.txt', 'Small boats')
  await library.refresh(false)
  expect(rowAt(library, 'a.txt')).toMatchObject({ id, annotations: 1, title: 'Harbour dues rise' })
})

it.skipIf(process.getuid?.() === 0)(
  'a folder that may not be entered keeps its articles',
  async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'sub/b.txt': harbour })
    const { entries } = await look(folder, new Map())
    await chmod(join(folder, 'sub'), 0)
    const taken = await look(folder, entries)
    await chmod(join(folder, 'sub'), 0o755)
    expect(taken.problems).toMatchObject([{ code: 'no-permission' }])
    expect(taken.entries).toBe(entries)
  },
)

it('a folder that is not there at all keeps its articles', async () => {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
  const { entries } = await look(folder, new Map())
  await rm(folder, { recursive: true })
  const taken = await look(folder, entries)
  expect(taken.problems).toHaveLength(1)
  expect(taken.entries).toBe(entries)
})

it('a file whose name changed its capitals is one, on a disk that takes both names for the same', async () => {
  const folder = await folderOf({ 'Bridge.txt': bridge, 'x.txt': harbour })
  const { entries } = await look(folder, new Map())
  await rename(join(folder, 'Bridge.txt'), join(folder, 'bridge.txt'))
  const { stat } = fs.promises
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
  const eitherName = async (path: string): Promise<unknown> => {
    const there = await fs.promises.readdir(dirname(path))
    const name = there.find((each) => isSame(each, basename(path))) ?? basename(path)
    return stat(join(dirname(path), name))
  }
  Object.assign(fs.promises, { stat: eitherName })
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(fs.promises, { stat })
    syncBuiltinESMExports()
  })
  for (const heard of [['Bridge.txt', 'bridge.txt'], ['bridge.txt']]) {
    const now = (await look(folder, entries, new Set(heard))).entries
    expect([...now.values()].map(({ path }) => path).sort()).toEqual(['bridge.txt', 'x.txt'])
    expect(idAt(now, 'bridge.txt')).toBe(idAt(entries, 'Bridge.txt'))
  }
})

it('an empty folder in the place of a disk does not have its files forgotten', async () => {
  const path = join(await tempFolder(), 'index.sqlite')
  const index = must(openIndex({ path, workerUrl: null, onLost: () => undefined }))
  const memory = createFileMemory(index)
  const folder = await folderOf({ 'a.txt': bridge })
  const { entries } = await look(folder, new Map())
  await memory.save(entries.values())
  await rm(join(folder, 'a.txt'))
  await memory.save((await look(folder, entries)).entries.values())
  expect(index.filesAfter('', 1, 10).map(({ file }) => file.path)).toEqual(['a.txt'])
  await writeFile(join(folder, 'b.txt'), harbour)
  await memory.save((await look(folder, new Map())).entries.values())
  expect(index.filesAfter('', 1, 10).map(({ file }) => file.path)).toEqual(['b.txt'])
  await index.close()
})

it('a part that is known by its number in the very file is that part, else its id is kept free', () => {
  const titles = ['News', 'Alpha', 'Beta']
  const plain = assignPartIds('f', titles, [])
  const named = (isSameFile: boolean) => [{ id: plain[1] ?? '', index: 2, title: null, isSameFile }]
  expect(assignPartIds('f', titles, named(true))[2]).toBe(plain[1])
  expect(assignPartIds('f', titles, named(false))).not.toContain(plain[1])
})
