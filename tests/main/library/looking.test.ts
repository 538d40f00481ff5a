// A look at a folder costs what is new in it, and finds the same as if everything had been settled anew.
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { CacheEntry } from '../../../src/main/core/shelf/cache.ts'
import { assignIds, type KnownArticle, shortHash } from '../../../src/main/core/shelf/identity.ts'
import { takeStock } from '../../../src/main/core/shelf/shelf.ts'
import { walk } from '../../../src/main/core/shelf/walk.ts'
import type { ArticleRecord } from '../../../src/main/store/sheet.ts'
import type { ArticleSummary } from '../../../src/shared/model/library.ts'
import {
  bridge,
  folderOf,
  harbour,
  highlight,
  open,
  ownWork,
  put,
  type Told,
  tempFolder,
} from './support.ts'

const paths = ['a.txt', 'b.txt', 'c.txt', 'sub/a.txt', 'sub/d.txt', '9.txt', '10.txt'] as const
const contents = [bridge, harbour, 'one', 'two', 'three'] as const

type Act =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'touch'; readonly path: string }

const path = fc.constantFrom(...paths)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), path, content: fc.constantFrom(...contents) }),
  fc.record({ kind: fc.constant('move' as const), path, to: path }),
  fc.record({ kind: fc.constant('remove' as const), path }),
  fc.record({ kind: fc.constant('touch' as const), path }),
)

let ticks = 0

async function perform(folder: string, acts: readonly Act[]): Promise<void> {
  for (const each of acts) {
    const at = join(folder, each.path)
    if (each.kind === 'write') {
      await mkdir(dirname(at), { recursive: true })
      await writeFile(at, each.content)
      // Of one size and written in one moment, two contents would pass for one.
      await utimes(at, new Date(), new Date(1_000_000_000_000 + ++ticks * 1_000))
    } else if (each.kind === 'remove') await rm(at, { force: true })
    else if (each.kind === 'touch')
      await utimes(at, new Date(), new Date(1_000_000_000_000 + ++ticks * 1_000)).catch(() => null)
    else {
      await mkdir(dirname(join(folder, each.to)), { recursive: true })
      await rename(at, join(folder, each.to)).catch(() => null)
    }
  }
}

const recordOf = (id: string, path: string, content: string): ArticleRecord => ({
  ...{ id, path, sha256: shaOf(content), textHash: '', loader: 1 },
  ...{ title: null, subtitle: null, byline: null, source: null, published: null, language: null },
})
const shas = new Map<string, string>()
const shaOf = (content: string): string => shas.get(content) ?? ''

/** Who the files are when all is settled anew. */
function settledAnew(
  files: readonly { readonly path: string; readonly sha256: string }[],
  before: ReadonlyMap<string, CacheEntry>,
  records: readonly KnownArticle[],
): Record<string, string> {
  const known = new Map<string, KnownArticle>(records.map((record) => [record.id, record]))
  for (const entry of before.values()) known.set(entry.id, entry)
  return Object.fromEntries(assignIds(files, [...known.values()]))
}

describe('taking stock', () => {
  it('gives every file the id that settling all files anew gives it', async () => {
    const { createHash } = await import('node:crypto')
    for (const content of contents)
      shas.set(content, createHash('sha256').update(content).digest('hex'))
    const stranger = fc.record({
      id: fc.integer({ min: 1, max: 4 }).map((n) => shortHash(`record ${n}`)),
      path,
      content: fc.constantFrom(...contents),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(stranger, { maxLength: 3, selector: ({ id }) => id }),
        async (rounds, strangers) => {
          const folder = await tempFolder()
          const records = strangers.map(({ id, path, content }) => recordOf(id, path, content))
          let entries = new Map<string, CacheEntry>()
          for (const [round, acts] of rounds.entries()) {
            await perform(folder, acts)
            // Records come after the first look, as another machine's do.
            const known = round === 0 ? [] : records
            const before = new Map(entries)
            const signal = new AbortController().signal
            const taken = await takeStock(folder, entries, { records: known, others: [] }, signal)
            if (!taken) throw new Error('stopped')
            entries = taken.entries
            const found = [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
            const walked = (await walk(folder)).files.map(({ path }) => path).sort()
            expect(found.map(({ path }) => path)).toEqual(walked)
            const order = (await walk(folder)).files.flatMap(({ path }) =>
              found.filter((entry) => entry.path === path),
            )
            expect(Object.fromEntries(found.map((entry) => [entry.path, entry.id]))).toEqual(
              settledAnew(order, before, known),
            )
            for (const [id, entry] of entries) expect(entry.id).toBe(id)
          }
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('keeps the entries themselves when nothing is another', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'sub/b.txt': harbour })
    const look = (entries: Map<string, CacheEntry>) =>
      takeStock(folder, entries, { records: [], others: [] }, new AbortController().signal)
    const first = await look(new Map())
    const entries = first?.entries ?? new Map()
    expect(entries.size).toBe(2)
    expect((await look(entries))?.entries).toBe(entries)
  })
})

const inOrder = (rows: readonly ArticleSummary[]): ArticleSummary[] => {
  const key = ({ path, id }: ArticleSummary): string => `${path} ${id}`
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** The list as a window has it that was told all of this. */
function listTold(rows: readonly ArticleSummary[], told: readonly Told[]): ArticleSummary[] {
  const list = new Map(rows.map((row) => [row.id, row]))
  for (const { event, data } of told) {
    if (event !== 'library-changed') continue
    const { changed, removed } = data as { changed: ArticleSummary[]; removed: string[] }
    for (const id of removed) list.delete(id)
    for (const row of changed) list.set(row.id, row)
  }
  return inOrder([...list.values()])
}

describe('a look at the folder', () => {
  it('tells all that is new, and a window that was told has the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
        async (rounds) => {
          const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
          const { library, told } = await open(folder)
          await highlight(library, 'a.txt', 'cracks were found')
          const rows = library.articles()
          told.length = 0
          for (const acts of rounds) {
            await perform(folder, acts)
            await library.refresh(false)
            await library.whenRead()
          }
          expect(listTold(rows, told)).toEqual(inOrder(library.articles()))
          await library.close()
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  it('tells nothing and reads nothing when nothing is new', async () => {
    const folder = await folderOf({
      ...{ 'a.txt': bridge, 'b.txt': harbour },
      ...{ 'empty.txt': '', 'page.html': '' },
    })
    const { library, told, work } = await open(folder)
    await highlight(library, 'a.txt', 'cracks were found')
    told.length = 0
    work.reads.length = 0
    await library.refresh(false)
    await library.refresh(false)
    await library.whenRead()
    expect(told).toEqual([])
    expect(work.reads).toEqual([])
  })

  it('that is asked for twice before it begins is one, and nobody waits for it', async () => {
    const folder = await folderOf({ 'a.txt': bridge })
    const { library, told } = await open(folder)
    await put(folder, { 'b.txt': harbour })
    told.length = 0
    library.lookSoon()
    library.lookSoon()
    expect(told).toEqual([])
    await library.refresh(false)
    await library.whenRead()
    const found = told.filter(({ event }) => event === 'library-changed')
    // Found, then read.
    expect(found).toHaveLength(2)
    expect(library.articles()).toHaveLength(2)
  })

  it('that comes while files are read leaves none of those untold that were read before it', async () => {
    const work = ownWork()
    let reads = 0
    let letGo = (): void => undefined
    const gate = new Promise<void>((done) => {
      letGo = done
    })
    const readArticle: typeof work.readArticle = async (...args) => {
      if (++reads > 9) await gate
      return work.readArticle(...args)
    }
    const folder = await tempFolder()
    const { library, told } = await open(folder, { work: { ...work, readArticle } })
    for (let n = 0; n < 30; n++) await put(folder, { [`${n}.txt`]: `Story ${n}\n\nIt is ${n}.` })
    await library.refresh(false)
    await vi.waitFor(() => expect(reads).toBeGreaterThan(9))
    await put(folder, { 'new.txt': 'new' })
    await library.refresh(false)
    letGo()
    await library.whenRead()
    expect(listTold([], told)).toEqual(inOrder(library.articles()))
  })

  it('tells of the one file that is new, and of no other', async () => {
    const folder = await folderOf({ 'a.txt': bridge, 'b.txt': harbour })
    const { library, told } = await open(folder)
    told.length = 0
    await put(folder, { 'c.txt': 'new' })
    await library.refresh(false)
    const changed = told.flatMap(({ event, data }) =>
      event === 'library-changed' ? (data as { changed: ArticleSummary[] }).changed : [],
    )
    expect(changed.map(({ path }) => path)).toEqual(['c.txt'])
  })
})
