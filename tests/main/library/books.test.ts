// A book in a library: as one, as its chapters, and to and fro.
import { expect, it } from 'vitest'
import { buildExport } from '../../../src/main/features/exchange/exchange.ts'
import { importJson } from '../../../src/main/features/exchange/importing.ts'
import type { Library } from '../../../src/main/library.ts'
import { bookParts, xhtml, zipOf } from '../reading/samples/archives.ts'
import { clock, folderOf, idAt, must, open, put, quotesOf, reopenWithoutIndex } from './support.ts'

const file = 'wards.epub'
const book = zipOf(bookParts())
const titles = ['High Water', 'Afterwards']

const listed = (library: Library): readonly (readonly [number | null, string, string | null])[] =>
  library.articles().map(({ part, state, title }) => [part, state, title])

const asChapters = titles.map((title, part) => [part, 'ready', title])

async function mark(library: Library, id: string, words: string): Promise<void> {
  const { text } = must(await library.open(id))
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  const range = { start, end: start + words.length, color: 'green' as const }
  must(await library.create({ article: id, ...range, tags: ['flood'], note: 'Who says so?' }))
}

const exported = async (library: Library): Promise<string> => {
  const request = { format: 'json', article: null, empty: false } as const
  return must(await buildExport(library, request, { now: clock(), version: '1' })).text
}

it('a book is one article, its chapters, one again and its chapters again, and loses nothing', async () => {
  const folder = await folderOf({ [file]: book })
  const first = await open(folder)
  const whole = idAt(first.library, file)
  expect(listed(first.library)).toEqual([[null, 'ready', 'The River Wards']])
  expect(first.library.articles()).toMatchObject([{ parts: 2, format: 'epub' }])

  must(await first.library.split(whole, true))
  expect(listed(first.library)).toEqual(asChapters)
  const [one = '', two = ''] = first.library.articles().map(({ id }) => id)
  await mark(first.library, one, 'the lanes were gone')
  await mark(first.library, two, 'Nobody was asked')
  must(await first.library.correct({ article: two, meta: { byline: 'Ada Holm' } }))
  const { pictures } = must(await first.library.open(one))
  expect(pictures.length, 'a chapter shows its own pictures').toBe(1)
  expect(must(await first.library.picture(one, 0)).mime).toBe('image/png')
  expect(must(await first.library.open(two)).pictures).toEqual([])
  await first.library.close()

  const second = await open(folder)
  expect(second.work.reads, 'a restart reads nothing').toEqual([])
  expect(listed(second.library)).toEqual(asChapters)
  expect(quotesOf(must(await second.library.open(one)))).toEqual(['the lanes were gone'])

  must(await second.library.split(one, false))
  expect(listed(second.library)).toEqual([
    [null, 'ready', 'The River Wards'],
    ...titles.map((title, part) => [part, 'missing', title]),
  ])
  expect(quotesOf(must(await second.library.open(two)))).toEqual(['Nobody was asked'])
  const again = (await reopenWithoutIndex(folder, second.library)).library
  expect(listed(again)[0]).toEqual([null, 'ready', 'The River Wards'])

  must(await again.split(idAt(again, file), true))
  expect(listed(again)).toEqual(asChapters)
  expect(again.articles().map(({ id }) => id)).toEqual([one, two])
  expect(quotesOf(must(await again.open(two)))).toEqual(['Nobody was asked'])
  expect(again.articles()[1]).toMatchObject({ byline: 'Ada Holm', corrected: ['byline'] })

  const text = await exported(again)
  const { library: copy } = await open(await folderOf({ 'mine/the book.epub': book }))
  expect(must(await importJson(copy, { text, name: 'x.json', dryRun: false }))).toMatchObject({
    ...{ read: 2, anchored: 2, lost: [] },
  })
  expect(listed(copy)).toEqual(asChapters)
  expect(copy.articles().map(({ id, annotations }) => [id, annotations])).toEqual([
    [one, 1],
    [two, 1],
  ])
  expect((await exported(copy)).replaceAll('mine/the book.epub', file)).toBe(text)
})

it('a chapter keeps its notes in a new edition of the book', async () => {
  const folder = await folderOf({ [file]: book })
  const { library } = await open(folder)
  must(await library.split(idAt(library, file), true))
  const [one = ''] = library.articles().map(({ id }) => id)
  await mark(library, one, 'the lanes were gone')
  const chapter = xhtml('<h1>One</h1><p>It rained. By morning, all the lanes were gone.</p>')
  await put(folder, { [file]: zipOf(bookParts({ 'OPS/text/one.xhtml': chapter })) })
  await library.refresh()
  await library.whenRead()
  expect(listed(library)).toEqual(asChapters)
  expect(quotesOf(must(await library.open(one)))).toEqual(['the lanes were gone'])
})
