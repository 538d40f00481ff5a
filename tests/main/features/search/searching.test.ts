// Search over an open library: finds what is in it, and follows what changes in it.
import { copyFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Library, type LibraryDeps, openLibrary } from '../../../../src/main/library.ts'
import type { SearchAnswer } from '../../../../src/shared/model/search.ts'
import { slowFolder } from '../../library/slow-folder.ts'
import {
  bridge,
  errorOf,
  folderOf,
  harbour,
  highlight,
  idAt,
  must,
  type Opened,
  open,
  ownWork,
  put,
  tempFolder,
} from '../../library/support.ts'

const ferry =
  'The ferry stays\n\nThe ferry will run through the winter, its owner said on Sunday.\n'
const batch = join(import.meta.dirname, '../../../fixtures/exports/lexis-classic.txt')
const files = { 'a.txt': bridge, 'b.txt': harbour, 'c.txt': ferry }

interface Started extends Opened {
  readonly folder: string
  readonly dataDir: string
}

/** A library with an index that knows all of it. */
async function started(
  given: Partial<{ folder: string; dataDir: string; deps: Partial<LibraryDeps> }> = {},
): Promise<Started> {
  const folder = given.folder ?? (await folderOf(files))
  const dataDir = given.dataDir ?? (await tempFolder())
  const opened = await open(folder, { search: { dataDir, workerUrl: null }, ...given.deps })
  await opened.library.whenIndexed()
  return { folder, dataDir, ...opened }
}

async function ask(library: Library, query: string): Promise<SearchAnswer> {
  await library.whenIndexed()
  return must(await library.search({ query, offset: 0, limit: 50, hits: 5, typing: false }))
}

/** The paths of what is found, the best first. */
const found = async (library: Library, query: string): Promise<string[]> =>
  (await ask(library, query)).articles.map(({ article }) => article.path)

describe('a search', () => {
  it('gives articles with their hits, each with its words marked in a snippet', async () => {
    const { library } = await started()
    const { articles, total, left, problems } = await ask(library, 'bridge')
    expect({ total, left, problems }).toEqual({ total: 1, left: null, problems: [] })
    const [first] = articles
    expect(first?.article).toMatchObject({ path: 'a.txt', title: 'The bridge is shut' })
    expect(first?.hits.map(({ field }) => field)).toEqual(['title', 'text', 'text'])
    for (const { start, end, field, snippet } of first?.hits ?? []) {
      if (field === 'text') expect(bridge.slice(start, end)).toBe('bridge')
      expect(snippet.marks.map((mark) => snippet.text.slice(mark.start, mark.end))).toContain(
        'bridge',
      )
    }
  })

  it('finds what words in a row, minus and OR ask for, whatever their case and accents', async () => {
    const { library } = await started()
    expect(await found(library, '"quay STREET bridge"')).toEqual(['a.txt'])
    expect(await found(library, '"bridge quay"')).toEqual([])
    expect((await found(library, 'cracks OR férry')).toSorted()).toEqual(['a.txt', 'c.txt'])
    expect((await found(library, 'said -ferry')).toSorted()).toEqual(['b.txt'])
  })

  it('says where a query is not well formed, and searches for what was meant', async () => {
    const { library } = await started()
    const answer = await ask(library, '"arches')
    expect(answer.total).toBe(1)
    expect(answer.problems).toMatchObject([{ start: 0, refused: false }])
  })

  it('finds nothing for a query that asks for nothing', async () => {
    const { library } = await started()
    expect(await ask(library, '  ')).toMatchObject({ total: 0, articles: [], problems: [] })
  })

  it('suggests the names that the library has', async () => {
    const { library } = await started()
    await highlight(library, 'a.txt', 'cracks', { tags: ['tone/dry'] })
    await library.whenIndexed()
    const { suggestions } = must(await library.suggestSearch({ query: 'tag:t', caret: 5 }))
    expect(suggestions.map(({ label }) => label)).toEqual(['tone/dry'])
  })

  it('is refused in a library that was opened for something else', async () => {
    const { library } = await open(await folderOf(files))
    const arg = { query: 'bridge', offset: 0, limit: 50, hits: 5, typing: false }
    expect(errorOf(await library.search(arg)).code).toBe('unsupported')
  })
})

it('has all there is in an index of its own, though another Parallax has the library', async () => {
  const first = await started()
  const second = await started({ folder: first.folder })
  expect(second.library.info().readOnly?.code).toBe('locked')
  const query = { sort: 'path' } as const
  expect(must(await second.library.rowsPage({ query, start: 0, end: 9 })).total).toBe(3)
  expect(await found(second.library, 'ferry')).toEqual(['c.txt'])
})

it('is refused once the library was left, whether its index was complete or not', async () => {
  const arg = { query: 'bridge', offset: 0, limit: 50, hits: 5, typing: false }
  const { library } = await started()
  await library.close()
  expect(errorOf(await library.search(arg)).code).toBe('library-changed')
  const search = { dataDir: await tempFolder(), workerUrl: null }
  const early = await open(await folderOf(files), { search })
  await early.library.close()
  expect(errorOf(await early.library.search(arg)).code).toBe('library-changed')
  expect(early.told.filter(({ event }) => event === 'notice')).toEqual([])
})

describe('the index of a library', () => {
  it('costs no file a second reading', async () => {
    const { work } = await started()
    expect(work.reads).toHaveLength(3)
  })

  it('is taken up at the next opening without a file being read', async () => {
    const { folder, dataDir, library } = await started()
    await library.close()
    const again = await started({ folder, dataDir })
    expect(again.work.reads).toEqual([])
    expect(await found(again.library, 'ferry')).toEqual(['c.txt'])
  })

  it('is made of what the library remembers when it is not there, each file read once', async () => {
    const { folder, library } = await started()
    await library.close()
    const again = await started({ folder })
    expect(again.work.reads).toHaveLength(3)
    expect(await found(again.library, 'ferry')).toEqual(['c.txt'])
  })

  it('is made anew when its file is damaged, and says so once', async () => {
    const { folder, dataDir, library } = await started()
    await library.close()
    const cache = join(dataDir, 'cache')
    for (const name of await readdir(cache)) await writeFile(join(cache, name), 'no database')
    const again = await started({ folder, dataDir })
    expect(await found(again.library, 'ferry')).toEqual(['c.txt'])
    const notices = again.told.filter(({ event }) => event === 'notice')
    expect(notices).toMatchObject([{ data: { code: 'damaged' } }])
  })

  it('is completed at the next opening when a library was left in the middle of it', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, at) => [`${at}.txt`, `Number ${at}\n\nOne of many.\n`]),
    )
    const folder = await folderOf(many)
    const dataDir = await tempFolder()
    const { library } = await open(folder, { search: { dataDir, workerUrl: null } })
    await library.close()
    const again = await started({ folder, dataDir })
    expect((await ask(again.library, 'many')).total).toBe(250)
  })

  it('knows at the next opening what was changed without it', async () => {
    const { folder, dataDir, library } = await started()
    await highlight(library, 'a.txt', 'cracks', { note: 'An oldish remark.' })
    await library.close()
    const without = await open(folder)
    await highlight(without.library, 'b.txt', 'Fishermen', { note: 'A remark.' })
    const id = idAt(without.library, 'a.txt')
    const ids = without.library.annotations(id).map((each) => each.id)
    must(await without.library.remove({ article: id, ids }))
    must(await without.library.saveStory({ id: null, name: 'Quays', articles: [id] }))
    await without.library.close()
    await rm(join(folder, 'c.txt'))
    await put(folder, { 'd.txt': 'A new voice\n\nNobody expected this column.\n' })
    const again = await started({ folder, dataDir })
    expect(await found(again.library, 'remark')).toEqual(['b.txt'])
    expect(await found(again.library, 'oldish')).toEqual([])
    expect(await found(again.library, 'ferry')).toEqual([])
    expect(await found(again.library, 'column')).toEqual(['d.txt'])
    expect(await found(again.library, 'in:Quays')).toEqual(['a.txt'])
  })

  it('tells that it knows more only after an answer that was not complete', async () => {
    const folder = await folderOf(files)
    const search = { dataDir: await tempFolder(), workerUrl: null }
    const quiet = await started({ folder, dataDir: search.dataDir })
    const progress = ({ event }: { event: string }): boolean => event === 'search-progress'
    expect(quiet.told.filter(progress)).toEqual([])
    await quiet.library.close()
    const { library, told } = await open(folder, { search })
    const arg = { query: 'ferry', offset: 0, limit: 50, hits: 5, typing: false }
    expect(must(await library.search(arg)).left).not.toBeNull()
    await library.whenIndexed()
    expect(told.filter(progress).at(-1)?.data).toEqual({ left: null })
  })
})

describe('a process that may not write beside one that does', () => {
  it('tells the index they share nothing older than what that one told', async () => {
    const { folder, dataDir, library } = await started()
    const { annotation } = await highlight(library, 'a.txt', 'cracks', {
      note: 'An oldish remark.',
    })
    await library.whenIndexed()
    const letGo = slowFolder(folder)
    const reader = must(
      await openLibrary(folder, {
        work: ownWork(),
        now: () => new Date(),
        emit: () => undefined,
        mode: 'read',
        sample: false,
        search: { dataDir, workerUrl: null },
        patience: 1,
      }),
    )
    onTestFinished(() => reader.close())
    const article = idAt(library, 'a.txt')
    const patch = { note: 'A newer comment.' }
    must(await library.update({ article, ids: [annotation.id], patch }))
    must(await library.setReading({ articles: [article], state: 'read' }))
    await library.whenIndexed()
    letGo()
    await reader.whenRead()
    expect(await found(reader, 'comment is:read')).toEqual(['a.txt'])
    expect(await found(library, 'comment is:read')).toEqual(['a.txt'])
    expect(await found(library, 'oldish')).toEqual([])
    expect((await ask(reader, 'comment')).left).toBeNull()
  })

  it('says that more may be found where the index does not know every article yet', async () => {
    const { folder, dataDir, library } = await started()
    await put(folder, { 'd.txt': 'A new voice\n\nNobody expected this column.\n' })
    const reader = await open(folder, { mode: 'read', search: { dataDir, workerUrl: null } })
    expect((await ask(reader.library, 'column')).left).toBe(1)
    await library.refresh()
    await library.whenRead()
    expect(await found(library, 'column')).toEqual(['d.txt'])
    expect(await found(reader.library, 'column')).toEqual(['d.txt'])
  })

  it('tells all there is where nobody has the library open', async () => {
    const { folder, dataDir, library } = await started()
    await library.close()
    await put(folder, { 'd.txt': 'A new voice\n\nNobody expected this column.\n' })
    const reader = await open(folder, { mode: 'read', search: { dataDir, workerUrl: null } })
    expect(await found(reader.library, 'column')).toEqual(['d.txt'])
  })
})

describe('what changes while a library is open is found as it is', () => {
  it('notes, tags and colours of highlights, and no more once they are undone', async () => {
    const { library } = await started()
    await highlight(library, 'a.txt', 'cracks', { note: 'Who measured them?', tags: ['doubt'] })
    expect(await found(library, 'measured')).toEqual(['a.txt'])
    expect(await found(library, 'tag:doubt has:note colour:green')).toEqual(['a.txt'])
    must(await library.undo())
    expect(await found(library, 'measured')).toEqual([])
    expect(await found(library, 'tag:doubt')).toEqual([])
  })

  it('a corrected title', async () => {
    const { library } = await started()
    must(
      await library.correct({
        article: idAt(library, 'b.txt'),
        meta: { title: 'Dearer moorings' },
      }),
    )
    expect(await found(library, 'moorings')).toEqual(['b.txt'])
    expect(await found(library, 'title:dues')).toEqual([])
    must(await library.undo())
    expect(await found(library, 'title:dues')).toEqual(['b.txt'])
  })

  it('stories', async () => {
    const { library } = await started()
    const articles = [idAt(library, 'a.txt'), idAt(library, 'b.txt')]
    const story = must(await library.saveStory({ id: null, name: 'Two quays', articles }))
    expect((await found(library, 'in:"Two quays"')).toSorted()).toEqual(['a.txt', 'b.txt'])
    must(await library.deleteStory({ id: story.id }))
    expect(await found(library, 'in:"Two quays"')).toEqual([])
  })

  it('files that are changed, moved, added and removed by other programs', async () => {
    const { library, folder } = await started()
    await writeFile(join(folder, 'a.txt'), 'The bridge is open\n\nTrams cross it once more.\n')
    await rename(join(folder, 'b.txt'), join(folder, 'moved.txt'))
    await rm(join(folder, 'c.txt'))
    await put(folder, { 'd.txt': 'A new voice\n\nNobody expected this column.\n' })
    await library.refresh()
    await library.whenRead()
    expect(await found(library, 'cracks')).toEqual([])
    expect(await found(library, 'trams')).toEqual(['a.txt'])
    expect(await found(library, 'fishermen')).toEqual(['moved.txt'])
    expect(await found(library, 'ferry')).toEqual([])
    expect(await found(library, 'column')).toEqual(['d.txt'])
  })

  it('a file that was changed and is opened before anyone has looked at the folder', async () => {
    const { library, folder } = await started()
    await writeFile(join(folder, 'a.txt'), 'The bridge is open\n\nTrams cross it once more.\n')
    must(await library.open(idAt(library, 'a.txt')))
    expect(await found(library, 'trams')).toEqual(['a.txt'])
  })

  it('the notes of an article whose file is gone', async () => {
    const { library, folder } = await started()
    await highlight(library, 'a.txt', 'cracks', { note: 'Who measured them?' })
    await rm(join(folder, 'a.txt'))
    await library.refresh()
    expect(await found(library, 'measured')).toEqual(['a.txt'])
    expect((await ask(library, 'measured')).articles[0]?.article.state).toBe('missing')
    expect(await found(library, 'arches')).toEqual([])
    expect(await found(library, 'cracks')).toEqual(['a.txt'])
  })

  it('the articles of a file, each by itself once the file is split', async () => {
    const folder = await tempFolder()
    await copyFile(batch, join(folder, 'batch.txt'))
    const { library } = await started({ folder })
    const whole = await ask(library, 'orchards')
    expect(whole.articles.map(({ article }) => article.part)).toEqual([null])
    must(await library.split(idAt(library, 'batch.txt'), true))
    const parts = (await ask(library, 'orchards')).articles.map(({ article }) => article.part)
    expect(parts.length).toBeGreaterThan(0)
    expect(parts).not.toContain(null)
    const rows = library.articles().length
    expect(parts.length).toBeLessThan(rows)
    must(await library.split(idAt(library, 'batch.txt'), false))
    const again = await ask(library, 'orchards')
    expect(again.articles.map(({ article }) => article.part)).toEqual([null])
  })
})
