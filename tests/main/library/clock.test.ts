// A clock that jumps back a day in the middle of work undoes nothing and holds nothing up.
import { cp, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { readInBulk } from '../../../src/main/core/shelf/bulk-reading.ts'
import type { CacheEntry } from '../../../src/main/core/shelf/cache.ts'
import type { Library } from '../../../src/main/library.ts'
import {
  bridge,
  fileOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  openAt,
  places,
  tempFolder,
} from './support.ts'

const day = 86_400_000

/** A clock that goes on by a second with every look, and can be set. */
function settable() {
  let at = Date.parse('2026-03-04T10:00:00.000Z')
  return {
    now: () => {
      at += 1_000
      return new Date(at)
    },
    jump(milliseconds: number) {
      at += milliseconds
    },
  }
}

const stampsIn = (text: string): string[] => text.match(/\d{4}-[\dT:.-]+Z~[0-9a-z]+~\w+/g) ?? []

describe('after the clock was set back a day', () => {
  it('what is written holds, and stamps go on rising', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const time = settable()
    const { library } = await open(folder, { now: time.now, machine: 'here' })
    const { annotation } = await highlight(library, 'a.txt', 'cracks', { note: 'before' })
    const article = idAt(library, 'a.txt')
    const ids = [annotation.id]
    must(await library.update({ article, ids, patch: { note: 'still before' } }))
    const before = library.annotations(article)[0]?.modified ?? ''
    const last =
      stampsIn(await fileOf(folder, article))
        .sort()
        .at(-1) ?? ''
    time.jump(-day)
    must(await library.update({ article, ids, patch: { note: 'after' } }))
    must(await library.setReading({ articles: [article], state: 'read' }))
    const [now] = library.annotations(article)
    expect(now?.note).toBe('after')
    expect((now?.modified ?? '') >= before).toBe(true)
    expect(
      (stampsIn(await fileOf(folder, article))
        .sort()
        .at(-1) ?? '') > last,
    ).toBe(true)
    must(await library.undo())
    must(await library.undo())
    expect(library.annotations(article)[0]?.note).toBe('still before')
    must(await library.redo())
    await library.close()
    const again = await open(folder, { now: time.now, machine: 'here' })
    expect((await openAt(again.library, 'a.txt')).resolved[0]?.annotation.note).toBe('after')
  })

  it('what is written outdoes what another machine has of it, and what is deleted stays so', async () => {
    const here = await folderOf({ 'a.txt': bridge })
    const time = settable()
    const { library } = await open(here, { now: time.now, machine: 'here' })
    const kept = (await highlight(library, 'a.txt', 'cracks', { note: 'before' })).annotation
    const gone = (await highlight(library, 'a.txt', 'repair')).annotation
    const article = idAt(library, 'a.txt')
    const there = await tempFolder()
    await cp(here, there, { recursive: true })
    time.jump(-day)
    must(await library.update({ article, ids: [kept.id], patch: { note: 'after' } }))
    must(await library.remove({ article, ids: [gone.id] }))
    const theirs = await readFile(places(there).annotationFile(article))
    await writeFile(places(here).annotationFile(article), theirs)
    await library.refresh()
    expect(library.annotations(article).map(({ note }) => note)).toEqual(['after'])
    expect(library.annotations(article)[0]).not.toHaveProperty('versions')
  })

  it('notes go on being one step of undo only while they are typed on', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const time = settable()
    const { library } = await open(folder, { now: time.now })
    const { annotation } = await highlight(library, 'a.txt', 'cracks')
    const article = idAt(library, 'a.txt')
    const note = async (text: string) =>
      must(await library.update({ article, ids: [annotation.id], patch: { note: text } }))
    await note('one')
    time.jump(-day)
    await note('two')
    must(await library.undo())
    expect(library.annotations(article)[0]?.note).toBe('one')
  })

  it('the list is in the order of the times that files have, whenever they came', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const search = { dataDir: await tempFolder(), workerUrl: null }
    const { library } = await open(folder, { search })
    await library.whenIndexed()
    const earlier = new Date(Date.now() - day)
    must(await library.put({ name: 'b.txt', source: Buffer.from(harbour) }))
    await writeFile(join(folder, 'c.txt'), `Third: ${harbour}`)
    await utimes(join(folder, 'c.txt'), earlier, earlier)
    await library.refresh()
    await library.whenRead()
    const added = async (of: Library) => {
      await of.whenIndexed()
      const query = { sort: 'added', descending: true } as const
      const { rows } = must(await of.rowsPage({ query, start: 0, end: 9 }))
      return rows.map((row) => row.path)
    }
    const order = await added(library)
    expect(order).toHaveLength(3)
    expect(order.at(-1)).toBe('c.txt')
    // What a file is changed to since says nothing of when it came.
    const later = new Date(Date.now() + day)
    await utimes(join(folder, 'c.txt'), later, later)
    await library.refresh()
    await library.whenRead()
    expect(await added(library)).toEqual(order)
    expect((await stat(join(folder, 'c.txt'))).mtimeMs).toBeGreaterThan(Date.now())
  })

  it('rows of files that are being read go on being told', async () => {
    const entries = Array.from(
      { length: 60 },
      (_, n): CacheEntry => ({
        ...{ id: `${n}`, path: `${n}.txt`, size: 1, mtimeMs: 1, sha256: '' },
        ...{ read: null, partIds: [], problem: null },
      }),
    )
    const told: number[] = []
    const real = Date.now
    const set = vi.spyOn(Date, 'now')
    try {
      await readInBulk({
        entries,
        read: async ({ id }) => {
          if (id === '9') set.mockImplementation(() => real() - day)
          await sleep(100)
        },
        tell: (_, done) => told.push(done),
        signal: new AbortController().signal,
      })
    } finally {
      set.mockRestore()
    }
    expect(told.length).toBeGreaterThan(1)
    expect(told.at(-1)).toBe(entries.length)
  })
})
