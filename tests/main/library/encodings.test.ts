// A file read with the encoding that the reader chose: its text, what was made on it, what finds it, and
// all of that after undo, after the library was opened again, and in another library.
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import type { EncodingName } from '../../../src/shared/encodings.ts'
import { encodeAs } from '../reading/encode.ts'
import {
  clock,
  errorOf,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  openAt,
  put,
  quotesOf,
  rowAt,
  tempFolder,
} from './support.ts'

/** Latvian of few signs: nothing tells by itself which encoding it is of. */
const latvian = 'Tilts būs slēgts\n\nTā teica mērs pirmdien. Neviens to nav prasījis mums.\n'
const bytes = encodeAs(latvian, 'windows-1257')
const plain = 'The ferry runs again\n\nFrom Monday it leaves on the hour.\n'
const files = { 'tilts.txt': bytes, 'plain.txt': plain }

const readAs = async (library: Library, path: string, encoding: EncodingName | null) =>
  must(await library.readAs({ article: idAt(library, path), encoding }))
const textAt = async (library: Library, path = 'tilts.txt') => (await openAt(library, path)).text
const deps = { now: clock(), version: '0' }

async function searched(folder: string) {
  const dataDir = await tempFolder()
  const search = { dataDir, workerUrl: null }
  const find = async (library: Library, query: string): Promise<string[]> => {
    await library.whenIndexed()
    const arg = { query, offset: 0, limit: 50, hits: 0, typing: false }
    return must(await library.search(arg)).articles.map(({ article }) => article.path)
  }
  return { again: () => open(folder, { search }), find }
}

describe('an article read with a chosen encoding', () => {
  it('has the text of it, in the list too, until that is undone or taken back', async () => {
    const { library, told } = await open(await folderOf(files))
    const before = await textAt(library)
    expect(before).not.toBe(latvian)
    const opened = await readAs(library, 'tilts.txt', 'windows-1257')
    expect(opened.text).toBe(latvian)
    expect(rowAt(library, 'tilts.txt').title).toBe('Tilts būs slēgts')
    expect(
      JSON.stringify(told.filter(({ event }) => event === 'library-changed').at(-1)),
    ).toContain('Tilts būs slēgts')
    expect(library.history().undo).toBe('Read with another encoding')
    must(await library.undo())
    expect(await textAt(library)).toBe(before)
    must(await library.redo())
    expect(await textAt(library)).toBe(latvian)
    await readAs(library, 'tilts.txt', null)
    expect(await textAt(library)).toBe(before)
    expect(library.history().undo).toBe('Read as found')
    // The others are as they were.
    expect(await textAt(library, 'plain.txt')).toBe(plain)
  })

  it('is no step of undo when it is read so already', async () => {
    const { library } = await open(await folderOf(files))
    await readAs(library, 'tilts.txt', null)
    expect(library.history().undo).toBeNull()
    await readAs(library, 'tilts.txt', 'windows-1257')
    await readAs(library, 'tilts.txt', 'windows-1257')
    must(await library.undo())
    expect(library.history().undo).toBeNull()
  })

  it('keeps the notes on their words, whichever way it is read', async () => {
    const { library } = await open(await folderOf(files))
    await highlight(library, 'tilts.txt', 'Neviens to n')
    await highlight(library, 'tilts.txt', 'mums')
    await readAs(library, 'tilts.txt', 'windows-1257')
    expect(quotesOf(await openAt(library, 'tilts.txt')).sort()).toEqual(['Neviens to n', 'mums'])
    await highlight(library, 'tilts.txt', 'Tā teica')
    must(await library.undo())
    must(await library.undo())
    expect(quotesOf(await openAt(library, 'tilts.txt')).sort()).toEqual(['Neviens to n', 'mums'])
  })

  it('is so after the library was opened again, and after its file was moved or changed', async () => {
    const folder = await folderOf(files)
    const first = await open(folder)
    await readAs(first.library, 'tilts.txt', 'windows-1257')
    await first.library.close()
    const again = await open(folder)
    expect(rowAt(again.library, 'tilts.txt').title).toBe('Tilts būs slēgts')
    expect(await textAt(again.library)).toBe(latvian)
    await rename(join(folder, 'tilts.txt'), join(folder, 'bridge.txt'))
    await again.library.refresh()
    await again.library.whenRead()
    expect(await textAt(again.library, 'bridge.txt')).toBe(latvian)
    await put(folder, {
      'bridge.txt': encodeAs(`${latvian}\nNekas nav mainījies.\n`, 'windows-1257'),
    })
    await again.library.refresh()
    await again.library.whenRead()
    expect(await textAt(again.library, 'bridge.txt')).toBe(`${latvian}\nNekas nav mainījies.\n`)
  })

  it('is found by its words, and no more by those that it was misread as', async () => {
    const folder = await folderOf(files)
    const { again, find } = await searched(folder)
    const first = await again()
    expect(await find(first.library, 'title:slēgts')).toEqual([])
    expect(await find(first.library, 'mērs')).toEqual([])
    await readAs(first.library, 'tilts.txt', 'windows-1257')
    expect(await find(first.library, '"slēgts"')).toEqual(['tilts.txt'])
    expect(await find(first.library, 'mērs')).toEqual(['tilts.txt'])
    await first.library.close()
    const second = await again()
    expect(await find(second.library, '"mērs"')).toEqual(['tilts.txt'])
    await readAs(second.library, 'tilts.txt', 'koi8-r')
    expect(await find(second.library, '"mērs"')).toEqual([])
    must(await second.library.undo())
    expect(await find(second.library, '"mērs"')).toEqual(['tilts.txt'])
  })

  it('is known to be so where another machine chose it while the library was closed here', async () => {
    const folder = await folderOf(files)
    const { again, find } = await searched(folder)
    const first = await again()
    expect(await find(first.library, 'ferry')).toEqual(['plain.txt'])
    await first.library.close()
    // With an index of its own.
    const other = await open(folder, { machine: 'other' })
    await readAs(other.library, 'tilts.txt', 'windows-1257')
    await other.library.close()
    const second = await again()
    expect(rowAt(second.library, 'tilts.txt').title).toBe('Tilts būs slēgts')
    expect(await find(second.library, '"mērs"')).toEqual(['tilts.txt'])
    expect(await textAt(second.library)).toBe(latvian)
  })

  it('is read so with its copies, and the latest choice holds', async () => {
    const { library } = await open(await folderOf({ ...files, 'copy.txt': bytes }))
    await readAs(library, 'tilts.txt', 'windows-1257')
    expect(await textAt(library, 'copy.txt')).toBe(latvian)
    await readAs(library, 'copy.txt', 'windows-1250')
    expect(await textAt(library, 'tilts.txt')).toBe(await textAt(library, 'copy.txt'))
    expect(rowAt(library, 'tilts.txt').title).toBe(rowAt(library, 'copy.txt').title)
  })

  it('goes out with the JSON and comes in again', async () => {
    const { library } = await open(await folderOf(files))
    await readAs(library, 'tilts.txt', 'windows-1257')
    await highlight(library, 'tilts.txt', 'slēgts')
    const out = must(
      await buildExport(library, { format: 'json', article: null, empty: false }, deps),
    )
    expect(JSON.parse(out.text).encodings).toMatchObject([{ encoding: 'windows-1257' }])
    const copy = await open(await folderOf(files))
    must(await importJson(copy.library, { text: out.text, name: 'x.json', dryRun: false }))
    expect(await textAt(copy.library)).toBe(latvian)
    expect(quotesOf(await openAt(copy.library, 'tilts.txt'))).toEqual(['slēgts'])
    must(await copy.library.undo())
    expect(await textAt(copy.library)).not.toBe(latvian)
  })

  it('is refused for what is no text, and for what is gone', async () => {
    const folder = await folderOf({ 'a.rtf': '{\\rtf1 Words of a note.}', ...files })
    const { library } = await open(folder)
    const article = idAt(library, 'a.rtf')
    expect(errorOf(await library.readAs({ article, encoding: 'koi8-r' })).code).toBe('unsupported')
    expect(errorOf(await library.encodings(article)).code).toBe('unsupported')
    const gone = idAt(library, 'plain.txt')
    await rm(join(folder, 'plain.txt'))
    await library.refresh()
    expect(errorOf(await library.readAs({ article: gone, encoding: 'koi8-r' })).code).toBe(
      'not-found',
    )
  })
})

it('offers each encoding with the first lines that differ, the one that was found first', async () => {
  const { library } = await open(await folderOf(files))
  const article = idAt(library, 'tilts.txt')
  const offered = must(await library.encodings(article))
  expect(offered.chosen).toBeNull()
  expect(offered.previews[0]?.encoding).toBe(offered.found)
  const mine = offered.previews.find(({ encoding }) => encoding === 'windows-1257')
  expect(mine).toMatchObject({
    words: 'Tilts būs slēgts\nTā teica mērs pirmdien. Neviens to nav prasījis mums.',
    bad: 0,
  })
  expect(offered.previews.find(({ encoding }) => encoding === 'utf-8')?.bad).toBeGreaterThan(0)
  await readAs(library, 'tilts.txt', 'windows-1257')
  expect(must(await library.encodings(article))).toMatchObject({
    chosen: 'windows-1257',
    found: offered.found,
  })
})
