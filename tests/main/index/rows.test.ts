// The list under every sort, filter and grouping equals what a plain look through all rows gives.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexChange } from '../../../src/main/index/facts.ts'
import type { Index } from '../../../src/main/index/open-index.ts'
import { sortKey } from '../../../src/main/index/sort-key.ts'
import { type RowSort, rowGroupings, rowSorts } from '../../../src/shared/model/list-order.ts'
import type { ListedRow, RowQuery } from '../../../src/shared/model/rows.ts'
import { foldForFind } from '../../../src/shared/text/fold-for-find.ts'
import { annotated, annotationOf, idOf, openTemp, toldOf } from './support.ts'

const all = { start: 0, end: 10_000 }
const idsOf = (index: Index, query: RowQuery): string[] =>
  index.rows(query, all).rows.map(({ id }) => id)

describe('a row', () => {
  it('has the facts of its file with the reader’s corrections over them', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { title: 'Said', source: 'The Post', published: '2026-03-04' } }),
      {
        kind: 'corrections',
        article: idOf(1),
        facts: [
          { kind: 'fact', field: 'title', value: 'Corrected', modified: '2026-03-04T10:00:00Z' },
          { kind: 'fact', field: 'source', value: null, modified: '2026-03-04T10:00:00Z' },
        ],
      },
    ])
    expect(index.row(idOf(1))).toMatchObject({
      id: idOf(1),
      title: 'Corrected',
      source: 'The Post',
      published: '2026-03-04',
      corrected: ['title'],
      reading: 'new',
      state: 'ready',
    })
  })

  it('counts annotations and notes, and follows them', async () => {
    const { index } = await openTemp()
    const later = '2027-01-01T00:00:00.000Z'
    await index.put([
      ...toldOf({ n: 1 }),
      annotated(1, [annotationOf('a', { note: 'one' }), annotationOf('b', { modified: later })]),
    ])
    expect(index.row(idOf(1))).toMatchObject({
      annotations: 2,
      notes: 1,
      changed: Date.parse(later),
    })
    await index.put([
      {
        kind: 'annotations',
        article: idOf(1),
        all: false,
        put: [annotationOf('c', { note: 'two' }), annotationOf('a', { note: '' })],
        gone: ['b'],
      },
    ])
    expect(index.row(idOf(1))).toMatchObject({ annotations: 2, notes: 1 })
  })

  it('knows annotations that were told before its article', async () => {
    const { index } = await openTemp()
    await index.put([annotated(1, [annotationOf('a', { tags: ['early'] })])])
    await index.put(toldOf({ n: 1 }))
    expect(index.row(idOf(1))).toMatchObject({ annotations: 1 })
    expect(idsOf(index, { sort: 'path', tag: 'early' })).toEqual([idOf(1)])
  })

  it('takes its reading state from a record of that kind', async () => {
    const { index } = await openTemp()
    const record = { kind: 'reading', key: idOf(1), article: idOf(1), json: '{"state":"read"}' }
    await index.put([...toldOf({ n: 1 }), { kind: 'record', record }])
    expect(index.row(idOf(1))?.reading).toBe('read')
    expect(index.counts().states).toEqual({ new: 0, reading: 0, read: 1 })
    await index.put([{ kind: 'record-gone', recordKind: 'reading', key: idOf(1) }])
    expect(index.row(idOf(1))?.reading).toBe('new')
  })

  it('is gone with its article, and comes back with all that was made of it', async () => {
    const { index } = await openTemp()
    await index.put([...toldOf({ n: 1 }), annotated(1, [annotationOf('a')])])
    await index.put([{ kind: 'article-gone', id: idOf(1) }])
    expect(index.row(idOf(1))).toBeNull()
    expect(index.counts()).toMatchObject({ articles: 0, annotations: 0, tags: [] })
    await index.put(toldOf({ n: 1 }))
    expect(index.row(idOf(1))?.annotations).toBe(1)
  })
})

describe('the list', () => {
  it('filters by story, state, outlet and tags beneath one', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { source: 'A' } }),
      ...toldOf({ n: 2, meta: { source: 'B' } }),
      ...toldOf({ n: 3 }),
      annotated(1, [annotationOf('a', { tags: ['Topic/War'] })]),
      annotated(2, [
        annotationOf('b', { tags: ['topic'] }),
        annotationOf('c', { tags: ['topical'] }),
      ]),
      { kind: 'story', id: 's', name: 'Storm', articles: [idOf(3), idOf(1), idOf(9)] },
    ])
    expect(idsOf(index, { sort: 'path', tag: 'TOPIC' })).toEqual([idOf(1), idOf(2)])
    expect(idsOf(index, { sort: 'path', tag: 'topic/war' })).toEqual([idOf(1)])
    expect(idsOf(index, { sort: 'path', story: 's' })).toEqual([idOf(1), idOf(3)])
    expect(idsOf(index, { sort: 'path', outlet: 'B' })).toEqual([idOf(2)])
    expect(idsOf(index, { sort: 'path', outlet: null })).toEqual([idOf(3)])
    expect(idsOf(index, { sort: 'path', state: 'read' })).toEqual([])
    await index.put([{ kind: 'story-gone', id: 's' }])
    expect(idsOf(index, { sort: 'path', story: 's' })).toEqual([])
  })

  it('groups, a row once in each of its groups', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { published: '2026-03-04' } }),
      ...toldOf({ n: 2, meta: { published: '2026-03' } }),
      ...toldOf({ n: 3 }),
      annotated(1, [annotationOf('a', { tags: ['b', 'a'] }), annotationOf('b', { tags: ['a'] })]),
    ])
    expect(index.rows({ sort: 'path', group: 'month' }, all).groups).toEqual([
      { key: '2026-03', start: 0, count: 2 },
      { key: null, start: 2, count: 1 },
    ])
    const tags = index.rows({ sort: 'path', group: 'tag' }, all)
    expect(tags.total).toBe(4)
    expect(tags.groups.map(({ key, count }) => [key, count])).toEqual([
      ['a', 1],
      ['b', 1],
      [null, 2],
    ])
    expect(tags.rows.map(({ id }) => id)).toEqual([1, 1, 2, 3].map(idOf))
    const one = index.rows({ sort: 'path', group: 'tag', tag: 'b' }, all)
    expect(one.groups).toEqual([{ key: 'b', start: 0, count: 1 }])
  })

  it('finds what is typed in a name in any way that find accepts', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { title: 'Le “Café”', byline: 'Ann' } }),
      ...toldOf({ n: 2, meta: { title: 'Anne' }, file: { path: 'sub/2.txt' } }),
    ])
    const filter = (typed: string) => idsOf(index, { sort: 'path', filter: typed })
    expect(filter("'cafe'")).toEqual([idOf(1)])
    expect(filter('ANN').sort()).toEqual([idOf(1), idOf(2)])
    expect(filter('nn\n')).toHaveLength(2)
    expect(filter(' ')).toHaveLength(2)
    // Each word may stand in another fact of the article.
    expect(filter('ann cafe')).toEqual([idOf(1)])
    expect(filter('cafe anne')).toEqual([])
    expect(filter('sub/2')).toEqual([idOf(2)])
    expect(filter('x'.repeat(10_000))).toEqual([])
  })

  it('goes to a title that begins with what is typed, from a place on and then from the first', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { title: 'Écluse', byline: 'Bo' } }),
      ...toldOf({ n: 2, meta: { title: 'Bridge' } }),
      ...toldOf({ n: 3, meta: { title: 'eclipse', source: 'Echo' } }),
      ...toldOf({ n: 4, meta: { title: 'The Echo' } }),
    ])
    const query = { sort: 'path' } as const
    expect(index.placeNamed('ECL', query, 0)).toBe(0)
    expect(index.placeNamed('ecl', query, 1)).toBe(2)
    expect(index.placeNamed('eclu', query, 1)).toBe(0)
    expect(index.placeNamed('b', query, 3)).toBe(1)
    expect(index.placeNamed('x', query, 0)).toBeNull()
    expect(index.placeNamed('b', { ...query, filter: 'echo' }, 0)).toBeNull()
    expect(index.placeNamed('b', query, 1_000)).toBe(1)
  })

  it('gives the place of an article, and ranges beyond the end as nothing', async () => {
    const { index } = await openTemp()
    await index.put([3, 1, 2].flatMap((n) => toldOf({ n })))
    expect(index.placeOf(idOf(2), { sort: 'path' })).toBe(1)
    expect(index.placeOf(idOf(2), { sort: 'path', filter: '3' })).toBeNull()
    expect(index.placeOf(idOf(9), { sort: 'path' })).toBeNull()
    expect(index.rows({ sort: 'path' }, { start: 5, end: 9 })).toMatchObject({ total: 3, rows: [] })
    expect(index.rows({ sort: 'path' }, { start: -2, end: 1 }).rows).toHaveLength(1)
    expect(index.rows({ sort: 'path' }, { start: 2, end: 1 }).rows).toEqual([])
  })

  it('is empty for an empty library, under every sort and grouping', async () => {
    const { index } = await openTemp()
    for (const sort of rowSorts)
      for (const group of [undefined, ...rowGroupings])
        expect(index.rows({ sort, filter: 'a', ...(group && { group }) }, all)).toEqual({
          total: 0,
          rows: [],
          groups: [],
        })
  })
})

const name = fc.constantFrom(null, 'Ann', 'ann', 'Änne', 'Bob 2', 'Bob 10', '大橋', '“Q”')
const article = fc.record({
  title: name,
  source: name,
  byline: name,
  published: fc.constantFrom(null, '2026', '2026-03-04', '2025-12-01'),
  words: fc.integer({ min: 0, max: 3 }),
  added: fc.integer({ min: 0, max: 3 }),
  notes: fc.integer({ min: 0, max: 2 }),
})

const changesFor = (made: readonly Made[]): IndexChange[] =>
  made.flatMap(({ title, source, byline, published, words, added, notes }, n): IndexChange[] => [
    ...toldOf({
      n,
      text: null,
      meta: { title, source, byline, published },
      article: { words, added },
      file: { path: `${n % 3}/${n}.txt` },
    }),
    annotated(
      n,
      Array.from({ length: notes }, (_, at) => annotationOf(`${n}-${at}`)),
    ),
  ])
type Made = typeof article extends fc.Arbitrary<infer T> ? T : never

const keyFor: Readonly<Record<RowSort, (row: ListedRow) => string | number | null>> = {
  path: (row) => sortKey(row.path),
  title: (row) => sortKey(row.title ?? row.path.slice(row.path.lastIndexOf('/') + 1)),
  outlet: (row) => row.source && sortKey(row.source),
  author: (row) => row.byline && sortKey(row.byline),
  date: (row) => row.published,
  added: (row) => row.added,
  changed: (row) => row.changed,
  words: (row) => row.words,
  annotations: (row) => row.annotations,
}

const folded = (text: string): string => foldForFind(text).text

it('equals a look through all rows, for any rows, sort and filter', async () => {
  const query = fc.record({
    sort: fc.constantFrom(...rowSorts),
    descending: fc.boolean(),
    filter: fc.constantFrom('', 'a', 'an', 'bob', 'b an', '橋', '/1', "'q'"),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 12 }), query, async (made, asked) => {
      const { index } = await openTemp({ path: null })
      await index.put(changesFor(made))
      const page = index.rows(asked, all)
      const rows = made.flatMap((_, n) => index.row(idOf(n)) ?? [])
      expect(rows).toHaveLength(made.length)
      const names = (row: ListedRow) => [
        row.title ?? row.path.slice(row.path.lastIndexOf('/') + 1),
        row.source ?? '',
        row.byline ?? '',
        row.path,
      ]
      const wanted = rows.filter((row) =>
        asked.filter
          .split(' ')
          .every((word) => names(row).some((each) => folded(each).includes(folded(word)))),
      )
      expect(new Set(page.rows.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)))
      expect(page.total).toBe(wanted.length)
      const keys = page.rows.map(keyFor[asked.sort])
      const present = keys.filter((key) => key !== null)
      expect(keys.slice(present.length)).toEqual(keys.slice(present.length).fill(null))
      for (const [at, key] of present.entries()) {
        const next = present[at + 1]
        if (next === undefined) continue
        const order = compare(key, next)
        expect(asked.descending ? -order : order).toBeLessThanOrEqual(0)
      }
      for (const [at, { id }] of page.rows.entries()) expect(index.placeOf(id, asked)).toBe(at)
    }),
    { numRuns: 60 },
  )
})

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' || typeof b === 'number'
    ? Number(a) - Number(b)
    : Buffer.compare(Buffer.from(a), Buffer.from(b))
