// Opening a folder as a library: locks, read-only folders, and what a kill left behind.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/library.ts'
import {
  bridge,
  clock,
  contentsOf,
  errorOf,
  fileOf,
  folderOf,
  highlight,
  idAt,
  open,
  openAt,
  ownWork,
  places,
  quotesOf,
  tempFolder,
  tempOfTheDead,
} from './support.ts'

const deps = { work: ownWork(), now: clock(), emit: () => undefined, sample: false } as const

describe('opening', () => {
  it('fails for a folder that is not there, and for a file', async () => {
    const folder = await folderOf({ 'a.txt': 'a' })
    const gone = join(folder, 'gone')
    expect(errorOf(await openLibrary(gone, { ...deps, mode: 'write' }))).toMatchObject({
      code: 'not-found',
      path: gone,
    })
    expect(
      errorOf(await openLibrary(join(folder, 'a.txt'), { ...deps, mode: 'write' })),
    ).toMatchObject({ code: 'not-a-folder' })
  })

  it('takes an empty folder', async () => {
    const { library } = await open(await tempFolder())
    expect(library.articles()).toEqual([])
    expect(library.info()).toMatchObject({ readOnly: null, problems: [], sample: false })
    expect(library.history()).toEqual({ undo: null, redo: null })
  })

  it('to look on writes nothing at all and takes no lock', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder, { mode: 'read' })
    const article = idAt(library, 'a.txt')
    const draft = { article, start: 0, end: 3, color: 'red' as const, tags: [], note: '' }
    expect(errorOf(await library.create(draft)).code).toBe('locked')
    await library.close()
    expect(await readdir(folder)).toEqual(['a.txt'])
  })

  it('a second time is read-only, says so, and shows what is there', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const first = await open(folder)
    const { annotation } = await highlight(first.library, 'a.txt', 'cracks')
    const { library } = await open(folder)
    expect(library.info().readOnly).toMatchObject({ code: 'locked' })
    const article = await openAt(library, 'a.txt')
    expect(quotesOf(article)).toEqual(['cracks'])
    expect(article.frozen).toMatchObject({ code: 'locked' })
    // The first one keeps a copy of what it saved, behind its answer.
    const { backups, root } = places(folder)
    await expect.poll(() => readdir(backups)).toEqual([`${article.id}.json`])
    const before = await contentsOf(root)
    const draft = {
      article: article.id,
      start: 0,
      end: 3,
      color: 'red' as const,
      tags: [],
      note: '',
    }
    const refused = [
      await library.create(draft),
      await library.update({ article: article.id, ids: [annotation.id], patch: { note: 'x' } }),
      await library.remove({ article: article.id, ids: [annotation.id] }),
      await library.restore(article.id),
      await library.add('Import', [{ article: article.id, adoptId: null, annotations: [] }]),
    ]
    expect(refused.map((each) => errorOf(each).code)).toEqual(Array(5).fill('locked'))
    await library.close()
    expect(await contentsOf(root)).toEqual(before)
    await highlight(first.library, 'a.txt', 'arches')
  })

  it('where nothing can be written is read-only and says why', async () => {
    const folder = await folderOf({ 'a.txt': bridge, '.parallax': 'a file in the way' })
    const { library } = await open(folder)
    expect(library.info().readOnly).not.toBeNull()
    expect((await openAt(library, 'a.txt')).text).toContain('cracks')
    await library.close()
    expect(await readFile(join(folder, '.parallax'), 'utf8')).toBe('a file in the way')
  })

  it('sweeps what killed writes left, in every folder of the store', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { annotations, texts, backups, root } = places(folder)
    for (const each of [root, annotations, texts, backups]) {
      await mkdir(each, { recursive: true })
      await writeFile(join(each, tempOfTheDead), 'half')
    }
    await open(folder)
    const left = Object.keys(await contentsOf(root)).filter((path) => path.includes('tmp'))
    expect(left).toEqual([])
  })

  it('goes on after the lock was lost, without saving', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks')
    const before = await fileOf(folder, idAt(library, 'a.txt'))
    await writeFile(places(folder).lock, JSON.stringify({ pid: 1, host: 'x', token: 'theirs' }))
    await expect(highlight(library, 'a.txt', 'arches')).rejects.toThrow('locked')
    expect(library.info().readOnly).toMatchObject({ code: 'locked' })
    expect(await fileOf(folder, idAt(library, 'a.txt'))).toBe(before)
  })
})
