// What came of reading a library, and reading that is stopped.
import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../../src/main/library.ts'
import type { EventName } from '../../../src/shared/call-names.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  indexOf,
  must,
  open,
  openAt,
  ownWork,
  put,
  rowAt,
  type Told,
} from './support.ts'

const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${n}.txt`, `Article ${n}\n\n${bridge}`]),
  )

/** UTF-8 but for one byte. */
const mended = Buffer.concat([
  Buffer.from(harbour + 'Naïve cafés “in the dunes” closed – für immer. '.repeat(20)),
  Buffer.from([0xff]),
  Buffer.from(' The end, “they said”.'),
])

/** Reads no quicker than a file in some milliseconds. */
async function openSlowly(folder: string) {
  const quick = ownWork()
  const told: Told[] = []
  const library = must(
    await openLibrary(folder, {
      work: {
        ...quick,
        readArticle: async (path, part) => {
          await sleep(5)
          return quick.readArticle(path, part)
        },
      },
      now: () => new Date(),
      emit: (event: EventName, data: unknown) => void told.push({ event, data }),
      mode: 'write',
      sample: false,
      index: indexOf(folder),
    }),
  )
  return { library, told, work: quick }
}

describe('the report', () => {
  it('says what was read, mended and refused, and what is the same', async () => {
    const folder = await folderOf({
      'a.txt': bridge,
      'copy.txt': bridge,
      'bad byte.txt': mended,
      'empty.txt': '',
    })
    const { library } = await open(folder)
    const report = await library.report()
    expect(report).toMatchObject({
      ...{ read: 3, unread: 0, problems: [], several: [] },
      repaired: [{ path: 'bad byte.txt' }],
      refused: [{ path: 'empty.txt', error: { code: 'empty-file' } }],
      duplicates: [{ path: 'copy.txt', of: { path: 'a.txt', kind: 'same-file', share: 1 } }],
    })
    expect(report.repaired[0]?.warnings[0]?.message).not.toBe('')
    expect(report.refused[0]?.article).toBe(rowAt(library, 'empty.txt').id)
  })

  it('tells of every kind at once, and each in the right place', async () => {
    const batch = await readFile(
      join(import.meta.dirname, '../../fixtures/exports/lexis-classic.txt'),
    )
    const shorter = batch.toString('utf8').replace('East pier closed', 'West pier closed')
    const folder = await folderOf({
      ...{ 'a.txt': bridge, 'b copy.txt': bridge, 'bad byte.txt': mended, 'blank.txt': ' \n' },
      ...{ 'one.txt': batch, 'split.txt': shorter },
    })
    const { library, told } = await openSlowly(folder)
    await library.whenRead()
    // What has notes as a whole stays listed beside its articles.
    await highlight(library, 'split.txt', 'a third of its oak piles')
    must(await library.split(rowAt(library, 'split.txt').id, true))
    await put(folder, { 'huge.txt': '', 'late.txt': harbour })
    await truncate(join(folder, 'huge.txt'), 50 * 1024 * 1024 + 1)
    await library.refresh()
    // Before its turn came, or just after.
    await library.stop()
    const unread = library.articles().filter(({ state }) => state === 'unread').length
    const report = await library.report()
    expect(report.read + report.unread).toBe(6)
    expect(report.unread).toBe(unread)
    expect(report.repaired).toEqual([
      {
        ...{ article: rowAt(library, 'bad byte.txt').id, path: 'bad byte.txt' },
        warnings: [expect.objectContaining({ message: expect.stringMatching(/\.$/) })],
      },
    ])
    expect(report.refused.map(({ path, error }) => [path, error.code])).toEqual([
      ['blank.txt', 'empty-file'],
      ['huge.txt', 'too-large'],
    ])
    for (const { path, error } of report.refused) {
      expect(error.message).toContain(path)
      expect(error.advice).not.toBe('')
    }
    expect(report.several).toEqual([
      { article: rowAt(library, 'one.txt').id, path: 'one.txt', parts: 3 },
    ])
    expect(report.duplicates.map(({ path, of }) => [path, of.kind, of.path])).toEqual([
      ['b copy.txt', 'same-file', 'a.txt'],
      ['split.txt', 'near-text', 'one.txt'],
    ])
    expect(told.length).toBeGreaterThan(0)
    await library.close()
  })

  it('is the same at the next start, which reads nothing', async () => {
    const folder = await folderOf({
      'a.txt': bridge,
      'b.txt': mended,
      'copy.txt': bridge,
    })
    const first = await open(folder)
    const report = await first.library.report()
    expect(report.repaired.length).toBe(1)
    await first.library.close()
    const second = await open(folder)
    expect(second.work.reads).toEqual([])
    expect(await second.library.report()).toEqual(report)
  })
})

describe('reading', () => {
  it('shows files as unread until their turn comes', async () => {
    const { library } = await openSlowly(await folderOf(many(40)))
    expect(new Set(library.articles().map(({ state }) => state))).toEqual(new Set(['unread']))
    await library.whenRead()
    expect(new Set(library.articles().map(({ state }) => state))).toEqual(new Set(['ready']))
    await library.close()
  })

  it('can be stopped; what is left is read when opened, and at the next look', async () => {
    const folder = await folderOf(many(120))
    const { library, told } = await openSlowly(folder)
    await sleep(20)
    await library.stop()
    const { read, unread } = await library.report()
    expect(read).toBeGreaterThan(0)
    expect(unread).toBeGreaterThan(50)
    expect(read + unread).toBe(120)
    const { data } = told.filter(({ event }) => event === 'library-progress').at(-1) ?? {}
    const { done, total } = data as { done: number; total: number }
    expect(done, 'whoever watches learns that it is over').toBe(total)

    const left = library.articles().find(({ state }) => state === 'unread')
    const opened = await openAt(library, left?.path ?? '')
    expect(opened).toMatchObject({ state: 'ready', problem: null })
    expect(told.at(-1)).toMatchObject({
      event: 'library-changed',
      data: { changed: [{ id: left?.id, state: 'ready' }] },
    })
    expect((await library.report()).unread).toBe(unread - 1)

    await library.refresh()
    await library.whenRead()
    expect(await library.report()).toMatchObject({ read: 120, unread: 0 })
    await library.close()
  })

  it('that was stopped goes on at the next start', async () => {
    const folder = await folderOf(many(60))
    const { library } = await openSlowly(folder)
    await library.stop()
    const { unread } = await library.report()
    await library.close()
    const again = await open(folder)
    expect(again.work.reads.length).toBe(unread)
    expect((await again.library.report()).unread).toBe(0)
  })

  it('that was stopped is not begun again by a file that appears', async () => {
    const folder = await folderOf(many(120))
    const slow = await openSlowly(folder)
    await slow.library.stop()
    await slow.library.close()
    const quick = ownWork()
    const library = must(
      await openLibrary(folder, {
        work: {
          ...quick,
          readArticle: async (path, part) => {
            await sleep(5)
            return quick.readArticle(path, part)
          },
        },
        now: () => new Date(),
        emit: () => undefined,
        ...{ mode: 'write', sample: false, watch: true },
        index: indexOf(folder),
      }),
    )
    await library.stop()
    const { unread } = await library.report()
    expect(unread).toBeGreaterThan(20)
    await library.whenWatching()
    await put(folder, { 'new.txt': harbour })
    for (let n = 0; n < 50 && library.articles().length < 121; n++) await sleep(100)
    await library.whenRead()
    expect(rowAt(library, 'new.txt').state).toBe('ready')
    expect((await library.report()).unread).toBe(unread)
    await library.close()
  })
})
