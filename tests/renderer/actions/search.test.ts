// Searching as one types: one call at a time, and never an answer to what is not asked for any more.
import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import type { Reader } from '../../../src/renderer/state/readers.ts'
import type { SearchAnswer } from '../../../src/shared/model/search.ts'
import { articleOf, installFakeCore } from './fake-core.ts'

const core = installFakeCore()
const load = async () => ({
  ...(await import('../../../src/renderer/actions/reader-acts.ts')),
  ...(await import('../../../src/renderer/actions/search.ts')),
  ...(await import('../../../src/renderer/replica/shown.ts')),
  ...(await import('../../../src/renderer/state/panes.ts')),
  ...(await import('../../../src/renderer/state/readers.ts')),
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

/** What was found in the texts of two articles that are not open. */
const inTwo: SearchAnswer = {
  ...answer(2),
  articles: ['first', 'second'].map((id) => ({
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
    totalHits: 1,
    hits: [
      {
        field: 'text',
        annotation: null,
        start: 4,
        end: 10,
        snippet: { text: 'The bridge is shut.', marks: [{ start: 4, end: 10 }] },
      },
    ],
  })),
}

/** Texts that take the keyboard as drawn ones do; gives which of them were told to, and what was shown. */
function drawTexts() {
  const told: string[] = []
  const unsubscribe = page.usePanes.subscribe(({ panes }) => {
    for (const { key, article } of panes) {
      const reader: Partial<Reader> = {
        article,
        focus: () => void told.push(`keyboard to ${article}`),
        reveal: () => void told.push(`${article} shown`),
        mark: () => undefined,
        rects: () => [new DOMRect(0, 0, 9, 9)],
      }
      page.registerReader(key, reader as Reader)
    }
  })
  const stop = page.watchActs()
  onTestFinished(() => {
    unsubscribe()
    stop()
    page.usePanes.setState({ panes: [], focused: null, opened: new Map() })
  })
  return told
}

const press = (key: string): boolean => window.dispatchEvent(new KeyboardEvent('keydown', { key }))

async function findInTwo(): Promise<void> {
  page.beginShowing('/one', 0)
  type('bridge')
  ;(await core.next('search-run')).answer(inTwo, 9)
  await settled()
}

it('puts the keyboard into the text of a hit that was gone to', async () => {
  const told = drawTexts()
  await findInTwo()
  const going = page.goToHit({ article: 0, hit: 0 })
  ;(await core.next('article-open')).answer(articleOf('first'), 9)
  await going
  expect(told).toEqual(['keyboard to first', 'first shown'])
})

it('leaves the keyboard where the reader went while the article of a hit was being opened', async () => {
  const told = drawTexts()
  await findInTwo()
  const going = page.goToHit({ article: 0, hit: 0 })
  const opening = await core.next('article-open')
  press('Control')
  press('F')
  opening.answer(articleOf('first'), 9)
  await going
  expect(told).toEqual(['first shown'])
})

it('shows the hit that was gone to last, whichever article is there first', async () => {
  const told = drawTexts()
  await findInTwo()
  const first = page.goToHit({ article: 0, hit: 0 })
  const one = await core.next('article-open')
  const second = page.goToHit({ article: 1, hit: 0 })
  ;(await core.next('article-open')).answer(articleOf('second'), 9)
  await second
  one.answer(articleOf('first'), 9)
  await first
  expect(told).toEqual(['keyboard to second', 'second shown'])
})

it('goes to nothing by Enter once the reader has typed on', async () => {
  drawTexts()
  type('bridge')
  const going = page.goToFirst()
  press('s')
  ;(await core.next('search-run')).answer(inTwo, 9)
  await going
  expect(page.usePanes.getState().panes).toEqual([])
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
