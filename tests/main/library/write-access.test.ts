// A library whose store is removed, is a link, or is held by another, while it is open or opened.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { AppError } from '../../../src/shared/errors.ts'
import {
  bridge,
  contentsOf,
  errorOf,
  fileOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  type Opened,
  open,
  openAt,
  places,
  quotesOf,
  tempFolder,
} from './support.ts'

const noticesOf = ({ told }: Opened): AppError[] =>
  told.flatMap(({ event, data }) => (event === 'notice' ? [data as AppError] : []))

/** A library with a highlight, a story, a verdictless second article, and a file shown split. */
async function filled(): Promise<Opened & { readonly folder: string }> {
  const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
  const opened = await open(folder)
  await highlight(opened.library, 'a.txt', 'cracks', { note: 'kept in memory' })
  const articles = ['a.txt', 'b.txt'].map((path) => idAt(opened.library, path))
  must(await opened.library.saveStory({ id: null, name: 'Bridges', articles }))
  return { ...opened, folder }
}

/** As a file manager does: out of the way at once, whatever is being written. */
const removeStore = async (folder: string): Promise<void> =>
  rename(places(folder).root, join(await tempFolder(), 'trash'))

describe('a store that is removed while the library is open', () => {
  it('is made again by the next change, which is saved, and all that was in memory with it', async () => {
    const opened = await filled()
    const { folder, library } = opened
    await removeStore(folder)
    await highlight(library, 'b.txt', 'unfair')
    expect(library.info().readOnly).toBeNull()
    await library.close()
    expect(noticesOf(opened)).toMatchObject([{ code: 'changed', path: places(folder).root }])
    expect(noticesOf(opened)[0]?.message).toContain('was removed')

    const again = await open(folder)
    expect(again.library.info().readOnly).toBeNull()
    const article = await openAt(again.library, 'a.txt')
    expect(article.resolved.map(({ annotation }) => annotation.note)).toEqual(['kept in memory'])
    expect(quotesOf(await openAt(again.library, 'b.txt'))).toEqual(['unfair'])
    expect(again.library.stories().map(({ name }) => name)).toEqual(['Bridges'])
    expect((await readdir(places(folder).texts)).length).toBeGreaterThan(0)
  })

  it('is made again when the library is closed, though nothing was changed', async () => {
    const opened = await filled()
    await removeStore(opened.folder)
    await opened.library.close()
    const { library } = await open(opened.folder)
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['cracks'])
    expect(library.stories().length).toBe(1)
  })

  it('is noticed though nobody writes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const opened = await filled()
      await removeStore(opened.folder)
      vi.advanceTimersByTime(10_000)
      await vi.waitFor(() => expect(noticesOf(opened).length).toBe(1))
      expect(await fileOf(opened.folder, idAt(opened.library, 'a.txt'))).toContain('kept in memory')
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not made where the library itself was moved away, and its place stays empty', async () => {
    const opened = await filled()
    const { folder, library } = opened
    const moved = `${folder}-moved`
    await rename(folder, moved)
    const id = idAt(library, 'b.txt')
    const draft = { article: id, start: 0, end: 7, color: 'red' as const, tags: [], note: '' }
    const error = errorOf(await library.create(draft))
    expect(error.message).not.toContain('Another Parallax')
    expect(library.info().readOnly?.message).toContain('is not there any more')
    expect(existsSync(folder)).toBe(false)
    // Put back, it goes on.
    await rename(moved, folder)
    must(await library.create(draft))
    await library.close()
    expect((await open(folder)).library.info().readOnly).toBeNull()
  })

  it('is not made, either, when the library is closed after it was moved away', async () => {
    const { folder, library } = await filled()
    await rename(folder, `${folder}-moved`)
    await library.close()
    expect(existsSync(folder)).toBe(false)
    await rename(`${folder}-moved`, folder)
    expect((await open(folder)).library.info().readOnly).toBeNull()
  })

  it('that another Parallax began anew meanwhile is left to that one', async () => {
    const { folder, library } = await filled()
    await removeStore(folder)
    const other = await open(folder)
    expect(other.library.info().readOnly).toBeNull()
    await expect(highlight(library, 'b.txt', 'unfair')).rejects.toThrow('locked')
    await library.close()
    await highlight(other.library, 'b.txt', 'unfair')
  })

  it('that only lost its lock file is not told of: nothing was lost', async () => {
    const opened = await filled()
    await rm(places(opened.folder).lock)
    await highlight(opened.library, 'b.txt', 'unfair')
    await opened.library.close()
    expect(noticesOf(opened)).toEqual([])
  })
})

describe('a folder of the store that is a link', () => {
  it.each(['root', 'annotations', 'texts', 'backups'] as const)(
    '(%s) is read and not written through, and the library says why',
    async (part) => {
      const { folder, library } = await filled()
      await library.close()
      const path = places(folder)[part]
      const elsewhere = join(await tempFolder(), 'elsewhere')
      await rename(path, elsewhere)
      await symlink(elsewhere, path)
      const before = await contentsOf(elsewhere)
      const again = await open(folder)
      const { readOnly } = again.library.info()
      expect(readOnly).toMatchObject({ code: 'unsupported', path })
      expect(readOnly?.message).toContain(elsewhere)
      expect(readOnly?.advice).toContain('on purpose')
      expect(quotesOf(await openAt(again.library, 'a.txt'))).toEqual(['cracks'])
      await expect(highlight(again.library, 'b.txt', 'unfair')).rejects.toThrow('link')
      await again.library.close()
      expect(await contentsOf(elsewhere)).toEqual(before)
    },
  )

  it('is noticed, too, when it takes the place of the folder while the library is open', async () => {
    const { folder, library } = await filled()
    const { annotations } = places(folder)
    const elsewhere = await tempFolder()
    await rename(annotations, join(await tempFolder(), 'trash'))
    await symlink(elsewhere, annotations)
    await expect(highlight(library, 'b.txt', 'unfair')).rejects.toThrow('link')
    expect(await readdir(elsewhere)).toEqual([])
    await rm(annotations)
    await highlight(library, 'b.txt', 'unfair')
  })
})

describe.runIf(process.platform !== 'win32')('what is no file in the place of one', () => {
  it('is told of every file of the store, and keeps nobody waiting', async () => {
    const { folder, library } = await filled()
    const id = idAt(library, 'a.txt')
    await library.close()
    const { cache, annotationFile, backupFile, libraryFile, libraryBackup, lock } = places(folder)
    const lists = ['splits', 'stories', 'verdicts']
    const files = [
      annotationFile(id),
      backupFile(id),
      cache,
      ...lists.flatMap((name) => [libraryFile(name), libraryBackup(name)]),
    ]
    for (const path of files) {
      await rm(path, { force: true })
      execFileSync('mkfifo', [path])
    }
    const again = await open(folder)
    const { problems, readOnly } = again.library.info()
    expect(readOnly).toBeNull()
    expect(problems.map(({ message }) => message).sort()).toEqual(
      [annotationFile(id), ...lists.map(libraryFile)]
        .map(
          (path) =>
            `“${path.split('/').at(-1)}” is a named pipe, not a file, so it was not opened.`,
        )
        .sort(),
    )
    await highlight(again.library, 'b.txt', 'unfair')
    await expect(highlight(again.library, 'a.txt', 'arches')).rejects.toThrow('named pipe')
    await again.library.close()
    execFileSync('mkfifo', [lock])
    expect((await open(folder)).library.info().readOnly?.message).toContain('is a named pipe')
  })
})

describe('a library that another has', () => {
  it('can be changed as soon as the other lets go, without being opened again', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const first = await open(folder)
    const gained = vi.fn()
    const second = await open(folder, { gained, lookEvery: 5 })
    expect(second.library.info().readOnly).toMatchObject({ code: 'locked' })
    await highlight(first.library, 'a.txt', 'cracks')
    await first.library.close()
    await vi.waitFor(() => expect(gained).toHaveBeenCalledTimes(1))
    expect(second.library.info().readOnly).toBeNull()
    const article = await openAt(second.library, 'a.txt')
    expect([quotesOf(article), article.frozen]).toEqual([['cracks'], null])
    await highlight(second.library, 'a.txt', 'arches')
  })

  it('is not taken after it was closed', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const first = await open(folder)
    const second = await open(folder, { lookEvery: 5 })
    await second.library.close()
    await first.library.close()
    await new Promise((done) => setTimeout(done, 30))
    expect(existsSync(places(folder).lock)).toBe(false)
  })

  it('is opened for reading at once where the other may live on another machine', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    await mkdir(places(folder).root)
    const owner = { pid: 1, host: `not-${hostname()}`, token: 'far' }
    await writeFile(places(folder).lock, JSON.stringify(owner))
    await utimes(places(folder).lock, 1, 1)
    const { library } = await open(folder, { lookEvery: 1 })
    expect(library.info().readOnly).toMatchObject({ code: 'locked' })
    await vi.waitFor(() => expect(library.info().readOnly).toBeNull())
    await highlight(library, 'a.txt', 'cracks')
  })
})
