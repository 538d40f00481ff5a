// What an open library knows of its files: read once, read again when they change.
import { access, mkdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { maxFileSize } from '../../../src/main/core/shelf/shelf.ts'
import {
  bridge,
  errorOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  ownWork,
  places,
  put,
  quotesOf,
  reopenWithoutIndex,
  rowAt,
} from './support.ts'

/** As where there is no SQLite. */
const withoutIndex = { index: undefined }

const names = (paths: readonly string[]): string[] => paths.map((path) => basename(path)).sort()

describe('a library’s files', () => {
  it('are read in the background and shown as rows, in the order of their paths', async () => {
    const folder = await folderOf({
      'b.txt': bridge,
      'sub/a.txt': harbour,
      '10.txt': 'x',
      '9.txt': 'y',
    })
    const { library, told } = await open(folder)
    expect(library.articles().map(({ path }) => path)).toEqual([
      '9.txt',
      '10.txt',
      'b.txt',
      'sub/a.txt',
    ])
    expect(rowAt(library, 'b.txt')).toMatchObject({
      ...{ title: 'The bridge is shut', state: 'ready', format: 'text', problem: null },
      ...{ annotations: 0, notes: 0 },
    })
    expect(told.at(-1)).toEqual({ event: 'library-progress', data: { done: 4, total: 4 } })
  })

  it('are told as they are when one that was changed is opened before a look', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library, told } = await open(folder)
    await writeFile(join(folder, 'a.txt'), `Corrected: ${bridge}`)
    told.length = 0
    await openAt(library, 'a.txt')
    await openAt(library, 'a.txt')
    await library.refresh(false)
    expect(told).toMatchObject([
      {
        event: 'library-changed',
        data: { changed: [{ title: 'Corrected: The bridge is shut' }], removed: [] },
      },
    ])
  })

  it('are not read again by the next start when they are as they were', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    const rows = first.library.articles()
    await first.library.close()
    const second = await open(folder)
    expect(second.work.reads).toEqual([])
    expect(second.library.articles()).toEqual(rows)
  })

  it('are read again, and only those, when they changed', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library, work, told } = await open(folder)
    work.reads.length = 0
    told.length = 0
    await put(folder, { 'b.txt': `Corrected: ${harbour}`, 'c.txt': 'new' })
    const id = idAt(library, 'b.txt')
    await library.refresh()
    await library.whenRead()
    expect(names(work.reads)).toEqual(['b.txt', 'c.txt'])
    expect(rowAt(library, 'b.txt')).toMatchObject({ id, title: 'Corrected: Harbour dues rise' })
    expect(told.map(({ event }) => event)).toContain('library-changed')
  })

  it('are not read again when only their time changed', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library, work } = await open(folder)
    work.reads.length = 0
    await utimes(join(folder, 'a.txt'), new Date(0), new Date(0))
    await library.refresh()
    await library.whenRead()
    expect(work.reads).toEqual([])
    expect(rowAt(library, 'a.txt').title).toBe('The bridge is shut')
  })

  it('are not read again when they were moved', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library, work } = await open(folder)
    const id = idAt(library, 'a.txt')
    work.reads.length = 0
    await mkdir(join(folder, 'sub'))
    await rename(join(folder, 'a.txt'), join(folder, 'sub/z.txt'))
    await library.refresh()
    await library.whenRead()
    expect(work.reads).toEqual([])
    expect(rowAt(library, 'sub/z.txt')).toMatchObject({ id, title: 'The bridge is shut' })
  })

  it('are all read again when the index is gone, under the same ids', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'copy.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'copy.txt', 'Quay Street')
    const rows = first.library.articles()
    const second = await reopenWithoutIndex(folder, first.library)
    expect(names(second.work.reads)).toEqual(['a.txt', 'b.txt', 'copy.txt'])
    expect(second.library.articles()).toEqual(rows)
    expect(second.library.info().problems).toEqual([])
  })

  it('are all read again where there is no index, under the same ids', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'copy.txt': bridge, 'b.txt': harbour })
    const first = await open(folder, withoutIndex)
    await highlight(first.library, 'copy.txt', 'Quay Street')
    const rows = first.library.articles()
    await first.library.close()
    const second = await open(folder, withoutIndex)
    expect(names(second.work.reads)).toEqual(['a.txt', 'b.txt', 'copy.txt'])
    expect(second.library.articles()).toEqual(rows)
  })

  it('vanish from the rows when they are gone and nothing was written on them', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library, told } = await open(folder)
    const id = idAt(library, 'a.txt')
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    expect(library.articles().map(({ path }) => path)).toEqual(['b.txt'])
    expect(told.at(-1)).toMatchObject({ event: 'library-changed', data: { removed: [id] } })
    expect(errorOf(await library.open(id))).toMatchObject({ code: 'not-found' })
  })

  it('are one row each, also when one is put where another was that is gone', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    const id = idAt(library, 'a.txt')
    await rm(join(folder, 'a.txt'))
    await library.put({ name: 'a.txt', source: Buffer.from(`Anew: ${harbour}`) })
    expect(library.articles().map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
    expect(rowAt(library, 'a.txt')).toMatchObject({ id, title: 'Anew: Harbour dues rise' })
    await library.refresh()
    await library.whenRead()
    expect(library.articles().map(({ path }) => path)).toEqual(['a.txt', 'b.txt'])
  })

  it('are one row each, also when one is given another id while it is being read', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    let letGo = (): void => undefined
    const held = new Promise<void>((done) => {
      letGo = done
    })
    const own = ownWork()
    const { library } = await open(folder, {
      work: {
        ...own,
        async readArticle(path, part, order) {
          if (path.endsWith('b.txt')) await held
          return own.readArticle(path, part, order)
        },
      },
    })
    await put(folder, { 'b.txt': harbour })
    await library.refresh()
    const adoptId = 'f'.repeat(16)
    const article = idAt(library, 'b.txt')
    must(await library.add('Import', [{ article, adoptId, annotations: [] }]))
    letGo()
    await library.whenRead()
    expect(library.articles().map(({ id, path }) => [path, id])).toEqual([
      ['a.txt', idAt(library, 'a.txt')],
      ['b.txt', adoptId],
    ])
    expect(rowAt(library, 'b.txt').state).toBe('ready')
  })

  it('may all vanish and come back', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const id = idAt(library, 'a.txt')
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    expect(library.articles()).toEqual([])
    await put(folder, { 'a.txt': bridge })
    await library.refresh()
    expect(idAt(library, 'a.txt')).toBe(id)
  })

  it('that cannot be read are rows that say why, and the others can be read', async () => {
    const folder = await folderOf({
      'empty.txt': '',
      'blank.txt': '  \n\n ',
      'binary.txt': Uint8Array.from({ length: 600 }, (_, n) => (n * 7) % 256),
      'a.txt': bridge,
    })
    await writeFile(join(folder, 'huge.txt'), '')
    await truncate(join(folder, 'huge.txt'), 200 * 1024 * 1024)
    const { library } = await open(folder)
    const problem = (path: string) => rowAt(library, path).problem
    expect(problem('a.txt')).toBeNull()
    for (const [path, code] of [
      ['empty.txt', 'empty-file'],
      ['blank.txt', 'empty-file'],
      ['binary.txt', 'not-text'],
      ['huge.txt', 'too-large'],
    ] as const) {
      expect(rowAt(library, path).state).toBe('unreadable')
      expect(problem(path)).toMatchObject({ code })
      expect(problem(path)?.message, path).toContain(path)
      expect(problem(path)?.advice).not.toBe('')
      expect(errorOf(await library.open(idAt(library, path)))).toMatchObject({ code })
    }
    expect(maxFileSize).toBeLessThan(200 * 1024 * 1024)
  })

  it('that can be read at last keep their id', async () => {
    const folder = await folderOf({ 'a.txt': '' })
    const { library } = await open(folder)
    const id = idAt(library, 'a.txt')
    await put(folder, { 'a.txt': bridge })
    await library.refresh()
    await library.whenRead()
    expect(rowAt(library, 'a.txt')).toMatchObject({
      id,
      state: 'ready',
      title: 'The bridge is shut',
    })
  })

  it('never lend their id to a new file that cannot be read', async () => {
    const folder = await folderOf({})
    await writeFile(join(folder, 'a.txt'), '')
    await truncate(join(folder, 'a.txt'), 60 * 1024 * 1024)
    const { library } = await open(folder)
    // Too large to be hashed, so known by its path; then repaired, highlighted and moved.
    await writeFile(join(folder, 'a.txt'), bridge)
    await library.refresh()
    await library.whenRead()
    await highlight(library, 'a.txt', 'cracks')
    await rename(join(folder, 'a.txt'), join(folder, 'moved.txt'))
    await writeFile(join(folder, 'a.txt'), '')
    await truncate(join(folder, 'a.txt'), 60 * 1024 * 1024)
    await library.refresh()
    await library.whenRead()
    expect(rowAt(library, 'moved.txt').annotations).toBe(1)
    expect(rowAt(library, 'a.txt').annotations).toBe(0)
  })

  it('are opened as they are this moment, even before the folder is looked at again', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks were found')
    await put(folder, { 'a.txt': `Late news first.\n\n${bridge}` })
    const article = await openAt(library, 'a.txt')
    expect(article.text.startsWith('Late news first.')).toBe(true)
    expect(quotesOf(article)).toEqual(['cracks were found'])
  })

  it('may come and go while they are read', async () => {
    const folder = await folderOf(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `Article ${n}\n\n${bridge}`]),
      ),
    )
    const { library } = await open(folder)
    const refreshed = library.refresh()
    await Promise.all([rm(join(folder, '7.txt')), put(folder, { 'new.txt': harbour })])
    await refreshed
    await library.refresh()
    await library.whenRead()
    expect(library.articles().length).toBe(60)
    expect(library.articles().every(({ words }) => words > 0)).toBe(true)
  })

  it('are never written to', async () => {
    const folder = await folderOf({ 'a.txt': `\ufeff${bridge.replaceAll('\n', '\r\n')}` })
    const before = await readFile(join(folder, 'a.txt'))
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks were found')
    await library.close()
    expect(await readFile(join(folder, 'a.txt'))).toEqual(before)
    await access(places(folder).root)
  })
})
