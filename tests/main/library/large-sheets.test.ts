// An article with more than a thousand notes: what is saved is safe at once, and its large file is written
// once for many changes. Counted in the bytes that go to the disk before a save is answered.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
  rowAt,
  tempFolder,
} from './support.ts'

const disk = vi.hoisted(() => ({
  written: [] as { path: string; bytes: number }[],
  fails: (_path: string): boolean => false,
  begins: (_path: string): unknown => undefined,
}))

vi.mock('../../../src/main/store/atomic-file.ts', async (original) => {
  const real = await original<typeof import('../../../src/main/store/atomic-file.ts')>()
  return {
    ...real,
    async writeAtomic(path: string, content: string | Uint8Array, expected?: string) {
      if (disk.fails(path)) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      await disk.begins(path)
      disk.written.push({ path, bytes: content.length })
      return real.writeAtomic(path, content, expected)
    },
  }
})

const many = 1_200
const files = {
  'long.txt': Array.from({ length: many + 50 }, (_, n) => `Line number ${n} of the log.`).join(
    '\n\n',
  ),
  'other.txt': bridge,
}

const draft = (library: Library, n: number, note = '') => ({
  article: idAt(library, 'long.txt'),
  start: n * 20,
  end: n * 20 + 10,
  color: 'yellow' as const,
  tags: [],
  note,
})

/** A library whose article has very many notes already; made once. */
let annotated: string | null = null

async function withMany(folder: string): Promise<Library> {
  if (annotated === null) {
    const made = await mkdtemp(join(tmpdir(), 'parallax-large-'))
    await cp(folder, made, { recursive: true })
    const { library } = await open(made)
    const drafts = Array.from({ length: many }, (_, n) => draft(library, n))
    must(await library.createMany(drafts))
    await library.close()
    annotated = made
  }
  await cp(annotated, folder, { recursive: true })
  return (await open(folder)).library
}

afterAll(async () => {
  if (annotated) await rm(annotated, { recursive: true, force: true })
})

/** Many notes, each written in full, take their time on a busy machine. */
vi.setConfig({ testTimeout: 90_000 })

const notesIn = async (folder: string): Promise<number> => {
  const { library } = await open(folder)
  const { resolved } = await openAt(library, 'long.txt')
  await library.close()
  return resolved.filter(({ annotation }) => annotation.note !== '').length
}

it('a note among very many is answered before its large file is written, and safe nevertheless', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  await openAt(library, 'long.txt')
  disk.written = []
  for (let n = 0; n < 5; n++) must(await library.create(draft(library, n, `note ${n}`)))
  expect(Math.max(...disk.written.map(({ bytes }) => bytes))).toBeLessThan(20_000)
  // The process is killed now.
  const copy = await tempFolder()
  await cp(folder, copy, { recursive: true })
  expect(await notesIn(copy)).toBe(5)
})

it('many changes of a large file are written into it together, and at the latest when it is closed', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const sheet = join(places(folder).annotations, `${idAt(library, 'long.txt')}.json`)
  disk.written = []
  for (let n = 0; n < 40; n++) must(await library.create(draft(library, n, `note ${n}`)))
  await library.close()
  expect(disk.written.filter(({ path }) => path === sheet).length).toBeLessThanOrEqual(3)
  expect((await readFile(sheet, 'utf8')).match(/note \d+/g)).toHaveLength(40)
  expect(await notesIn(folder)).toBe(40)
})

it('what another machine wrote into a large file meanwhile is joined with it', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const path = join(places(folder).annotations, `${idAt(library, 'long.txt')}.json`)
  const other = await tempFolder()
  await cp(folder, other, { recursive: true })
  await rm(places(other).lock)
  const { library: theirs } = await open(other)
  must(await theirs.create(draft(theirs, 7, 'theirs')))
  await theirs.close()
  must(await library.create(draft(library, 8, 'mine')))
  await writeFile(path, await readFile(path.replace(folder, other)))
  must(await library.create(draft(library, 9, 'mine too')))
  await library.close()
  expect(await notesIn(folder)).toBe(3)
})

it('a large file that cannot be written is told, and its changes stay in the journal', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const path = join(places(folder).annotations, `${idAt(library, 'long.txt')}.json`)
  disk.fails = (each) => each === path
  try {
    must(await library.create(draft(library, 3, 'kept')))
    await library.close()
  } finally {
    disk.fails = () => false
  }
  expect(await readFile(path, 'utf8')).not.toContain('kept')
  expect(await notesIn(folder)).toBe(1)
})

it('undo and counts go by what was saved, not by what the file holds', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const row = () => library.articles().find(({ path }) => path === 'long.txt')
  const { annotation } = must(await library.create(draft(library, 3, 'one more')))
  expect(row()?.annotations).toBe(many + 1)
  must(await library.undo())
  expect(row()?.annotations).toBe(many)
  must(await library.redo())
  must(await library.remove({ article: row()?.id ?? '', ids: [annotation.id] }))
  expect(row()?.annotations).toBe(many)
})

it('undo takes back what is on its way to the disk, not what was done before it', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  must(await library.create(draft(library, 3, 'first')))
  const begun = new Promise<void>((done) => {
    disk.begins = (path) => (path.includes('journal') ? done() : undefined)
  })
  const second = library.create(draft(library, 4, 'second'))
  await begun
  must(await library.undo())
  must(await second)
  await library.close()
  const { library: again } = await open(folder)
  const { resolved } = await openAt(again, 'long.txt')
  const notes = resolved.map(({ annotation }) => annotation.note).filter((note) => note !== '')
  expect(notes).toEqual(['first'])
})

it('its first safe copy is of what was there before the change', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const { id, resolved } = await openAt(library, 'long.txt')
  await rm(places(folder).backups, { recursive: true, force: true })
  must(await library.remove({ article: id, ids: resolved.map(({ annotation }) => annotation.id) }))
  await library.close()
  const copy = await readFile(join(places(folder).backups, `${id}.json`), 'utf8')
  expect(copy.match(/"exact":/g)).toHaveLength(many)
})

it('a change that could not be written at first is forgotten by the journal once it is', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  const path = places(folder).annotationFile(idAt(library, 'long.txt'))
  disk.fails = (each) => each === path
  must(await library.create(draft(library, 3, 'late')))
  await new Promise((done) => setTimeout(done, 1_500))
  disk.fails = () => false
  await library.close()
  expect(await readFile(path, 'utf8')).toContain('late')
  expect(await readdir(places(folder).journal)).toEqual([])
})

it('a step that was begun first and ends last lies under the one that was done meanwhile', async () => {
  const folder = await folderOf(files)
  const library = await withMany(folder)
  await openAt(library, 'other.txt')
  let release = (): void => undefined
  const gate = new Promise<void>((done) => {
    release = done
  })
  const begun = new Promise<void>((done) => {
    disk.begins = (path) => {
      if (!path.includes('journal')) return
      done()
      return gate
    }
  })
  const first = library.create(draft(library, 3, 'first'))
  await begun
  await highlight(library, 'other.txt', 'cracks')
  disk.begins = () => undefined
  release()
  must(await first)
  must(await library.undo())
  expect(rowAt(library, 'other.txt').annotations).toBe(0)
  expect(rowAt(library, 'long.txt').annotations).toBe(many + 1)
})
