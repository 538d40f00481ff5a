// Running the comparison: when it is asked for, what of the answers is shown, what stays meanwhile.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { compareOpen, keepComparing } from '../../../src/renderer/actions/compare.ts'
import { matchesOf } from '../../../src/renderer/actions/matches.ts'
import { api } from '../../../src/renderer/client/api.ts'
import { useCompare } from '../../../src/renderer/state/compare.ts'
import { type Opened, type Pane, usePanes } from '../../../src/renderer/state/panes.ts'
import { useUi } from '../../../src/renderer/state/ui.ts'
import { type ArticleMeta, noMeta } from '../../../src/shared/model/article.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'
import type { At } from '../../../src/shared/stream.ts'

const blocks = [{ kind: 'paragraph' as const, start: 0, end: 24 }]

const articleOf = (id: string, textHash: string, meta: Partial<ArticleMeta>): OpenArticle => ({
  ...{ ...noMeta, ...meta },
  ...{ id, path: `${id}.txt`, format: 'text', state: 'ready', problem: null },
  ...{ words: 4, annotations: 0, notes: 0, parts: 0, part: null, corrected: [] },
  ...{ text: 'The bridge is shut. Now.', textHash, spans: [], pictures: [], said: noMeta },
  ...{ warnings: [], version: '', resolved: [], frozen: null, blocks },
})

const panesOf = (...ids: readonly string[]): readonly Pane[] =>
  ids.map((article) => ({ key: `pane ${article}`, article, top: 0, size: null }))

function open(id: string, textHash = `text of ${id}`, meta: Partial<ArticleMeta> = {}): void {
  const opened: Opened = { state: 'open', article: articleOf(id, textHash, meta) }
  usePanes.setState((state) => ({ opened: new Map(state.opened).set(id, opened) }))
}

const shares = { shared: 0, sharedPossibly: 0, only: 2 }
const counts = {
  ...{ links: 0, clusters: 0, only: 0, quotations: 0, figures: 0, differences: 0, keywords: 0 },
}

/** What the core answers: articles of two sentences each, of these texts. */
const openedAs = (...hashes: readonly string[]) => ({
  id: hashes.join(),
  head: {
    revision: 0,
    articles: hashes.map((textHash) => ({ textHash, language: 'en', sentences: 2, shares })),
    pairs: [],
    counts,
  },
})

const page = { total: 2, next: null }
const pages: Readonly<Record<string, object>> = {
  sentences: { section: 'sentences', ...page, starts: [0, 20], ends: [19, 24], kinds: [0, 0] },
  marks: { section: 'marks', ...page, told: [1, 1], possibly: [1, 1], tiers: [0, 0] },
}

/** The comparisons that were asked for, each to be answered when the test says so. */
let asked: { readonly articles: unknown; readonly answer: (value: unknown) => void }[] = []
/** Which events the window listens to. */
const listeners = new Map<string, (data: never, at: At) => void>()
let closed = 0
const start = useCompare.getState()

beforeEach(() => {
  asked = []
  closed = 0
  vi.spyOn(api, 'call').mockImplementation((name, arg) => {
    const { articles, request } = arg as { articles?: unknown; request?: { section: string } }
    if (name === 'comparison-open')
      return new Promise((answer) => {
        asked.push({ articles, answer: (value) => answer(value as never) })
      })
    if (name === 'comparison-close') closed++
    const value = request ? { revision: 0, page: pages[request.section] } : {}
    return Promise.resolve({ ok: true, value } as never)
  })
  useCompare.setState({ ...start, on: true })
  usePanes.setState({ panes: panesOf('a', 'b'), opened: new Map(), focused: 'pane a' })
})

afterEach(() => vi.restoreAllMocks())

const ready = async (...hashes: readonly string[]): Promise<void> => {
  const done = compareOpen()
  asked.at(-1)?.answer({ ok: true, value: openedAs(...hashes) })
  await done
}

it('waits until every article is there, then asks once', async () => {
  open('a')
  await compareOpen()
  expect(asked).toEqual([])
  expect(useCompare.getState().status).toBe('working')
  open('b')
  await ready('text of a', 'text of b')
  await compareOpen()
  expect(asked.map(({ articles }) => articles)).toEqual([['a', 'b']])
  expect(useCompare.getState()).toMatchObject({ status: 'ready', articles: ['a', 'b'] })
})

it('asks for two different articles at least', async () => {
  usePanes.setState({ panes: panesOf('a', 'a') })
  open('a')
  await compareOpen()
  expect(asked).toEqual([])
  expect(useCompare.getState().status).toBe('few')
})

it('drops an answer that another question has overtaken', async () => {
  for (const id of ['a', 'b', 'c']) open(id)
  const first = compareOpen()
  usePanes.setState({ panes: panesOf('a', 'b', 'c') })
  const second = compareOpen()
  asked[0]?.answer({ ok: false, error: { code: 'stopped', message: '', advice: '' } })
  await first
  expect(useCompare.getState().status).toBe('working')
  const answer = openedAs('text of a', 'text of b', 'text of c')
  asked[1]?.answer({ ok: true, value: answer })
  await second
  const comparison = { id: answer.id }
  expect(useCompare.getState()).toMatchObject({ status: 'ready', comparison, error: null })
})

it('keeps what is shown while it compares again, and finds what was in hand', async () => {
  for (const id of ['a', 'b', 'c']) open(id)
  await ready('text of a', 'text of b')
  const shown = useCompare.getState().comparison
  useCompare.setState({ hand: { article: 1, sentence: 1 } })
  usePanes.setState({ panes: panesOf('c', 'b', 'a') })
  const done = compareOpen()
  expect(useCompare.getState()).toMatchObject({ status: 'working', articles: ['a', 'b'] })
  expect(useCompare.getState().comparison).toBe(shown)
  const next = openedAs('text of c', 'text of b', 'text of a')
  asked.at(-1)?.answer({ ok: true, value: next })
  await done
  expect(useCompare.getState()).toMatchObject({
    ...{ articles: ['c', 'b', 'a'], comparison: { id: next.id } },
    hand: { article: 1, sentence: 1 },
  })
})

it('shows nothing of a text that has changed', async () => {
  open('a')
  open('b')
  await ready('text of a', 'text of b')
  open('b', 'another text')
  const done = compareOpen()
  expect(useCompare.getState()).toMatchObject({ status: 'working', comparison: null })
  asked.at(-1)?.answer({ ok: true, value: openedAs('text of a', 'another text') })
  await done
  expect(useCompare.getState().status).toBe('ready')
})

it('asks again when a date was corrected', async () => {
  open('a')
  open('b')
  await ready('text of a', 'text of b')
  open('b', 'text of b', { published: '2026-03-04' })
  void compareOpen()
  expect(asked).toHaveLength(2)
})

it('says of what was stopped that it was, without a message', async () => {
  open('a')
  open('b')
  const done = compareOpen()
  asked[0]?.answer({ ok: false, error: { code: 'stopped', message: 'Stopped.', advice: '' } })
  await done
  expect(useCompare.getState()).toMatchObject({ status: 'failed', error: { code: 'stopped' } })
  expect(useUi.getState().messages).toEqual([])
})

it('tells the core when it shows no comparison any more', async () => {
  open('a')
  open('b')
  await ready('text of a', 'text of b')
  usePanes.setState({ panes: panesOf('a') })
  await compareOpen()
  expect(closed).toBe(1)
})

const between = { a: { article: 0, sentence: 0 }, b: { article: 1, sentence: 1 } }
const link = {
  ...between,
  ...{ kind: 'same-fact', tier: 'sure', score: 0.8, cut: null, differing: [] },
}

/** A patch that confirms the link. */
const confirmed = (id: string, revision: number) => ({
  ...{ id, revision },
  patch: {
    links: [{ ...link, verdict: 'yes' }],
    unlinked: [],
    clusters: { gone: [], made: [] },
    only: { gone: [], made: [] },
    differences: { gone: [], made: [] },
    marks: [{ article: 0, sentence: 0, told: 2, possibly: 2, tier: 2 }],
    shares: [shares, shares],
    counts,
  },
})

describe('a verdict’s patch', () => {
  beforeAll(() => {
    vi.spyOn(api, 'on').mockImplementation((event, listener) => {
      listeners.set(event, listener)
      return () => listeners.delete(event)
    })
    // From here on it follows the panes by itself.
    keepComparing()
  })
  // What was compared before is forgotten with the panes.
  beforeEach(() => {
    usePanes.setState({ panes: [] })
    usePanes.setState({ panes: panesOf('a', 'b') })
    asked = []
  })
  const answered = async (): Promise<void> => {
    asked.at(-1)?.answer({ ok: true, value: openedAs('text of a', 'text of b') })
    await vi.waitFor(() => expect(useCompare.getState().status).toBe('ready'))
  }
  const hear = (change: object): void =>
    listeners.get('comparison-changed')?.(change as never, { library: null, revision: 0 })

  it('changes marks and matches where they are shown, without asking for anything again', async () => {
    open('a')
    open('b')
    await answered()
    const { id = '' } = useCompare.getState().comparison ?? {}
    const items = [link]
    vi.mocked(api.call).mockResolvedValueOnce({
      ...{ ok: true, value: { revision: 0, page: { section: 'matches', ...page, items } } },
    } as never)
    expect((await matchesOf(between.a))?.[0]?.link.verdict).toBeUndefined()
    const calls = vi.mocked(api.call).mock.calls.length
    hear(confirmed(id, 1))
    expect(useCompare.getState().comparison?.articles[0]?.marks.told).toEqual([2, 1])
    expect((await matchesOf(between.a))?.[0]?.link.verdict).toBe('yes')
    expect(vi.mocked(api.call).mock.calls.length).toBe(calls)
  })

  it('that was missed has all read again; of another comparison, or known, it is not heeded', async () => {
    open('a')
    open('b')
    await answered()
    const { id = '' } = useCompare.getState().comparison ?? {}
    hear(confirmed('another', 1))
    hear(confirmed(id, 0))
    expect(asked).toHaveLength(1)
    hear(confirmed(id, 2))
    expect(asked).toHaveLength(2)
  })

  it('that comes while the comparison is being read is laid on what was read', async () => {
    open('a')
    open('b')
    hear(confirmed(openedAs('text of a', 'text of b').id, 1))
    await answered()
    expect(useCompare.getState().comparison).toMatchObject({ revision: 1 })
    expect(useCompare.getState().comparison?.articles[0]?.marks.told).toEqual([2, 1])
  })
})
