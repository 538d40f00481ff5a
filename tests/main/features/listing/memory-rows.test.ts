// Where there is no index, the list answers as the index would: the same rows, places, groups and counts.
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { Library } from '../../../../src/main/library.ts'
import { type RowQuery, rowGroupings, rowSorts } from '../../../../src/shared/model/rows.ts'
import {
  type Files,
  folderOf,
  highlight,
  idAt,
  must,
  open,
  tempFolder,
} from '../../library/support.ts'

const outlets = ['Quay Herald', 'The Öre Post', 'quay herald', '大橋日報', null]
const authors = ['Ann Weir', 'Émile Zola', null]
const dates = ['2026-03-04', '2026-03-01', '2025', null]
const tags = ['facts', 'facts/money', 'Facts/Öl', 'people', '𝒜 script', 'ｆull width']

const front = (n: number): string => {
  const lines = [
    ['source', outlets[n % outlets.length]],
    ['author', authors[n % authors.length]],
    ['date', dates[n % dates.length]],
  ].flatMap(([name, value]) => (value ? [`${name}: "${value}"`] : []))
  return lines.length > 0 ? `---\n${lines.join('\n')}\n---\n\n` : ''
}

const article = (n: number): string =>
  `${front(n)}# ${n % 3 === 0 ? 'The bridge' : `Harbour ${n % 12}`}\n\n${'Some words of it here. '.repeat((n % 4) + 1)}\n`

const files: Files = Object.fromEntries([
  ...Array.from({ length: 36 }, (_, n) => [`${n % 5}/${n}.md`, article(n)]),
  ['empty.txt', ''],
])

/** One library, as its index lists it and as its rows in memory do. */
async function both(): Promise<{ index: Library; memory: Library; story: string }> {
  const folder = await folderOf(files)
  const search = { dataDir: await tempFolder(), workerUrl: null }
  const { library: index } = await open(folder, { search })
  for (let n = 0; n < 20; n++)
    await highlight(index, `${n % 5}/${n}.md`, 'words', {
      note: n % 3 === 0 ? 'a note' : '',
      tags: [tags[n % tags.length] ?? '', ...(n % 4 === 0 ? ['people'] : [])],
    })
  const articles = [2, 3, 5].map((n) => idAt(index, `${n % 5}/${n}.md`))
  const story = must(await index.saveStory({ id: null, name: 'A story', articles }))
  must(await index.setReading({ articles, state: 'read' }))
  await index.whenIndexed()
  const { library: memory } = await open(folder, { mode: 'read', index: undefined })
  onTestFinished(() => memory.close())
  return { index, memory, story: story.id }
}

it('gives the same under every sort, filter and grouping', async () => {
  const { index, memory, story } = await both()
  const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
    fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
  const queries: fc.Arbitrary<RowQuery> = fc
    .record({
      sort: fc.constantFrom(...rowSorts),
      descending: fc.boolean(),
      group: maybe(rowGroupings),
      filter: maybe(['harbour', 'ÖRE', '1', 'weir', 'nothing']),
      tag: maybe(['facts', 'people', 'FACTS/öl', 'none']),
      outlet: fc.option(fc.constantFrom(...outlets), { nil: undefined, freq: 4 }),
      story: maybe([story]),
      state: maybe(['new', 'read'] as const),
    })
    .map((query) => JSON.parse(JSON.stringify(query)))
  await fc.assert(
    fc.asyncProperty(queries, fc.nat(20), fc.nat(30), async (query, start, length) => {
      const range = { query, start, end: start + length }
      const page = must(await index.rowsPage(range))
      expect(must(await memory.rowsPage(range))).toEqual(page)
      expect(await memory.rowsBetween(range)).toEqual(await index.rowsBetween(range))
      for (const { id } of page.rows.slice(0, 2))
        expect(await memory.rowsPlace({ article: id, query })).toEqual(
          await index.rowsPlace({ article: id, query }),
        )
    }),
    { numRuns: 300 },
  )
  expect(await memory.counts()).toEqual(await index.counts())
})

it('follows what changes', async () => {
  const folder = await folderOf({ 'a.txt': 'A title\n\nSome words of it here.\n' })
  const { library } = await open(folder, { index: undefined })
  expect(must(await library.counts()).annotations).toBe(0)
  await highlight(library, 'a.txt', 'words', { tags: ['people'] })
  expect(must(await library.counts())).toMatchObject({
    annotations: 1,
    tags: [{ tag: 'people', articles: 1, annotations: 1 }],
  })
})
