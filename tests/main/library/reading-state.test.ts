// How far the reader is with articles: set for many at once, undone, joined between machines, taken out
// and in, and followed by the search and the list.
import { cp, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import { megabytesOf } from '../../../src/shared/call-limits.ts'
import { calls } from '../../../src/shared/calls.ts'
import { readingKind } from '../../../src/shared/kinds/reading.ts'
import { limits } from '../../../src/shared/model/limits.ts'
import type { ReadingState } from '../../../src/shared/search/ast.ts'
import {
  bridge,
  clock,
  errorOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  open,
  places,
  reopenWithoutIndex,
  tempFolder,
} from './support.ts'

const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': 'Third\n\nA third text, on eels.\n' }

const batch = await readFile(
  join(import.meta.dirname, '../../fixtures/exports/lexis-classic.txt'),
  'utf8',
)

const mark = (library: Library, state: ReadingState, ...paths: string[]) =>
  library.setReading({ articles: paths.map((path) => idAt(library, path)), state })

const statesOf = (library: Library): Record<string, ReadingState> =>
  Object.fromEntries(
    Object.keys(files).map((path) => [
      path,
      library.ledger.get(readingKind, null, idAt(library, path))?.state ?? 'new',
    ]),
  )

const fresh = { 'a.txt': 'new', 'b.txt': 'new', 'c.txt': 'new' }
const twoRead = { 'a.txt': 'read', 'b.txt': 'read', 'c.txt': 'new' }

const deps = { now: clock(), version: '0.0.0' }
const whole = async (library: Library, article: string | null = null) =>
  must(await buildExport(library, { format: 'json', article, empty: false }, deps)).text
const bring = async (library: Library, text: string) =>
  must(await importJson(library, { text, name: 'read.json', dryRun: false }))

async function bringFile(from: string, to: string): Promise<void> {
  const temp = join(to, '.parallax', 'incoming.tmp')
  await writeFile(temp, await readFile(places(from).libraryFile('reading')))
  await rename(temp, places(to).libraryFile('reading'))
}

describe('a reading state', () => {
  it('is set for many articles as one step of undo, and told', async () => {
    const { library, told } = await open(await folderOf(files))
    must(await mark(library, 'read', 'a.txt', 'b.txt'))
    expect(statesOf(library)).toEqual(twoRead)
    expect(library.history().undo).toBe('Mark 2 articles as read')
    must(await library.undo())
    expect(statesOf(library)).toEqual(fresh)
    must(await library.redo())
    expect(statesOf(library)).toEqual(twoRead)
    const events = told.filter(({ event }) => event === 'records-changed')
    expect(events).toMatchObject([
      { data: { kind: 'reading', changed: [{ record: { state: 'read' } }, {}], removed: [] } },
      { data: { changed: [], removed: [{}, {}] } },
      { data: { changed: [{}, {}] } },
    ])
    expect(library.recordsGet({ kind: 'reading', keys: null })).toMatchObject({
      value: { records: [{ record: { state: 'read' } }, {}] },
    })
  })

  it('that is what holds already is no step, nor is “new” of what is new', async () => {
    const { library } = await open(await folderOf(files))
    must(await mark(library, 'new', 'a.txt'))
    expect(library.history().undo).toBeNull()
    must(await mark(library, 'reading', 'a.txt'))
    must(await mark(library, 'new', 'a.txt'))
    expect(statesOf(library)).toEqual(fresh)
  })

  it('is refused for articles that nobody knows, and left out for those among others', async () => {
    const { library } = await open(await folderOf(files))
    const gone = ['ffffffffffffffff', 'eeeeeeeeeeeeeeee']
    for (const state of ['read', 'new'] as const)
      expect(errorOf(await library.setReading({ articles: gone, state })).code).toBe('not-found')
    expect(statesOf(library)).toEqual(fresh)
    const articles = [...gone, idAt(library, 'a.txt'), idAt(library, 'b.txt')]
    const set = must(await library.setReading({ articles, state: 'read' }))
    expect(set).toEqual({ articles: 2 })
    expect(statesOf(library)).toEqual(twoRead)
    expect(library.history().undo).toBe('Mark 2 articles as read')
  })

  it('may be asked for as many articles as the list lets one choose, over any host', () => {
    const articles = Array.from({ length: limits.marked }, (_, at) =>
      at.toString(16).padStart(16, '0'),
    )
    const arg = { articles, state: 'read' }
    expect(calls['reading-set'].arg.safeParse(arg).success).toBe(true)
    expect(JSON.stringify(arg).length).toBeLessThan(megabytesOf('reading-set') * 1_000_000)
  })

  it('is of the article still when its file has changed and the cache is lost', async () => {
    const folder = await folderOf(files)
    const first = await open(folder)
    must(await mark(first.library, 'read', 'a.txt', 'b.txt'))
    await writeFile(join(folder, 'a.txt'), `${bridge}\nMore was said on Friday.\n`)
    const again = await reopenWithoutIndex(folder, first.library)
    expect(statesOf(again.library)).toEqual(twoRead)
  })

  it('that two machines set of different articles is there of both, of one the later', async () => {
    const here = await folderOf(files)
    const first = await open(here, { machine: 'here' })
    must(await mark(first.library, 'reading', 'c.txt'))
    await first.library.close()
    const there = await tempFolder()
    await cp(here, there, { recursive: true })
    const at = (iso: string) => () => new Date(iso)
    const mine = await open(here, { machine: 'here', now: at('2026-04-01T10:00:00.000Z') })
    const theirs = await open(there, { machine: 'there', now: at('2026-04-01T11:00:00.000Z') })
    must(await mark(mine.library, 'read', 'a.txt', 'c.txt'))
    must(await mark(theirs.library, 'read', 'b.txt'))
    must(await mark(theirs.library, 'new', 'c.txt'))
    await bringFile(there, here)
    await mine.library.refresh()
    await bringFile(here, there)
    await theirs.library.refresh()
    expect(statesOf(mine.library)).toEqual(twoRead)
    expect(statesOf(theirs.library)).toEqual(twoRead)
    expect(await readFile(places(here).libraryFile('reading'), 'utf8')).toBe(
      await readFile(places(there).libraryFile('reading'), 'utf8'),
    )
  })

  it('goes out and comes in as JSON, of one article with that article alone', async () => {
    const { library } = await open(await folderOf(files))
    await highlight(library, 'a.txt', 'cracks')
    must(await mark(library, 'read', 'a.txt', 'b.txt'))
    const text = await whole(library)
    const copy = await open(await folderOf(files))
    expect(await bring(copy.library, text)).toMatchObject({
      records: [{ noun: 'reading states', count: 2 }],
      lost: [],
    })
    expect(statesOf(copy.library)).toEqual(twoRead)
    expect(await whole(copy.library)).toBe(text)
    must(await copy.library.undo())
    expect(statesOf(copy.library)).toEqual(fresh)
    const one = JSON.parse(await whole(library, idAt(library, 'a.txt')))
    expect(one.readings).toMatchObject([{ article: { path: 'a.txt' }, state: 'read' }])
  })

  it('of an article in a file comes in with the ids that the article and its file have here', async () => {
    const folder = await folderOf({ 'batch.txt': 'Something else at first.\n' })
    const first = await open(folder)
    await writeFile(join(folder, 'batch.txt'), batch)
    await first.library.refresh()
    await first.library.whenRead()
    const file = idAt(first.library, 'batch.txt')
    must(await first.library.split(file, true))
    const part = first.library.articles()[1]?.id ?? ''
    must(await first.library.setReading({ articles: [part], state: 'read' }))
    const text = await whole(first.library)
    expect(text).toContain(file)

    const there = await folderOf({ 'batch.txt': batch })
    const copy = await open(there)
    const fileThere = idAt(copy.library, 'batch.txt')
    expect(fileThere).not.toBe(file)
    await bring(copy.library, text)
    must(await copy.library.split(fileThere, true))
    const id = copy.library.articles()[1]?.id ?? ''
    const [kept] = copy.library.ledger.all(readingKind)
    expect(kept?.article).toMatchObject({ id, part: { file: fileThere, index: 1 } })
    const ids = copy.library.articles().map((row) => row.id)
    const again = await reopenWithoutIndex(there, copy.library)
    expect(again.library.articles().map((row) => row.id)).toEqual(ids)
  })

  it('is searched for, counted and listed, also after the library was opened again', async () => {
    const dataDir = await tempFolder()
    const folder = await folderOf(files)
    const search = { dataDir, workerUrl: null }
    const found = async (library: Library, query: string): Promise<string[]> => {
      await library.whenIndexed()
      const arg = { query, offset: 0, limit: 50, hits: 0, typing: false }
      return must(await library.search(arg)).articles.map(({ article }) => article.path)
    }
    const first = await open(folder, { search })
    must(await mark(first.library, 'read', 'a.txt', 'b.txt'))
    expect((await found(first.library, 'is:read')).sort()).toEqual(['a.txt', 'b.txt'])
    must(await first.library.undo())
    expect(await found(first.library, 'is:read')).toEqual([])
    must(await first.library.redo())
    await first.library.close()
    // Set while no index was kept: found by comparing.
    const without = await open(folder)
    must(await mark(without.library, 'reading', 'c.txt'))
    must(await mark(without.library, 'new', 'a.txt'))
    await without.library.close()
    const again = await open(folder, { search })
    expect(await found(again.library, 'is:read')).toEqual(['b.txt'])
    expect(await found(again.library, 'is:reading')).toEqual(['c.txt'])
    expect(must(await again.library.counts()).states).toEqual({ new: 1, reading: 1, read: 1 })
    const page = must(await again.library.rowsPage({ query: { sort: 'path' }, start: 0, end: 10 }))
    expect(page.rows.map(({ reading }) => reading)).toEqual(['new', 'read', 'reading'])
  })
})
