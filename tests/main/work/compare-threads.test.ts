// The threads that compare: several comparisons at a time, each of which can be stopped and has limits.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { ArticleInput } from '../../../src/compare/article.ts'
import { compareArticles } from '../../../src/compare/compare.ts'
import { holdComparison } from '../../../src/compare/hold.ts'
import { type ComparerOptions, createComparer } from '../../../src/main/work/compare-threads.ts'
import type { Comparer } from '../../../src/main/work/comparer.ts'
import { put } from '../library/support.ts'
import { bundle, errorOf, must, tempFolder } from '../store/support.ts'

let real = ''
beforeAll(async () => {
  const made = await bundle('../../../src/main/work/compare-worker.ts', import.meta.url)
  real = made.path
  return made.remove
}, 30_000)

/** Does what the id says; else answers with its thread's number as the place of a sentence. */
const obedient = `
import { parentPort, threadId } from 'node:worker_threads'
const hog = []
const held = new Set()
parentPort.on('message', ({ kind, id }) => {
  if (kind === 'make') {
    if (id.startsWith('hang')) for (;;);
    if (id === 'exit') process.exit(3)
    if (id === 'throw') throw new Error('a method broke')
    if (id === 'swell') for (;;) hog.push(new Array(10_000).fill(id))
    held.add(id)
    return parentPort.postMessage({ kind: 'made', sentences: [{ starts: [threadId] }] })
  }
  if (!held.has(id)) return parentPort.postMessage({ kind: 'forgotten' })
  parentPort.postMessage({ kind: 'explained', explanation: threadId })
})
`

async function comparer(options: Partial<ComparerOptions> = {}) {
  const folder = await tempFolder()
  await put(folder, { 'worker.mjs': obedient })
  const made = createComparer({ workerUrl: pathToFileURL(join(folder, 'worker.mjs')), ...options })
  onTestFinished(() => made.close())
  return made
}

/** The number of the thread that made a comparison. */
const threadOf = async (made: ReturnType<Comparer['make']>): Promise<number> =>
  must(await made)[0]?.starts[0] ?? 0

const why = {
  kind: 'explain',
  a: { article: 0, sentence: 0 },
  b: { article: 1, sentence: 0 },
} as const

const article = (text: string): ArticleInput => ({
  ...{ text, textHash: text.slice(0, 8), title: null, source: null, published: null },
  ...{ language: 'en', blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
})
const articles = [
  article('Engineers closed the Quay Street bridge on Monday.'),
  article('The Quay Street bridge was closed on Monday by engineers.'),
]

describe('the threads that compare', () => {
  it('give what the method gives, and why', async () => {
    const own = holdComparison(compareArticles(articles))
    const threads = createComparer({ workerUrl: pathToFileURL(real) })
    onTestFinished(() => threads.close())
    const [sentences] = must(await threads.make('a', articles))
    expect([...(sentences?.starts ?? [])]).toEqual(own.sentences[0]?.map(({ start }) => start))
    const request = { section: 'links', from: 0 } as const
    expect(must(await threads.ask('a', { kind: 'section', request }))).toEqual({
      kind: 'section',
      page: own.section(request),
    })
    const explanation = own.explain(why.a, why.b)
    expect(must(await threads.ask('a', why))).toEqual({ kind: 'explained', explanation })
    expect(must(await threads.ask('not compared yet', why)).kind).toBe('forgotten')
    const nowhere = { article: 7, sentence: 700 }
    await threads.ask('a', { kind: 'explain', a: nowhere, b: nowhere })
    expect(must(await threads.ask('a', why)).kind).toBe('explained')
  })

  it('end the one that is stopped, and no other', async () => {
    const made = await comparer()
    const hanging = made.make('hang', articles)
    const other = made.make('a', articles)
    expect(await threadOf(other)).toBeGreaterThan(0)
    made.stop('hang')
    expect(errorOf(await hanging)).toMatchObject({ code: 'stopped', advice: /again/ })
    expect(must(await made.ask('a', why)).kind).toBe('explained')
  })

  it('make the same comparison once for all who ask', async () => {
    const made = await comparer()
    const [one, other] = [made.make('a', articles), made.make('a', articles)]
    expect(must(await one)).toBe(must(await other))
  })

  it('answer questions about what is shown while others are compared', async () => {
    const made = await comparer()
    must(await made.make('a', articles))
    const hanging = [made.make('hang 1', articles), made.make('hang 2', articles)]
    expect(must(await made.ask('a', why)).kind).toBe('explained')
    for (const at of [1, 2]) made.stop(`hang ${at}`)
    for (const each of hanging) expect(errorOf(await each).code).toBe('stopped')
  })

  it('take two at a time, and of those that wait the newest first', async () => {
    const made = await comparer()
    const hanging = [made.make('hang 1', articles), made.make('hang 2', articles)]
    const order: string[] = []
    const waiting = ['older', 'newer'].map((id) =>
      made.make(id, articles).then(() => order.push(id)),
    )
    await sleep(50)
    expect(order).toEqual([])
    made.stop('hang 1')
    await Promise.all(waiting)
    expect(order).toEqual(['newer', 'older'])
    await made.close()
    for (const each of hanging) expect(errorOf(await each).code).toBe('stopped')
  })

  it('stop one that waits without ending any thread', async () => {
    const made = await comparer({ atOnce: 1 })
    const hanging = made.make('hang', articles)
    const waiting = made.make('a', articles)
    made.stop('a')
    expect(errorOf(await waiting).code).toBe('stopped')
    made.stop('hang')
    expect(errorOf(await hanging).code).toBe('stopped')
  })

  it('answer the same comparison asked for again after a stop', async () => {
    const made = await comparer()
    const stopped = made.make('a', articles)
    made.stop('a')
    const again = made.make('a', articles)
    expect(errorOf(await stopped).code).toBe('stopped')
    expect(await threadOf(again)).toBeGreaterThan(0)
  })

  it.each([
    ['hang', 'timed-out', /longer than 1 second/],
    ['swell', 'too-large', /more memory/],
    ['throw', 'internal', /could not be compared/],
    ['exit', 'internal', /could not be compared/],
  ])('end one that would %s, say so, and work again', async (id, code, message) => {
    const made = await comparer({ timeLimit: id === 'hang' ? 1_000 : 30_000, memoryLimit: 64 })
    const error = errorOf(await made.make(id, articles))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(error.advice).not.toBe('')
    expect(await threadOf(made.make('a', articles))).toBeGreaterThan(0)
  })

  it('keep what was compared longer than they stay idle, and then let it go', async () => {
    const made = await comparer({ idleLimit: 20, keptLimit: 1_000 })
    must(await made.make('a', articles))
    await sleep(200)
    expect(must(await made.ask('a', why)).kind).toBe('explained')
    await vi.waitFor(
      async () => {
        await sleep(1_200)
        expect(must(await made.ask('a', why)).kind).toBe('forgotten')
      },
      { timeout: 10_000 },
    )
  })

  it('end everything when they are closed, and take nothing more', async () => {
    const made = await comparer()
    const asked = ['hang 1', 'hang 2', 'a'].map((id) => made.make(id, articles))
    await made.close()
    for (const one of asked) expect(errorOf(await one).code).toBe('stopped')
    expect(errorOf(await made.make('a', articles)).code).toBe('stopped')
  })
})
