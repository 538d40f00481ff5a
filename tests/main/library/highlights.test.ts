// Highlights and notes: made, changed, deleted, undone, and found again whatever happens to the files.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countWords } from '../../../src/shared/text/words.ts'
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
  open,
  openAt,
  places,
  put,
  quotesOf,
  reopenWithoutIndex,
  rowAt,
} from './support.ts'

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
    expect(await again.library.tags()).toEqual([
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

  it('are made in several articles at once as one step, or none of them is', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library } = await open(folder)
    const drafts = ['a.txt', 'b.txt'].map((path) => ({
      ...{ article: idAt(library, path), start: 0, end: 12 },
      ...{ color: 'red' as const, tags: ['both'], note: '' },
    }))
    const beyond = drafts.map((draft) => ({ ...draft, end: 100_000 })).slice(1)
    expect(errorOf(await library.createMany([...drafts, ...beyond])).code).toBe('bad-argument')
    expect(await library.tags()).toEqual([])
    must(await library.createMany(drafts))
    expect(await library.tags()).toEqual([{ name: 'both', count: 2 }])
    expect(library.history().undo).toBe('Highlight 2 passages')
    must(await library.undo())
    expect(await library.tags()).toEqual([])
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
      annotations: [{ key: annotation.id, deleted: expect.any(String) }],
    })
    expect(must(await library.undo())).toEqual({
      undo: 'Highlight',
      redo: 'Delete highlight',
      said: null,
    })
    // The same to the letter, but that this is its latest state now.
    const timeless = (json: string) => json.replace(/"set":\{[^}]*\}/g, '')
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
      // Its words and its sentence are the same: what was put in above moves no passage.
      expect(article.resolved[0]?.anchor.state).toBe('anchored')
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
      // As when it was there: the header shows the headline, and how long the text is.
      expect(gone.blocks.map(({ role }) => role ?? '')).toEqual(['title', '', ''])
      expect(gone.words).toBe(countWords(gone.text))
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
    const again = await reopenWithoutIndex(folder, library)
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
