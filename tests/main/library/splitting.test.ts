// A file that holds several articles, as one or as one article each.
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileMemory } from '../../../src/main/core/shelf/memory.ts'
import { assignPartIds } from '../../../src/main/core/shelf/part-ids.ts'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import { openLibraryIndex } from '../../../src/main/index/library-index.ts'
import type { Library } from '../../../src/main/library.ts'
import { ownThreadWork } from '../../../src/main/work/work.ts'
import type { ArticleSummary } from '../../../src/shared/model/library.ts'
import {
  clock,
  dataDirOf,
  errorOf,
  folderOf,
  idAt,
  indexOf,
  must,
  open,
  places,
  put,
  quotesOf,
  reopenWithoutIndex,
} from './support.ts'

const sample = join(import.meta.dirname, '../../fixtures/exports/lexis-classic.txt')
const batch = await readFile(sample, 'utf8')
const file = 'batch.txt'

const rowsOf = (library: Library): readonly (readonly [number | null, string, string | null])[] =>
  library.articles().map(({ part, state, title }) => [part, state, title])

const partRow = (library: Library, part: number): ArticleSummary => {
  const row = library.articles().find((each) => each.part === part && each.state === 'ready')
  if (!row) throw new Error(`no part ${part}`)
  return row
}

async function mark(library: Library, id: string, words: string): Promise<void> {
  const { text } = must(await library.open(id))
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  must(
    await library.create({
      ...{ article: id, start, end: start + words.length, color: 'green' },
      ...{ tags: [], note: 'A note.' },
    }),
  )
}

const titles = [
  'East pier closed as piles rot',
  'Orchards die below the new dam',
  'Players vote to go on without a conductor',
]

async function splitLibrary() {
  const folder = await folderOf({ [file]: batch })
  const opened = await open(folder)
  must(await opened.library.split(idAt(opened.library, file), true))
  return { folder, ...opened }
}

/**
 * Leaves the index as a process does that has read a file which changed, and the articles in it, and dies
 * before it has saved which article each of them is.
 */
async function diesAfterReading(folder: string): Promise<void> {
  const index = must(await openLibraryIndex(folder, indexOf(folder), new Date(), () => undefined))
  const memory = createFileMemory(index)
  const [entry] = await memory.files()
  if (!entry) throw new Error('no file is remembered')
  const path = join(folder, file)
  const whole = must(await ownThreadWork.readArticle(path))
  memory.hold(whole, null, path)
  for (const [part, parsed] of must(await ownThreadWork.readParts(path)).entries())
    memory.hold(parsed, part, path)
  await memory.flush()
  const { size, mtimeMs } = await stat(path)
  await memory.save([{ ...entry, size, mtimeMs, sha256: whole.sha256, read: null }])
  await index.close()
}

const exported = async (library: Library): Promise<string> => {
  const request = { format: 'json', article: null, empty: false } as const
  return must(await buildExport(library, request, { now: clock(), version: '1' })).text
}

describe('a file that holds several articles', () => {
  it('is one article until the reader splits it', async () => {
    const { library } = await open(await folderOf({ [file]: batch }))
    expect(library.articles()).toMatchObject([{ path: file, parts: 3, part: null }])
  })

  it('is listed as one article each, with what is said of each', async () => {
    const { library, told } = await splitLibrary()
    expect(rowsOf(library)).toEqual(titles.map((title, part) => [part, 'ready', title]))
    expect(partRow(library, 1)).toMatchObject({
      ...{ path: file, parts: 3, source: 'The Ister Courier', byline: 'Lena Orr' },
      ...{ published: '2024-03-06', format: 'text', annotations: 0, corrected: [] },
    })
    const event = told.filter((each) => each.event === 'library-changed').at(-1)
    expect(event?.data).toMatchObject({ removed: [expect.stringMatching(/^[0-9a-f]{16}$/)] })
    const { text } = must(await library.open(partRow(library, 2).id))
    expect(text).toContain('The orchestra of Lindau')
    expect(text).not.toContain('harbour board')
  })

  it('keeps the choice and the ids, also when the cache is lost', async () => {
    const { folder, library } = await splitLibrary()
    const ids = library.articles().map(({ id }) => id)
    const { library: again } = await reopenWithoutIndex(folder, library)
    expect(again.articles().map(({ id }) => id)).toEqual(ids)
  })

  it('is one again by undo, with what was annotated since taken back before it', async () => {
    const { library } = await splitLibrary()
    expect(library.history().undo).toBe('Split into articles')
    await mark(library, partRow(library, 1).id, 'dam')
    must(await library.undo())
    expect(must(await library.undo()).redo).toBe('Split into articles')
    expect(rowsOf(library)).toHaveLength(1)
    must(await library.redo())
    expect(rowsOf(library)).toHaveLength(3)
    must(await library.redo())
    expect(partRow(library, 1).annotations).toBe(1)
    must(await library.split(idAt(library, file), true))
    expect(library.history().redo).toBeNull()
    expect(library.history().undo).toBe('Highlight')
  })

  it('is not read anew for each of its articles, nor at the next start', async () => {
    const { folder, library } = await splitLibrary()
    await library.close()
    const { work, library: again } = await open(folder)
    expect(rowsOf(again)).toHaveLength(3)
    expect(work.reads).toEqual([])
  })

  it('is one again, and what was annotated in it stays listed and can be read', async () => {
    const { library } = await splitLibrary()
    const { id } = partRow(library, 1)
    await mark(library, id, 'the promised pumps')
    must(await library.split(id, false))
    expect(rowsOf(library)).toEqual([
      [null, 'ready', null],
      [1, 'missing', titles[1]],
    ])
    const kept = must(await library.open(id))
    expect(kept.problem?.message).toContain('shown as one article again')
    expect(quotesOf(kept)).toEqual(['the promised pumps'])
    must(await library.split(id, true))
    expect(rowsOf(library)).toEqual(titles.map((title, part) => [part, 'ready', title]))
    expect(quotesOf(must(await library.open(id)))).toEqual(['the promised pumps'])
  })

  it('stays listed as a whole only while it has annotations as a whole', async () => {
    const { library } = await open(await folderOf({ [file]: batch }))
    const id = idAt(library, file)
    await mark(library, id, 'a third of its oak piles')
    must(await library.split(id, true))
    expect(rowsOf(library).map(([part]) => part)).toEqual([null, 0, 1, 2])
    const whole = must(await library.open(id))
    expect(quotesOf(whole)).toEqual(['a third of its oak piles'])
    const ids = whole.resolved.map(({ annotation }) => annotation.id)
    must(await library.remove({ article: id, ids }))
    expect(rowsOf(library).map(([part]) => part)).toEqual([0, 1, 2])
  })

  it('keeps annotations with their article when articles are put before it', async () => {
    const { folder, library } = await splitLibrary()
    const { id } = partRow(library, 1)
    await mark(library, id, 'the promised pumps')
    const [, first = '', second = '', third = ''] = batch.split(/\d of 3 DOCUMENTS/)
    const fresh = first
      .replace('East pier closed', 'New lamps for the west quay')
      .replace('closed the east pier', 'hung lamps on the west quay')
    const shuffled = [fresh, first, second, third]
      .map((article, i) => `${i + 1} of 4 DOCUMENTS${article}`)
      .join('')
    await put(folder, { [file]: shuffled })
    await library.refresh()
    await library.whenRead()
    expect(library.articles().find((row) => row.id === id)).toMatchObject({
      part: 2,
      annotations: 1,
    })
    expect(library.articles()).toHaveLength(4)
    expect(quotesOf(must(await library.open(id)))).toEqual(['the promised pumps'])
  })

  it('lists an annotated article as missing when the file does not hold it any more', async () => {
    const { folder, library } = await splitLibrary()
    const { id } = partRow(library, 2)
    await mark(library, id, 'by a show of hands')
    const short = batch.split('3 of 3 DOCUMENTS')[0]?.replaceAll('of 3', 'of 2') ?? ''
    await put(folder, { [file]: short })
    await library.refresh()
    await library.whenRead()
    const row = library.articles().find((each) => each.id === id)
    expect(row).toMatchObject({ state: 'missing', annotations: 1 })
    expect(quotesOf(must(await library.open(id)))).toEqual(['by a show of hands'])
    await put(folder, { [file]: batch })
    await library.refresh()
    await library.whenRead()
    expect(partRow(library, 2).id).toBe(id)
  })

  it('moves with its annotations, index or not', async () => {
    const { folder, library } = await splitLibrary()
    const { id } = partRow(library, 0)
    await mark(library, id, 'a third of its oak piles')
    await library.close()
    await mkdir(join(folder, 'old'))
    await copyFile(join(folder, file), join(folder, 'old/moved.txt'))
    await rm(join(folder, file))
    await rm(dataDirOf(folder), { recursive: true, force: true })
    const { library: again } = await open(folder)
    expect(again.articles().map(({ path, part }) => [path, part])).toEqual([
      ['old/moved.txt', 0],
      ['old/moved.txt', 1],
      ['old/moved.txt', 2],
    ])
    expect(quotesOf(must(await again.open(id)))).toEqual(['a third of its oak piles'])
  })

  it('is refused a split when it holds one article', async () => {
    const { library } = await open(await folderOf({ 'a.txt': 'One\n\nOnly one article.\n' }))
    expect(errorOf(await library.split(idAt(library, 'a.txt'), true)).message).toContain(
      'one article',
    )
  })

  it('gives the same export after import into a copy', async () => {
    const { library } = await splitLibrary()
    await mark(library, partRow(library, 1).id, 'the promised pumps')
    await mark(library, partRow(library, 2).id, 'by a show of hands')
    must(
      await library.correct({
        article: partRow(library, 2).id,
        meta: { source: 'The Lindau News' },
      }),
    )
    const text = await exported(library)
    expect(text).toContain('"part": 1')
    const { library: copy } = await open(await folderOf({ [file]: batch }))
    const dry = must(await importJson(copy, { text, name: 'x.json', dryRun: true }))
    expect(dry).toMatchObject({ read: 2, anchored: 2, lost: [] })
    expect(rowsOf(copy)).toHaveLength(1)
    must(await importJson(copy, { text, name: 'x.json', dryRun: false }))
    expect(rowsOf(copy)).toHaveLength(3)
    expect(await exported(copy)).toBe(text)
  })
})

describe('what is remembered of the articles in a file', () => {
  it('is not taken for that of others which a change of the file put in their places', async () => {
    const { folder, library } = await splitLibrary()
    const { id } = partRow(library, 1)
    await mark(library, id, 'the promised pumps')
    await library.close()
    const [, first = '', second = '', third = ''] = batch.split(/\d of 3 DOCUMENTS/)
    const turned = [third, first, second]
      .map((article, i) => `${i + 1} of 3 DOCUMENTS${article}`)
      .join('')
    await put(folder, { [file]: turned })
    await diesAfterReading(folder)
    const { library: again } = await open(folder)
    expect(rowsOf(again)).toEqual([2, 0, 1].map((at, part) => [part, 'ready', titles[at]]))
    const row = again.articles().find((each) => each.id === id)
    expect(row).toMatchObject({ part: 2, title: titles[1], annotations: 1 })
  })
})

describe('the choice to split', () => {
  it('that another machine made later holds', async () => {
    const { folder, library } = await splitLibrary()
    const path = places(folder).libraryFile('splits')
    const text = await readFile(path, 'utf8')
    const later = text
      .replace('"split":true', '"split":false')
      .replace(/"set":\{[^}]*\}/, '"set":{"*":"2027-01-01T00:00:00.000Z~000~there"}')
    await writeFile(path, later)
    await library.refresh()
    await library.whenRead()
    expect(rowsOf(library)).toHaveLength(1)
    await writeFile(path, text)
    await library.refresh()
    await library.whenRead()
    expect(rowsOf(library)).toHaveLength(1)
  })

  it('that arrives from another machine splits the file at the next look', async () => {
    const { folder, library } = await splitLibrary()
    const text = await readFile(places(folder).libraryFile('splits'), 'utf8')
    const { library: other } = await (async () => {
      const copy = await folderOf({ [file]: batch })
      const opened = await open(copy)
      await writeFile(places(copy).libraryFile('splits'), text)
      await opened.library.refresh()
      await opened.library.whenRead()
      return opened
    })()
    expect(other.articles().map(({ id }) => id)).toEqual(library.articles().map(({ id }) => id))
  })

  it('in a damaged file is told, and the file is set aside when the reader chooses again', async () => {
    const { folder, library } = await splitLibrary()
    await library.close()
    await writeFile(places(folder).libraryFile('splits'), 'torn {')
    const { library: again } = await open(folder)
    expect(again.info().problems).toMatchObject([{ code: 'store-damaged' }])
    // The copy stands in for it.
    expect(rowsOf(again)).toHaveLength(3)
    must(await again.split(partRow(again, 1).id, false))
    expect(again.info().problems).toEqual([])
    expect(rowsOf(again)).toHaveLength(1)
  })

  it('of a newer Parallax is not written over', async () => {
    const folder = await folderOf({ [file]: batch })
    await put(folder, { '.parallax/splits.json': '{"format":"parallax/splits","version":9}' })
    const { library } = await open(folder)
    expect(errorOf(await library.split(idAt(library, file), true)).code).toBe('store-newer')
  })
})

describe('the ids of parts', () => {
  const known = ['One fine day', 'Two trains', null].map((title, index) => ({
    ...{ id: `${index}`.repeat(16), index, title },
  }))
  const ids = (...titles: (string | null)[]): string[] => assignPartIds('f', titles, known)

  it('stay by number and title', () => {
    expect(ids('One fine day', 'Two trains', null)).toEqual(known.map(({ id }) => id))
  })

  it('follow the title where the number changed', () => {
    expect(ids('Two trains', 'One fine day')).toEqual([known[1]?.id, known[0]?.id])
  })

  it('follow a title that was edited', () => {
    expect(ids('New', 'One very fine day')[1]).toBe(known[0]?.id)
  })

  it('follow the text, also where there is no title and the number changed', () => {
    const untitled = ['first', 'second'].map((textHash, index) => ({
      ...{ id: `${index}`.repeat(16), index, title: null, textHash, isSameFile: false },
    }))
    expect(assignPartIds('f', [null, null], untitled, ['second', 'first'])).toEqual([
      untitled[1]?.id,
      untitled[0]?.id,
    ])
  })

  it('are not taken over by number alone where the file is another and the text, too', () => {
    const last = { id: '0'.repeat(16), index: 0, title: null, textHash: 'first' }
    const inFile = (isSameFile: boolean) =>
      assignPartIds('f', [null], [{ ...last, isSameFile }], ['another'])
    expect(inFile(false)).not.toContain(last.id)
    // Other loaders read another text from the same bytes.
    expect(inFile(true)).toEqual([last.id])
  })

  it('are never the same twice', () => {
    const all = ids('Same', 'Same', 'One fine day', 'One fine day')
    expect(new Set(all).size).toBe(4)
    expect(assignPartIds('f', ['A', 'B'], [])).toEqual(assignPartIds('f', ['C', 'D'], []))
  })
})
