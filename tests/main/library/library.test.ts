// A library from opening to closing: what is made, changed, undone, moved and lost.
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openLibrary } from '../../../src/main/library/library.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
import {
  bridge,
  clock,
  contentsOf,
  errorOf,
  fileOf,
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
  reopenWithoutCache,
  rowAt,
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
    const before = await contentsOf(places(folder).root)
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
    expect(await contentsOf(places(folder).root)).toEqual(before)
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

describe('highlights', () => {
  it('are saved before they are shown, and are there after a restart', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library, told } = await open(folder)
    const made = await highlight(library, 'a.txt', 'cracks were found', {
      note: 'which arches?',
      tags: ['bridge/damage', 'bridge/damage', 'ask'],
    })
    expect(made.anchor).toMatchObject({ state: 'anchored', score: 1 })
    expect(made.annotation).toMatchObject({
      ...{ color: 'green', note: 'which arches?', tags: ['bridge/damage', 'ask'] },
      target: { exact: 'cracks were found', suffix: ' in two of its arches.\n\nThe coun' },
    })
    expect(rowAt(library, 'a.txt')).toMatchObject({ annotations: 1, notes: 1 })
    expect(told.map(({ event }) => event)).toContain('annotations-changed')
    await library.close()
    const again = await open(folder)
    expect((await openAt(again.library, 'a.txt')).resolved).toEqual([made])
    expect(again.library.tags()).toEqual([
      { name: 'ask', count: 1 },
      { name: 'bridge/damage', count: 1 },
    ])
  })

  it.each([
    ['nothing', 5, 5],
    ['backwards', 9, 5],
    ['beyond the end', 0, 100_000],
    ['white space alone', 18, 20],
  ])('are not made of %s', async (_, start, end) => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const article = idAt(library, 'a.txt')
    const made = await library.create({ article, start, end, color: 'red', tags: [], note: '' })
    expect(errorOf(made).code).toBe('bad-argument')
    expect(library.history().undo).toBeNull()
  })

  it('are not made of a control character that only looks like white space', async () => {
    const folder = await folderOf({ 'a.txt': 'Words before \u0085 and words after it.\n' })
    const { library } = await open(folder)
    const { id, text } = await openAt(library, 'a.txt')
    const start = text.indexOf('\u0085')
    if (start < 0) return
    const draft = { article: id, start, end: start + 1, color: 'red' as const, tags: [], note: '' }
    expect(errorOf(await library.create(draft)).code).toBe('bad-argument')
  })

  it('change in colour, tags, note and place, each as a step', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks')
    const { id: article, text } = await openAt(library, 'a.txt')
    const ids = [annotation.id]
    const start = text.indexOf('repair')
    for (const [patch, label] of [
      [{ color: 'blue' }, 'Change colour'],
      [{ tags: ['x'] }, 'Change tags'],
      [{ note: 'y' }, 'Edit note'],
      [{ range: { start, end: start + 6 } }, 'Attach highlight'],
    ] as const) {
      must(await library.update({ article, ids, patch: patch as never }))
      expect(library.history().undo).toBe(label)
    }
    const [resolved] = (await openAt(library, 'a.txt')).resolved
    expect(resolved?.annotation).toMatchObject({ color: 'blue', tags: ['x'], note: 'y' })
    expect(resolved?.annotation.target.exact).toBe('repair')
    expect(resolved?.annotation.created).toBe(annotation.created)
    expect(Date.parse(resolved?.annotation.modified ?? '')).toBeGreaterThan(
      Date.parse(annotation.modified),
    )
  })

  it('stay as they are when the change is none', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks', { note: 'n' })
    const article = idAt(library, 'a.txt')
    const before = await fileOf(folder, article)
    const ids = [annotation.id]
    const same = must(await library.update({ article, ids, patch: { note: 'n', color: 'green' } }))
    expect(same).toEqual([annotation])
    expect(await fileOf(folder, article)).toBe(before)
    expect(library.history().undo).toBe('Highlight')
  })

  it('that are not there any more are told, and nothing is changed', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks')
    const article = idAt(library, 'a.txt')
    const ids = [annotation.id, '00000000-0000-4000-8000-000000000000']
    expect(errorOf(await library.remove({ article, ids })).code).toBe('not-found')
    expect(errorOf(await library.update({ article, ids, patch: { note: 'x' } })).code).toBe(
      'not-found',
    )
    expect((await openAt(library, 'a.txt')).resolved.length).toBe(1)
  })

  it('leave a tombstone when deleted, which undo takes away again', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks', { note: 'n' })
    const article = idAt(library, 'a.txt')
    const before = await fileOf(folder, article)
    must(await library.remove({ article, ids: [annotation.id] }))
    expect(JSON.parse(await fileOf(folder, article))).toMatchObject({
      annotations: [],
      deleted: [{ id: annotation.id }],
    })
    expect(must(await library.undo())).toEqual({ undo: 'Highlight', redo: 'Delete highlight' })
    // The same to the letter, but that this is its latest state now.
    const timeless = (json: string) => json.replace(/"modified":"[^"]+"/g, '')
    const after = await fileOf(folder, article)
    expect(timeless(after)).toBe(timeless(before))
    expect(after).not.toBe(before)
  })

  it('come and go with undo and redo, the same but for when they were last changed', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    const states: string[] = []
    const annotationsNow = async () =>
      JSON.stringify(
        [(await openAt(library, 'a.txt')).resolved, (await openAt(library, 'b.txt')).resolved],
        (key, value: unknown) => (key === 'modified' ? undefined : value),
      )
    const note = async () => states.push(await annotationsNow())
    await note()
    const first = await highlight(library, 'a.txt', 'cracks')
    await note()
    await highlight(library, 'b.txt', 'unfair')
    await note()
    const article = idAt(library, 'a.txt')
    const ids = [first.annotation.id]
    must(await library.update({ article, ids, patch: { color: 'grey' } }))
    await note()
    must(await library.remove({ article, ids }))
    await note()
    for (const state of states.slice(0, -1).reverse()) {
      must(await library.undo())
      expect(await annotationsNow()).toBe(state)
    }
    expect(must(await library.undo()).undo).toBeNull()
    for (const state of states.slice(1)) {
      must(await library.redo())
      expect(await annotationsNow()).toBe(state)
    }
    expect(must(await library.redo()).redo).toBeNull()
  })

  it('that undo brought back are not deleted by an older state that a sync brings', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks')
    const article = idAt(library, 'a.txt')
    must(await library.remove({ article, ids: [annotation.id] }))
    const deleted = await fileOf(folder, article)
    must(await library.undo())
    await writeFile(places(folder).annotationFile(article), deleted)
    await library.refresh()
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['cracks'])
  })

  it('made at the same moment are all kept', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    const words = ['Engineers', 'closed', 'Quay', 'Street', 'bridge', 'Monday', 'cracks', 'arches']
    await Promise.all([
      ...words.map((word) => highlight(library, 'a.txt', word)),
      highlight(library, 'b.txt', 'unfair'),
    ])
    await library.close()
    const again = await open(folder)
    expect(rowAt(again.library, 'a.txt').annotations).toBe(words.length)
    expect(rowAt(again.library, 'b.txt').annotations).toBe(1)
  })

  it('are not put on other words when the file was changed while it was open', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { id, text, textHash } = await openAt(library, 'a.txt')
    const { annotation } = await highlight(library, 'a.txt', 'arches')
    const start = text.indexOf('cracks')
    const range = { start, end: start + 6, textHash }
    await put(folder, { 'a.txt': `A line that was not there.\n\n${bridge}` })
    const draft = { article: id, ...range, color: 'green' as const, tags: [], note: '' }
    expect(errorOf(await library.create(draft))).toMatchObject({ code: 'changed' })
    const patch = { article: id, ids: [annotation.id], patch: { range } }
    expect(errorOf(await library.update(patch))).toMatchObject({ code: 'changed' })
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['arches'])
  })

  it('that another program put beside ours meanwhile are not written over', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const there = await folderOf({ 'a.txt': bridge })
    const other = await open(there)
    const { annotation } = await highlight(other.library, 'a.txt', 'arches')
    const { library } = await open(folder)
    const id = idAt(library, 'a.txt')
    // As a sync of the folder does while the library is open.
    await mkdir(places(folder).annotations, { recursive: true })
    await writeFile(places(folder).annotationFile(id), await fileOf(there, id))
    await highlight(library, 'a.txt', 'cracks').catch(() => undefined)
    const kept = Object.values(await contentsOf(places(folder).root)).join('\n')
    expect(kept).toContain(annotation.id)
  })
})

describe('highlights outlive', () => {
  const lived = async (change: (folder: string) => Promise<void>, reopen = true) => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks were found')
    const id = idAt(first.library, 'a.txt')
    if (!reopen) {
      await change(folder)
      await first.library.refresh()
      await first.library.whenRead()
      return { folder, id, library: first.library }
    }
    await first.library.close()
    await change(folder)
    const { library } = await open(folder)
    return { folder, id, library }
  }

  describe.each([
    ['while Parallax was closed', true],
    ['while Parallax is open', false],
  ])('%s', (_, reopen) => {
    it('a move of the file', async () => {
      const { id, library } = await lived(async (folder) => {
        await mkdir(join(folder, 'archive'))
        await rename(join(folder, 'a.txt'), join(folder, 'archive', 'a.txt'))
      }, reopen)
      expect(idAt(library, 'archive/a.txt')).toBe(id)
      expect(quotesOf(await openAt(library, 'archive/a.txt'))).toEqual(['cracks were found'])
    })

    it('a new name and a swap of names', async () => {
      const { id, library } = await lived(async (folder) => {
        await rename(join(folder, 'a.txt'), join(folder, 'tmp.txt'))
        await rename(join(folder, 'b.txt'), join(folder, 'a.txt'))
        await rename(join(folder, 'tmp.txt'), join(folder, 'b.txt'))
      }, reopen)
      expect(idAt(library, 'b.txt')).toBe(id)
      expect(rowAt(library, 'a.txt').annotations).toBe(0)
    })

    it('a change of the text around and before them', async () => {
      const { id, library } = await lived(
        (folder) =>
          put(folder, { 'a.txt': `Updated at noon.\n\n${bridge.replace('two', 'three')}` }),
        reopen,
      )
      expect(idAt(library, 'a.txt')).toBe(id)
      const article = await openAt(library, 'a.txt')
      expect(quotesOf(article)).toEqual(['cracks were found'])
      expect(article.resolved[0]?.anchor.state).toBe('moved')
    })

    it('the loss of their words, as orphans, and stand again when the words are back', async () => {
      const { folder, library } = await lived(
        (folder) =>
          put(folder, { 'a.txt': 'Quite another story\n\nAbout a cat that slept all day.\n' }),
        reopen,
      )
      const lost = await openAt(library, 'a.txt')
      expect(lost.resolved[0]?.anchor.state).toBe('orphaned')
      expect(lost.resolved[0]?.annotation.target.exact).toBe('cracks were found')
      await put(folder, { 'a.txt': bridge })
      expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['cracks were found'])
    })

    it('the loss of the file, readable from the kept text, and find it again', async () => {
      const { folder, id, library } = await lived((folder) => rm(join(folder, 'a.txt')), reopen)
      expect(rowAt(library, 'a.txt')).toMatchObject({ id, state: 'missing', annotations: 1 })
      const gone = await openAt(library, 'a.txt')
      expect(gone.text).toContain('Engineers closed')
      expect(quotesOf(gone)).toEqual(['cracks were found'])
      expect(gone.warnings.map(({ code }) => code)).toEqual(['file-gone'])
      await put(folder, { 'elsewhere/back.txt': bridge })
      await library.refresh()
      expect(idAt(library, 'elsewhere/back.txt')).toBe(id)
    })

    it('a copy of the file, which begins without any', async () => {
      const { id, library } = await lived((folder) => put(folder, { '0.txt': bridge }), reopen)
      expect(idAt(library, 'a.txt')).toBe(id)
      expect(rowAt(library, '0.txt').annotations).toBe(0)
    })
  })

  it('the loss of the cache together with a move', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks')
    const id = idAt(library, 'a.txt')
    await rename(join(folder, 'a.txt'), join(folder, 'z.txt'))
    const again = await reopenWithoutCache(folder, library)
    expect(idAt(again.library, 'z.txt')).toBe(id)
  })

  it('edits, and can be edited, while the file is gone', async () => {
    const { library, id, folder } = await lived((folder) => rm(join(folder, 'a.txt')))
    const [resolved] = (await openAt(library, 'a.txt')).resolved
    const ids = [resolved?.annotation.id ?? '']
    must(await library.update({ article: id, ids, patch: { note: 'still here' } }))
    expect(await fileOf(folder, id)).toContain('still here')
    must(await library.remove({ article: id, ids }))
    must(await library.undo())
    expect((await openAt(library, 'a.txt')).resolved[0]?.annotation.note).toBe('still here')
  })
})

describe('a store file that cannot be read', () => {
  const damagedLibrary = async (content: string | null) => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks')
    await highlight(first.library, 'b.txt', 'unfair')
    await first.library.close()
    // The first change of a session keeps a copy of what was there before it.
    const second = await open(folder)
    await highlight(second.library, 'a.txt', 'arches')
    const id = idAt(second.library, 'a.txt')
    await second.library.close()
    const path = places(folder).annotationFile(id)
    if (content !== null) await writeFile(path, content)
    return { folder, id, path }
  }

  it('when damaged freezes its article, is told, and is left as it is', async () => {
    const { folder, id, path } = await damagedLibrary('{"format":"parallax/anno')
    const { library } = await open(folder)
    expect(library.info().problems).toMatchObject([{ code: 'store-damaged', path }])
    const article = await openAt(library, 'a.txt')
    expect(article).toMatchObject({ id, frozen: { code: 'store-damaged', path }, resolved: [] })
    expect(article.text).toContain('cracks')
    await expect(highlight(library, 'a.txt', 'Monday')).rejects.toThrow('store-damaged')
    await highlight(library, 'b.txt', 'Fishermen')
    await library.close()
    expect(await readFile(path, 'utf8')).toBe('{"format":"parallax/anno')
  })

  it('is set aside, not deleted, when the last good copy is restored', async () => {
    const { folder, id, path } = await damagedLibrary('torn {')
    const { library } = await open(folder)
    expect(library.info().problems[0]?.advice).toContain('restore the last good copy')
    const restored = must(await library.restore(id))
    expect(restored.frozen).toBeNull()
    expect(quotesOf(restored)).toEqual(['cracks'])
    const [aside = ''] = await readdir(places(folder).damaged)
    expect(await readFile(join(places(folder).damaged, aside), 'utf8')).toBe('torn {')
    expect(library.info().problems).toEqual([])
    await highlight(library, 'a.txt', 'Monday')
    expect(await readFile(path, 'utf8')).toContain('Monday')
  })

  it('that was mended by hand is taken as it is, and nothing is set aside', async () => {
    const { folder, id, path } = await damagedLibrary(null)
    const good = await readFile(path, 'utf8')
    await writeFile(path, 'torn {')
    const { library } = await open(folder)
    expect((await openAt(library, 'a.txt')).frozen).toMatchObject({ code: 'store-damaged' })
    await writeFile(path, good)
    await library.refresh()
    expect(await openAt(library, 'a.txt')).toMatchObject({ frozen: null })
    // In no order: both were made at the same time of the tests' clock.
    expect(quotesOf(must(await library.restore(id))).sort()).toEqual(['arches', 'cracks'])
    expect(await readFile(path, 'utf8')).toBe(good)
  })

  it('that was torn while the library was open is made whole from memory', async () => {
    const { folder, id, path } = await damagedLibrary(null)
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'Monday')
    await writeFile(path, 'torn {')
    await library.refresh()
    expect((await openAt(library, 'a.txt')).frozen).toMatchObject({ code: 'store-damaged' })
    expect(quotesOf(must(await library.restore(id))).sort()).toEqual(['Monday', 'arches', 'cracks'])
    expect((await readdir(places(folder).damaged)).length).toBe(1)
    expect(await readFile(path, 'utf8')).toContain('Monday')
  })

  it('has a copy from the first save on', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const first = await open(folder)
    await highlight(first.library, 'a.txt', 'cracks')
    const id = idAt(first.library, 'a.txt')
    await first.library.close()
    await writeFile(places(folder).annotationFile(id), 'torn {')
    const { library } = await open(folder)
    expect(quotesOf(must(await library.restore(id)))).toEqual(['cracks'])
  })

  it('is set aside when there is no copy, and the article begins anew', async () => {
    const { folder, id } = await damagedLibrary('torn {')
    await rm(places(folder).backups, { recursive: true })
    const { library } = await open(folder)
    expect(library.info().problems[0]?.advice).toContain('no earlier copy')
    expect(must(await library.restore(id))).toMatchObject({ frozen: null, resolved: [] })
    expect((await readdir(places(folder).damaged)).length).toBe(1)
    await highlight(library, 'a.txt', 'Monday')
  })

  it('when newer is neither changed nor set aside', async () => {
    const newer = '{"format":"parallax/annotations","version":99,"article":{},"all":"new"}'
    const { folder, id, path } = await damagedLibrary(newer)
    const { library } = await open(folder)
    expect((await openAt(library, 'a.txt')).frozen).toMatchObject({ code: 'store-newer', path })
    expect(errorOf(await library.restore(id)).code).toBe('store-newer')
    await expect(highlight(library, 'a.txt', 'Monday')).rejects.toThrow('store-newer')
    expect(await readFile(path, 'utf8')).toBe(newer)
  })

  it('of a name that is not ours is told and left', async () => {
    const { folder } = await damagedLibrary(null)
    const name = 'a.sync-conflict-20260304.json'
    await writeFile(join(places(folder).annotations, name), 'theirs')
    const { library } = await open(folder)
    expect(library.info().problems).toMatchObject([
      { code: 'store-damaged', path: join(places(folder).annotations, name) },
    ])
    expect(await readFile(join(places(folder).annotations, name), 'utf8')).toBe('theirs')
  })

  it('still has a copy after a save whose copy failed at first', async () => {
    const { folder, id } = await damagedLibrary(null)
    await rm(places(folder).backups, { recursive: true })
    const { library } = await open(folder)
    await writeFile(places(folder).backups, 'in the way')
    await expect(highlight(library, 'a.txt', 'Monday')).rejects.toThrow()
    await rm(places(folder).backups)
    await highlight(library, 'a.txt', 'Monday')
    expect(await readdir(places(folder).backups)).toEqual([`${id}.json`])
  })
})

describe('annotations from elsewhere', () => {
  const made = async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library } = await open(folder)
    const { annotation } = await highlight(library, 'a.txt', 'cracks', { note: 'n' })
    return annotation
  }
  const adopted = '00000000000000aa'

  it('are added as one step, under the id the article had there', async () => {
    const annotations: Annotation[] = [await made()]
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library, told } = await open(folder)
    const old = idAt(library, 'a.txt')
    must(await library.add('Import', [{ article: old, adoptId: adopted, annotations }]))
    expect(idAt(library, 'a.txt')).toBe(adopted)
    expect(told.at(-1)).toMatchObject({ event: 'library-changed', data: { removed: [old] } })
    expect(errorOf(await library.open(old)).code).toBe('not-found')
    expect(library.history().undo).toBe('Import')
    await library.close()
    const again = await open(folder)
    expect(rowAt(again.library, 'a.txt')).toMatchObject({ id: adopted, annotations: 1 })
    const without = await reopenWithoutCache(folder, again.library)
    expect(rowAt(without.library, 'a.txt')).toMatchObject({ id: adopted, annotations: 1 })
  })

  it('are taken out again by undo, and the article keeps its new id', async () => {
    const annotations = [await made()]
    const { library } = await open(await folderOf({ 'a.txt': bridge }))
    const article = idAt(library, 'a.txt')
    must(await library.add('Import', [{ article, adoptId: adopted, annotations }]))
    must(await library.undo())
    expect(rowAt(library, 'a.txt')).toMatchObject({ id: adopted, annotations: 0 })
    must(await library.redo())
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['cracks'])
  })

  it('do not hide what was deleted before from undo', async () => {
    const annotations = [await made()]
    const { library } = await open(await folderOf({ 'a.txt': bridge }))
    const mine = await highlight(library, 'a.txt', 'Monday')
    const article = idAt(library, 'a.txt')
    must(await library.remove({ article, ids: [mine.annotation.id] }))
    must(await library.add('Import', [{ article, adoptId: adopted, annotations }]))
    must(await library.undo())
    must(await library.undo())
    await library.refresh()
    expect(library.articles().length).toBe(1)
    expect(quotesOf(await openAt(library, 'a.txt'))).toEqual(['Monday'])
  })
})

describe('a save that fails', () => {
  it('leaves data, history and file as before, names the file, and works again later', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks')
    const id = idAt(library, 'b.txt')
    const { annotations } = places(folder)
    const aside = `${annotations}-aside`
    await rename(annotations, aside)
    await writeFile(annotations, 'in the way')
    const rows = library.articles()
    const draft = { article: id, start: 0, end: 7, color: 'red' as const, tags: [], note: '' }
    const error = errorOf(await library.create(draft))
    expect(error.path).toContain(annotations)
    expect(error.advice).not.toBe('')
    expect(library.articles()).toEqual(rows)
    expect(library.history()).toEqual({ undo: 'Highlight', redo: null })
    await rm(annotations)
    await rename(aside, annotations)
    must(await library.create(draft))
  })

  it('in one article of several takes the others back', async () => {
    const from = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const source = await open(from)
    const [one, two] = [
      await highlight(source.library, 'a.txt', 'cracks'),
      await highlight(source.library, 'b.txt', 'unfair'),
    ]
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    const [a, b] = [idAt(library, 'a.txt'), idAt(library, 'b.txt')]
    await mkdir(join(places(folder).annotationFile(b), 'in the way'), { recursive: true })
    const added = await library.add('Import', [
      { article: a, adoptId: null, annotations: [one.annotation] },
      { article: b, adoptId: null, annotations: [two.annotation] },
    ])
    expect(errorOf(added).path).toBe(places(folder).annotationFile(b))
    expect(rowAt(library, 'a.txt').annotations).toBe(0)
    expect(library.history().undo).toBeNull()
  })

  it('because the disk is full says so, loses nothing, and works when there is room', async (context) => {
    const folder = await tempFolder()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96k', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      context.skip('no small disk can be mounted here')
    }
    onTestFinished(() => void execFileSync('umount', ['-l', folder]))
    await put(folder, { 'a.txt': bridge })
    const { library } = await open(folder)
    await highlight(library, 'a.txt', 'cracks', { note: 'before' })
    const id = idAt(library, 'a.txt')
    const before = await fileOf(folder, id)
    await writeFile(join(folder, 'filler'), Buffer.alloc(1024 * 1024)).catch(() => undefined)
    const draft = { article: id, start: 0, end: 10, color: 'red' as const, tags: [], note: 'after' }
    const error = errorOf(await library.create(draft))
    expect(error.code).toBe('disk-full')
    expect(error.path).toContain(id)
    expect(error.message).toContain('full')
    expect(await fileOf(folder, id)).toBe(before)
    expect((await openAt(library, 'a.txt')).resolved.length).toBe(1)
    await rm(join(folder, 'filler'))
    must(await library.create(draft))
    expect(await fileOf(folder, id)).toContain('after')
    const temps = (await readdir(places(folder).annotations)).filter((name) => name.includes('tmp'))
    expect(temps).toEqual([])
    await library.close()
  })
})
