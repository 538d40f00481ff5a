// A search finds what a plain look at everything finds, the best first, and shows exact places.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexChange } from '../../../src/main/index/facts.ts'
import { mostWeighed } from '../../../src/main/index/ranking.ts'
import { type SearchNode, searchFields, searchLimits } from '../../../src/shared/search/ast.ts'
import { foldedName } from '../../../src/shared/search/tokens.ts'
import { errorOf } from '../store/support.ts'
import { docsOf, matches } from './naive-search.ts'
import { annotated, annotationOf, found, idOf, must, openTemp, toldOf, words } from './support.ts'

const and = (...nodes: readonly SearchNode[]): SearchNode => ({ kind: 'and', nodes })
const or = (...nodes: readonly SearchNode[]): SearchNode => ({ kind: 'or', nodes })
const not = (node: SearchNode): SearchNode => ({ kind: 'not', node })
const range = { start: 0, end: 20, hits: 5 }

describe('a search', () => {
  it.each([
    ['case and accents', 'The CAFÉ closed.', 'cafe'],
    ['quote marks', 'He didn’t.', "didn't"],
    ['part of a Chinese sentence', '大橋昨夜倒塌了。', '昨夜倒'],
    ['part of a Japanese word', '東京タワーに行く', 'タワ'],
    ['part of a Korean word', '서울에서 만나요', '서울'],
    ['part of a Thai word', 'ข่าวด่วนวันนี้', 'ด่วน'],
    ['a character beyond the first plane', 'The 𠮷野家 shop', '𠮷野'],
    ['words over a line break', 'the old\nbridge', 'old bridge'],
  ])('finds %s', async (_what, text, query) => {
    const { index } = await openTemp()
    await index.put([...toldOf({ n: 1, text }), ...toldOf({ n: 2, text: 'Nothing of it.' })])
    expect(found(index, words(query))).toEqual([idOf(1)])
  })

  it('finds one word in the title and the other in a note on the article', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, meta: { title: 'The harbour' } }),
      annotated(1, [annotationOf('a', { note: 'Inflation again.' })]),
    ])
    expect(found(index, and(words('harbour'), words('inflation')))).toEqual([idOf(1)])
  })

  it('finds words in a row only within one text, one note, one tag', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, text: 'old', meta: { source: 'The Old', byline: 'Bridge Jones' } }),
      annotated(1, [
        annotationOf('a', { note: 'very old' }),
        annotationOf('b', { note: 'bridge' }),
      ]),
    ])
    expect(found(index, words('old bridge'))).toEqual([])
  })

  it('puts a title before a text', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, text: 'A bridge and some other words of a text.' }),
      ...toldOf({ n: 2, text: 'Some other words of a text.', meta: { title: 'The bridge' } }),
      ...toldOf({ n: 3, text: 'None.' }),
    ])
    expect(found(index, words('bridge'))).toEqual([idOf(2), idOf(1)])
  })

  it('follows every change of a note, a tag and a text', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, text: 'first' }),
      annotated(1, [annotationOf('a', { note: 'early' })]),
    ])
    await index.put([
      ...toldOf({ n: 1, text: 'second' }),
      annotated(1, [annotationOf('a', { note: 'late', tags: ['fresh'] })]),
    ])
    for (const gone of ['first', 'early']) expect(found(index, words(gone))).toEqual([])
    for (const there of ['second', 'late', 'fresh'])
      expect(found(index, words(there))).toEqual([idOf(1)])
    await index.put([{ kind: 'article-gone', id: idOf(1) }])
    expect(found(index, words('second'))).toEqual([])
  })

  it('finds the words of an article that is gone by what was marked in it', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, text: null, article: { state: 'missing' } }),
      annotated(1, [annotationOf('a', { quote: 'the lost words' })]),
    ])
    const [one] = must(index.search(words('lost'), range)).articles
    expect(one?.hits).toMatchObject([{ field: 'quotes', annotation: 'a', start: 4, end: 8 }])
  })

  it('finds articles by the name of a story, and not those that left it', async () => {
    const { index } = await openTemp()
    const story = { kind: 'story', id: 's', name: 'The Bridge' } as const
    await index.put([
      ...toldOf({ n: 1 }),
      ...toldOf({ n: 2 }),
      { ...story, articles: [idOf(1), idOf(2)] },
    ])
    expect(found(index, { kind: 'story', name: 'the bridge' })).toHaveLength(2)
    await index.put([{ ...story, articles: [idOf(2)] }])
    expect(found(index, { kind: 'story', name: 'the bridge' })).toEqual([idOf(2)])
  })

  it.each([
    ['only signs', words('— “!” …')],
    ['nothing', and()],
    ['nothing ruled out', not(words('…'))],
  ])('finds nothing by %s', async (_what, search) => {
    const { index } = await openTemp()
    await index.put(toldOf({ n: 1 }))
    expect(must(index.search(search, range))).toEqual({ total: 0, articles: [] })
  })

  it.each(['"', '*', 'a AND', 'NEAR(a b)', '^a', 'title:x', '-', "';--", 'a\u0000b', '{a} : b'])(
    'takes %j as words, not as an operator',
    async (text) => {
      const { index, lost } = await openTemp()
      await index.put(toldOf({ n: 1 }))
      for (const prefix of [true, false])
        expect(index.search(words(text, { prefix }), range).ok).toBe(true)
      expect(lost).toEqual([])
    },
  )

  it('takes ten thousand characters as one word or many, and says when there are too many parts', async () => {
    const { index } = await openTemp()
    await index.put(toldOf({ n: 1, text: 'a '.repeat(20) }))
    expect(found(index, words('x'.repeat(10_000), { prefix: true }))).toEqual([])
    expect(found(index, words('a '.repeat(5_000)))).toEqual([])
    const many = Array.from({ length: searchLimits.nodes - 1 }, () => words('a'))
    expect(found(index, and(...many))).toEqual([idOf(1)])
    expect(found(index, or(...many.slice(200).map((each) => not(each))))).toEqual([])
    expect(errorOf(index.search(and(...many, words('a')), range)).code).toBe('too-large')
    let deep: SearchNode = words('a')
    for (let level = 0; level < 5_000; level++) deep = not(deep)
    expect(errorOf(index.search(deep, range)).code).toBe('too-large')
  })
})

describe('a word that is in very many articles', () => {
  it('is counted in all, with those first that have it in the title, then the latest', async () => {
    const { index } = await openTemp({ path: null })
    const count = mostWeighed + 50
    const changes: IndexChange[] = []
    for (let n = 1; n <= count; n++) changes.push(...toldOf({ n, text: 'the word' }))
    changes.push(...toldOf({ n: 3, text: 'the word', meta: { title: 'The title' } }))
    await index.put(changes)
    const { total, articles } = must(index.search(words('the'), { start: 0, end: 9_999, hits: 1 }))
    expect(total).toBe(count)
    expect(new Set(articles.map(({ article }) => article.id)).size).toBe(count)
    expect(articles.slice(0, 2).map(({ article }) => article.id)).toEqual([idOf(3), idOf(count)])
    const scores = articles.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const without = and(words('the'), not(words('title', { field: 'title' })))
    expect(must(index.search(without, range)).total).toBe(count - 1)
  })
})

describe('a hit', () => {
  it('names exact places in its field, the title first, then in the order of the text', async () => {
    const { index } = await openTemp()
    const text = 'Ein Cafe\u0301, “das” CAFÉ.\n\nKein cafe.'
    await index.put([
      ...toldOf({ n: 1, text, meta: { title: 'Café' } }),
      annotated(1, [annotationOf('x', { note: 'im Café', quote: 'CAFÉ' })]),
    ])
    const [article] = must(index.search(words('cafe'), range)).articles
    const hits = article?.hits ?? []
    expect(hits.map(({ field, annotation }) => [field, annotation])).toEqual([
      ['title', null],
      ['notes', 'x'],
      ['text', null],
      ['text', null],
      ['text', null],
    ])
    expect(hits.slice(2).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Cafe\u0301',
      'CAFÉ',
      'cafe',
    ])
    for (const { snippet } of hits)
      for (const { start, end } of snippet.marks)
        expect(foldedName(snippet.text.slice(start, end))).toBe('cafe')
    expect(hits.at(-1)?.snippet.text).toBe('Ein Cafe\u0301, “das” CAFÉ.  Kein cafe.')
  })

  it('is looked for in quotes where they are asked for', async () => {
    const { index } = await openTemp()
    await index.put([
      ...toldOf({ n: 1, text: 'some words here and words there' }),
      annotated(1, [annotationOf('a', { quote: 'words there' })]),
    ])
    const [article] = must(index.search(words('words', { field: 'quotes' }), range)).articles
    expect(article?.hits.map(({ field, start }) => [field, start])).toEqual([['quotes', 0]])
  })

  it('has a snippet around it that cuts no character', async () => {
    const { index } = await openTemp()
    await index.put(toldOf({ n: 1, text: `${'𝒜'.repeat(400)} here ${'𝒜'.repeat(400)}` }))
    const [article] = must(index.search(words('here'), range)).articles
    const text = article?.hits[0]?.snippet.text ?? ''
    expect(/\p{Surrogate}/u.test(text)).toBe(false)
    expect(text.length).toBeLessThan(200)
  })

  it('is counted beyond those that are given, and walked through one by one', async () => {
    const { index } = await openTemp()
    await index.put(toldOf({ n: 1, text: 'word '.repeat(100) }))
    const [article] = must(index.search(words('word'), range)).articles
    expect(article?.hits).toHaveLength(5)
    expect(article?.totalHits).toBe(100)
    expect(index.hitsOf(words('word'), idOf(1))).toHaveLength(100)
    expect(index.hitsOf(words('word'), idOf(2))).toEqual([])
  })
})

const piece = fc.constantFrom('old', 'Old', 'bridge', 'brid', 'café', '大橋', '橋', 'x')
const phrase = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' '))
const nullable = fc.option(phrase, { nil: null })
const tag = fc.constantFrom('a', 'a/b', 'ab', 'B')
const colour = fc.constantFrom('yellow' as const, 'red' as const)
const date = fc.constantFrom('2025', '2026-03', '2026-03-04')
const annotation = fc.record({
  note: fc.oneof(fc.constant(''), phrase),
  quote: phrase,
  tags: fc.array(tag, { maxLength: 2 }),
  colour,
  orphan: fc.boolean(),
})
const article = fc.record({
  text: fc.array(phrase, { maxLength: 4 }).map((parts) => parts.join('. ')),
  title: nullable,
  source: nullable,
  byline: nullable,
  published: fc.option(date, { nil: null }),
  annotations: fc.array(annotation, { maxLength: 2 }),
})
const { node } = fc.letrec<{ node: SearchNode; leaf: SearchNode }>((tie) => ({
  leaf: fc.oneof<fc.Arbitrary<SearchNode>[]>(
    fc.record({
      kind: fc.constant('words' as const),
      text: fc.oneof(phrase, fc.constant('…')),
      field: fc.option(fc.constantFrom(...searchFields), { nil: null }),
      prefix: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('tag' as const), tag }),
    fc.record({ kind: fc.constantFrom('outlet' as const, 'author' as const), text: phrase }),
    fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), date }),
    fc.record({
      kind: fc.constant('has' as const),
      what: fc.constantFrom('note' as const, 'annotation' as const, 'tag' as const),
    }),
    fc.record({ kind: fc.constant('colour' as const), colour }),
  ),
  node: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.record({ kind: fc.constant('not' as const), node: tie('node') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      nodes: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
}))

it('finds what a look through everything finds, for any articles and any search', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { maxLength: 6 }),
      fc.array(node, { minLength: 1, maxLength: 5 }),
      async (articles, searches) => {
        const { index } = await openTemp({ path: null })
        const changes = articles.flatMap(
          ({ text, title, source, byline, published, annotations }, n) => [
            ...toldOf({ n, text, meta: { title, source, byline, published } }),
            annotated(
              n,
              annotations.map((each, at) => annotationOf(`${n}-${at}`, each)),
            ),
          ],
        )
        await index.put(changes)
        for (const search of searches) {
          const wanted = docsOf(changes).filter((doc) => matches(doc, search) === true)
          expect(found(index, search).sort()).toEqual(wanted.map((doc) => doc.article.id).sort())
        }
      },
    ),
    { numRuns: 80 },
  )
})
