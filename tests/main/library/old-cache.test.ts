// What earlier versions kept of the files in the library itself goes over into the index: no file is read
// for it before its turn, no id changes, and nothing is removed that the index does not know.
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import {
  asOldVersionLeft,
  bridge,
  folderOf,
  harbour,
  highlight,
  idAt,
  indexOf,
  type Opened,
  open,
  openAt,
  places,
  put,
  quotesOf,
} from './support.ts'

const files = { 'a.txt': bridge, 'copy.txt': bridge, 'sub/b.txt': harbour }

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** A library that is searched, so that the index is told all texts. */
const openSearched = (folder: string): Promise<Opened> => open(folder, { search: indexOf(folder) })

/** As an earlier version left it: one article is known by another content than it has. */
async function left(): Promise<{ folder: string; rows: ReturnType<Library['articles']> }> {
  const folder = await folderOf(files)
  const { library } = await open(folder)
  await highlight(library, 'a.txt', 'cracks were found')
  await put(folder, { 'sub/b.txt': `Corrected: ${harbour}` })
  await library.refresh()
  await library.whenRead()
  const rows = library.articles()
  await asOldVersionLeft(folder, library)
  return { folder, rows }
}

describe('the cache of an earlier version', () => {
  it('is taken over: rows and ids are there, and no file was read', async () => {
    const { folder, rows } = await left()
    const { library, work } = await open(folder)
    expect(work.reads).toEqual([])
    expect(library.articles()).toEqual(rows)
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['cracks were found'])
  })

  it('stays until the index has every text, then goes', async () => {
    const { folder, rows } = await left()
    const first = await open(folder)
    await first.library.close()
    expect(await isThere(places(folder).cache)).toBe(true)
    const second = await openSearched(folder)
    await second.library.whenIndexed()
    await second.library.close()
    expect(await isThere(places(folder).cache)).toBe(false)
    const third = await open(folder)
    expect(third.work.reads).toEqual([])
    expect(third.library.articles()).toEqual(rows)
  })

  it('stays where there is no index, and in a library that is only looked at', async () => {
    const { folder, rows } = await left()
    const without = await open(folder, { index: undefined })
    expect(without.library.articles()).toEqual(rows)
    await without.library.close()
    const reading = await open(folder, { mode: 'read', search: indexOf(folder) })
    await reading.library.whenIndexed()
    await reading.library.close()
    expect(await isThere(places(folder).cache)).toBe(true)
  })

  it('says less than the index does of a file that both know', async () => {
    const { folder } = await left()
    const first = await open(folder)
    const id = idAt(first.library, 'sub/b.txt')
    await mkdir(join(folder, 'new'))
    await rename(join(folder, 'sub/b.txt'), join(folder, 'new/b.txt'))
    await first.library.refresh()
    await first.library.close()
    const second = await open(folder)
    expect(idAt(second.library, 'new/b.txt')).toBe(id)
    expect(second.library.articles().map(({ path }) => path)).toEqual([
      ...['a.txt', 'copy.txt', 'new/b.txt'],
    ])
    expect(second.work.reads).toEqual([])
  })

  it.each([
    ['damaged', 'torn {'],
    ['empty', ''],
    ['newer', '{"format":"parallax/cache","version":9}'],
    ['of other loaders', '{"format":"parallax/cache","version":1,"loader":-1,"entries":[]}'],
  ])('is not used when it is %s, and goes', async (_, content) => {
    const folder = await folderOf(files)
    await mkdir(places(folder).root)
    await writeFile(places(folder).cache, content)
    const { library, work } = await open(folder)
    expect(work.reads).toHaveLength(3)
    expect(library.info().problems).toEqual([])
    await library.close()
    expect(await isThere(places(folder).cache)).toBe(false)
    const again = await open(folder)
    expect(again.work.reads).toEqual([])
  })
})
