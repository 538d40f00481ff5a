// A change of several articles is all or none, wherever the process dies. The disk is looked at after
// each call that writes: what it holds then is what a kill at that moment leaves.
import { cp, rm, writeFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  folderOf,
  harbour,
  idAt,
  must,
  open,
  openAt,
  places,
  tempFolder,
} from './support.ts'

const disk = vi.hoisted(() => ({ written: async (_path: string): Promise<void> => undefined }))

vi.mock('../../../src/main/store/atomic-file.ts', async (original) => {
  const real = await original<typeof import('../../../src/main/store/atomic-file.ts')>()
  return {
    ...real,
    async writeAtomic(path: string, content: string | Uint8Array) {
      await disk.written(`before ${path}`)
      await real.writeAtomic(path, content)
      await disk.written(path)
    },
  }
})

const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': `${bridge}${harbour}` }

async function marked(library: Library): Promise<string[]> {
  const found: string[] = []
  for (const path of Object.keys(files))
    if ((await openAt(library, path)).resolved.length > 0) found.push(path)
  return found
}

const three = (library: Library) =>
  library.createMany(
    Object.keys(files).map((path) => ({
      article: idAt(library, path),
      start: 0,
      end: 10,
      color: 'yellow' as const,
      tags: [],
      note: '',
    })),
  )

it('leaves three highlights in three articles, or none, after a kill between any two writes', async () => {
  const folder = await folderOf(files)
  const { library } = await open(folder)
  const moments: { readonly at: string; readonly copy: string; readonly said: boolean }[] = []
  let said = false
  disk.written = async (at) => {
    const copy = await tempFolder()
    await cp(folder, copy, { recursive: true })
    await rm(places(copy).lock, { force: true })
    moments.push({ at, copy, said })
  }
  must(await three(library))
  said = true
  await library.close()
  disk.written = async () => undefined
  const outcomes: number[] = []
  for (const { at, copy, said: acknowledged } of moments) {
    const { library: again } = await open(copy)
    const found = await marked(again)
    expect([0, 3], at).toContain(found.length)
    if (acknowledged) expect(found, at).toHaveLength(3)
    expect(again.info().problems, at).toEqual([])
    outcomes.push(found.length)
    await again.close()
    // What was finished needs not be finished again.
    const { library: third } = await open(copy)
    expect(await marked(third), at).toHaveLength(found.length)
    await third.close()
  }
  expect(new Set(outcomes)).toEqual(new Set([0, 3]))
  expect(moments.some(({ said: acknowledged }) => acknowledged)).toBe(true)
}, 60_000)

it('tells a journal that cannot be read, and leaves it', async () => {
  const folder = await folderOf(files)
  const { library } = await open(folder)
  must(await three(library))
  await library.close()
  const path = `${places(folder).journal}/torn.json`
  await writeFile(path, '{"format":"parallax/journal","version":1,"sheets":[')
  const { library: again } = await open(folder)
  expect(again.info().problems).toMatchObject([{ code: 'store-damaged', path }])
  expect(await marked(again)).toHaveLength(3)
})

it('takes nothing from a journal that names files outside of the store', async () => {
  const folder = await folderOf(files)
  const { library } = await open(folder)
  must(await three(library))
  await library.close()
  const sheets = [
    { name: '../../outside', text: '{}' },
    { name: 'annotations/../x', text: '{}' },
  ]
  const journal = JSON.stringify({ format: 'parallax/journal', version: 1, sheets })
  await writeFile(`${places(folder).journal}/odd.json`, journal)
  const { library: again } = await open(folder)
  expect(await marked(again)).toHaveLength(3)
})
