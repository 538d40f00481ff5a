// A library that was read before is shown before its folder was looked at; what is new is told then.
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../src/main/library.ts'
import type { ArticleSummary } from '../../../src/shared/model/library.ts'
import { slowFolder } from './slow-folder.ts'
import {
  bridge,
  clock,
  dataDirOf,
  errorOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  indexOf,
  must,
  open,
  ownWork,
  quotesOf,
  type Told,
} from './support.ts'

/** As the window opens it, without waiting for anything. */
async function openAtOnce(folder: string, patience = 600_000, signal?: AbortSignal) {
  const told: Told[] = []
  const work = ownWork()
  const opened = await openLibrary(folder, {
    work,
    now: clock(),
    emit: (event, data) => void told.push({ event, data }),
    mode: 'write',
    sample: false,
    index: indexOf(folder),
    patience,
    ...(signal && { signal }),
  })
  if (opened.ok) onTestFinished(() => opened.value.close())
  return { opened, told, work }
}

const changedIn = (told: readonly Told[]): ArticleSummary[] =>
  told.flatMap(({ event, data }) =>
    event === 'library-changed' ? (data as { changed: ArticleSummary[] }).changed : [],
  )

describe('a library that was read before', () => {
  it('is shown as it was before its folder was looked at, and what is new is told', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour, 'c.txt': 'gone soon' })
    const first = await open(folder)
    const rows = first.library.articles()
    const gone = idAt(first.library, 'c.txt')
    const id = idAt(first.library, 'b.txt')
    await first.library.close()
    await writeFile(join(folder, 'b.txt'), `Corrected: ${harbour}`)
    await writeFile(join(folder, 'd.txt'), 'new')
    await rm(join(folder, 'c.txt'))

    const letGo = slowFolder(folder)
    const { opened, told, work } = await openAtOnce(folder)
    const library = must(opened)
    expect(library.articles()).toEqual(rows)
    expect(told).toEqual([])
    letGo()
    await library.whenRead()
    expect(library.articles().map(({ path }) => path)).toEqual(['a.txt', 'b.txt', 'd.txt'])
    expect(idAt(library, 'b.txt')).toBe(id)
    expect(told.flatMap(({ data }) => (data as { removed?: string[] }).removed ?? [])).toEqual([
      gone,
    ])
    expect(new Set(changedIn(told).map(({ path }) => path))).toEqual(new Set(['b.txt', 'd.txt']))
    expect(changedIn(told).map(({ title }) => title)).toContain('Corrected: Harbour dues rise')
    expect(work.reads).toHaveLength(2)
  })

  it('opens an article as it is on disk, and keeps what is made on it', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks were found')
    const id = idAt(first.library, 'a.txt')
    await first.library.close()
    await writeFile(join(folder, 'a.txt'), `Late news first.\n\n${bridge}`)

    const letGo = slowFolder(folder)
    const library = must((await openAtOnce(folder)).opened)
    const article = must(await library.open(id))
    expect(article.text.startsWith('Late news first.')).toBe(true)
    expect(quotesOf(article)).toEqual(['cracks were found'])
    await highlight(library, 'a.txt', 'Quay Street')
    letGo()
    await library.whenRead()
    expect(idAt(library, 'a.txt')).toBe(id)
    expect(library.articles().find((row) => row.id === id)?.annotations).toBe(2)
  })

  it('is left without waiting for the look', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    const ids = first.library.articles().map(({ id }) => id)
    await first.library.close()
    const letGo = slowFolder(folder)
    const library = must((await openAtOnce(folder)).opened)
    const closed = library.close()
    letGo()
    await closed
    const again = await open(folder)
    expect(again.library.articles().map(({ id }) => id)).toEqual(ids)
    expect(again.work.reads).toEqual([])
  })
})

describe('an article that is opened before the folder was looked at', () => {
  it('is opened though the index knows nothing of it, and is not said to be gone', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks')
    const annotated = idAt(first.library, 'a.txt')
    const inStory = idAt(first.library, 'b.txt')
    must(await first.library.saveStory({ id: null, name: 'Quays', articles: [inStory] }))
    await first.library.close()
    await rm(dataDirOf(folder), { recursive: true, force: true })

    const letGo = slowFolder(folder)
    const { opened, told } = await openAtOnce(folder, 1)
    const library = must(opened)
    const articles = [annotated, inStory]
    expect(library.rowsGet({ articles }).rows).toMatchObject([
      { id: annotated, path: 'a.txt', state: 'unread', problem: null, annotations: 1 },
      { id: inStory, path: 'b.txt', state: 'unread', problem: null },
    ])
    const opening = articles.map((id) => library.open(id))
    letGo()
    const [one, other] = await Promise.all(opening)
    expect(one?.ok && quotesOf(one.value)).toEqual(['cracks'])
    expect(other?.ok && other.value.problem).toBeNull()
    await library.whenRead()
    expect(JSON.stringify(told)).not.toContain('not in the library any more')
  })

  it('is found where it was moved to while the library was closed', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const first = await open(folder)
    const id = idAt(first.library, 'a.txt')
    await first.library.close()
    await rename(join(folder, 'a.txt'), join(folder, 'moved.txt'))
    const letGo = slowFolder(folder)
    const library = must((await openAtOnce(folder)).opened)
    const opening = library.open(id)
    letGo()
    expect(must(await opening).path).toBe('moved.txt')
  })

  it('is said to be gone when it is, and only then', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks')
    const id = idAt(first.library, 'a.txt')
    await first.library.close()
    await rm(join(folder, 'a.txt'))
    await rm(dataDirOf(folder), { recursive: true, force: true })
    const letGo = slowFolder(folder)
    const library = must((await openAtOnce(folder, 1)).opened)
    expect(library.articles()).toEqual([])
    const opening = library.open(id)
    letGo()
    expect(must(await opening).problem?.message).toContain('not in the library any more')
    expect(library.articles().map(({ state }) => state)).toContain('missing')
    const nobody = errorOf(await library.open('f'.repeat(16)))
    expect(nobody.message).toBe('This article is not in the library any more.')
  })
})

describe('a library of which nothing is known', () => {
  it('is shown when its files are known', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { opened, told } = await openAtOnce(folder)
    expect(must(opened).articles()).toHaveLength(1)
    expect(changedIn(told)).toEqual([])
  })

  it('is shown empty when that takes long, and its files are told', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const letGo = slowFolder(folder)
    const { opened, told } = await openAtOnce(folder, 1)
    const library = must(opened)
    expect(library.articles()).toEqual([])
    letGo()
    await library.whenRead()
    expect(library.articles().map(({ state }) => state)).toEqual(['ready', 'ready'])
    expect(new Set(changedIn(told).map(({ path }) => path))).toEqual(new Set(['a.txt', 'b.txt']))
  })

  it('is not opened when nobody wants it any more', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const letGo = slowFolder(folder)
    const ending = new AbortController()
    const opening = openAtOnce(folder, 600_000, ending.signal)
    ending.abort()
    letGo()
    expect(errorOf((await opening).opened).code).toBe('stopped')
  })
})
