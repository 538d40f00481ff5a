// A query as it is typed finds what it says in the index, and marks in the text what the index found.
import { describe, expect, it } from 'vitest'
import { matcherOf } from '../../../src/shared/search/match-text.ts'
import { parseQuery } from '../../../src/shared/search/parse-query.ts'
import { annotated, annotationOf, found, idOf, must, openTemp, toldOf } from './support.ts'

const texts = [
  'The old bridge was closed. A toll of ２ euros, said the council.',
  'A new bridge; no fee. 大橋昨夜倒塌了。',
  'Bridges, tolls and fees: the CAFÉ by the old mill.',
] as const

async function library() {
  const opened = await openTemp()
  await opened.index.put([
    ...toldOf({
      n: 1,
      text: texts[0],
      meta: { title: 'Closed', source: 'The Herald', published: '2026-03-04' },
    }),
    ...toldOf({ n: 2, text: texts[1], meta: { byline: 'Ann Lee', published: '2025-12' } }),
    ...toldOf({ n: 3, text: texts[2], meta: { source: 'Courier' } }),
    annotated(2, [annotationOf('a', { note: 'Toll?', tags: ['public opinion/new'] })]),
    { kind: 'story', id: 's', name: 'The Bridge', articles: [idOf(1), idOf(2)] },
  ])
  return opened
}

describe('a query over the index', () => {
  it.each<readonly [string, readonly number[]]>([
    ['bridge', [1, 2]],
    ['bridg*', [1, 2, 3]],
    ['"old bridge" OR cafe', [1, 3]],
    ['old -bridge', [3]],
    ['bridge toll OR fee', [1, 2]],
    ['2 euros', [1]],
    ['昨夜倒', [2]],
    ['title:closed', [1]],
    ['notes:toll', [2]],
    ['toll -notes:toll', [1]],
    ['tag:“public opinion”', [2]],
    ['tags:public', [2]],
    ['outlet:herald', [1]],
    ['author:"ann lee"', [2]],
    ['after:2026', [1]],
    ['before:2026-01 after:2025', [2]],
    ['has:note', [2]],
    ['bridge -has:note', [1]],
    ['in:the bridge closed', [1]],
    ['is:new mill', [3]],
  ])('%s', async (query, expected) => {
    const { index } = await library()
    const { search, problems } = parseQuery(query, { typing: false, stories: ['The Bridge'] })
    if (!search) throw new Error(JSON.stringify(problems))
    expect(found(index, search).sort()).toEqual(expected.map(idOf).sort())
    for (const { article, hits } of must(index.search(search, { start: 0, end: 9, hits: 99 }))
      .articles) {
      const at = [1, 2, 3].find((n) => idOf(n) === article.id) ?? 0
      const marked = hits.filter(({ field }) => field === 'text')
      expect(matcherOf(search, 'text')(texts[at - 1] ?? '')).toEqual(
        marked.map(({ start, end }) => ({ start, end })),
      )
    }
  })
})
