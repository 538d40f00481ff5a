// Store files that are damaged, newer or strange, and annotations that come from elsewhere.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
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
  places,
  quotesOf,
  reopenWithoutIndex,
  rowAt,
} from './support.ts'

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
    const without = await reopenWithoutIndex(folder, again.library)
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
