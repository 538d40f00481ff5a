// Searching as one types: one call at a time, and never an answer to what is not asked for any more.
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../src/shared/model/search.ts'
import { installFakeCore } from './fake-core.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/actions/search.ts')),
  ...(await import('../../../src/renderer/state/search.ts')),
  ...(await import('../../../src/renderer/client/api.ts')),
})
let page: Awaited<ReturnType<typeof load>>

const answer = (total: number): SearchAnswer => ({ problems: [], total, articles: [], left: null })
const asked = (): string[] =>
  core.waiting.flatMap(({ name, arg }) =>
    name === 'search-run' && 'query' in arg && typeof arg.query === 'string' ? [arg.query] : [],
  )
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20))
const type = (query: string): void => page.searchFor(query, query.length)

beforeAll(async () => {
  page = await load()
})
beforeEach(() => {
  core.waiting.splice(0)
  page.api.showLibrary('/one')
  page.beginSearch()
})

it('asks for what was typed last once the call under way is answered', async () => {
  type('b')
  type('br')
  type('bri')
  expect(asked()).toEqual(['b'])
  ;(await core.next('search-run')).answer(answer(9), 1)
  const second = await core.next('search-run')
  expect(second.arg).toMatchObject({ query: 'bri' })
  second.answer(answer(3), 2)
  await settled()
  expect(page.useSearch.getState()).toMatchObject({ foundFor: 'bri', found: { total: 3 } })
  expect(asked()).toEqual([])
})

it('does not show what was found in a library that is not shown any more', async () => {
  type('bridge')
  const late = await core.next('search-run')
  page.api.showLibrary('/two')
  page.beginSearch()
  late.answer(answer(7), 3)
  await settled()
  expect(page.useSearch.getState().found).toBeNull()
  type('harbour')
  ;(await core.next('search-run')).answer(answer(2), 4)
  await settled()
  expect(page.useSearch.getState().found?.total).toBe(2)
})

it('shows why nothing can be searched, and forgets it with the next answer', async () => {
  type('bridge')
  const error = { code: 'unsupported', message: 'No index.', advice: 'Wait.' } as const
  ;(await core.next('search-run')).refuse(error)
  await settled()
  expect(page.useSearch.getState().error).toEqual(error)
  type('bridges')
  ;(await core.next('search-run')).answer(answer(1), 5)
  await settled()
  expect(page.useSearch.getState().error).toBeNull()
})

it('stays at the article the reader is at, wherever it is among what is found now', async () => {
  const one = (id: string): SearchAnswer['articles'][number] => ({
    article: {
      id,
      path: `${id}.txt`,
      part: null,
      title: id,
      source: null,
      published: null,
      state: 'ready',
    },
    score: 1,
    totalHits: 0,
    hits: [],
  })
  const found = (...ids: string[]): SearchAnswer => ({
    ...answer(ids.length),
    articles: ids.map(one),
  })
  type('bridge')
  ;(await core.next('search-run')).answer(found('first', 'second'), 6)
  await settled()
  page.useSearch.setState({ at: { article: 1, hit: 0 } })
  page.searchAgain()
  ;(await core.next('search-run')).answer(found('new', 'first', 'second'), 7)
  await settled()
  expect(page.useSearch.getState().at).toEqual({ article: 2, hit: 0 })
  page.searchAgain()
  ;(await core.next('search-run')).answer(found('new', 'first'), 8)
  await settled()
  expect(page.useSearch.getState().at).toBeNull()
})

it('never suggests for a query that was typed over', async () => {
  type('tag:')
  type('tag:t')
  const [first, second] = [await core.next('search-suggest'), await core.next('search-suggest')]
  const suggestions = (hint: string) => ({ hint, suggestions: [] })
  second.answer(suggestions('new'), 6)
  first.answer(suggestions('old'), 6)
  await settled()
  expect(page.useSearch.getState().suggestions?.hint).toBe('new')
})
