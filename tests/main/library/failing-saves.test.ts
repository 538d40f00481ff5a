// Saves that fail, in whole or in part.
import { execFileSync } from 'node:child_process'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  bridge,
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
  rowAt,
  tempFolder,
} from './support.ts'

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
