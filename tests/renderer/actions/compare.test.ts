// Running the comparison: when it is asked for, what of the answers is shown, what stays meanwhile.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { compareOpen } from '../../../src/renderer/actions/compare.ts'
import { api } from '../../../src/renderer/client/api.ts'
import { useCompare } from '../../../src/renderer/state/compare.ts'
import { type Opened, type Pane, usePanes } from '../../../src/renderer/state/panes.ts'
import { useUi } from '../../../src/renderer/state/ui.ts'
import { type ArticleMeta, noMeta } from '../../../src/shared/model/article.ts'
import type { Comparison } from '../../../src/shared/model/comparison.ts'
import type { OpenArticle } from '../../../src/shared/model/library.ts'

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

const comparisonOf = (...hashes: readonly string[]): Comparison => ({
  articles: hashes.map((textHash) => ({
    ...{ textHash, language: 'en' },
    sentences: [
      { start: 0, end: 19 },
      { start: 20, end: 24 },
    ],
  })),
  ...{ pairs: [], links: [], clusters: [], only: [], quotations: [], figures: [] },
  ...{ differences: [], keywords: [] },
})

/** What was asked for, each to be answered when the test says so. */
let asked: { readonly articles: unknown; readonly answer: (value: unknown) => void }[] = []
const start = useCompare.getState()

beforeEach(() => {
  asked = []
  vi.spyOn(api, 'call').mockImplementation(
    (_, arg) =>
      new Promise((answer) => {
        const { articles } = arg as { articles?: unknown }
        asked.push({ articles, answer: (value) => answer(value as never) })
      }),
  )
  useCompare.setState({ ...start, on: true })
  usePanes.setState({ panes: panesOf('a', 'b'), opened: new Map(), focused: 'pane a' })
})

afterEach(() => vi.restoreAllMocks())

const ready = async (...hashes: readonly string[]): Promise<void> => {
  const done = compareOpen()
  asked.at(-1)?.answer({ ok: true, value: comparisonOf(...hashes) })
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
  const comparison = comparisonOf('text of a', 'text of b', 'text of c')
  asked[1]?.answer({ ok: true, value: comparison })
  await second
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
  const next = comparisonOf('text of c', 'text of b', 'text of a')
  asked.at(-1)?.answer({ ok: true, value: next })
  await done
  expect(useCompare.getState()).toMatchObject({
    ...{ articles: ['c', 'b', 'a'], comparison: next },
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
  asked.at(-1)?.answer({ ok: true, value: comparisonOf('text of a', 'another text') })
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
