// The thread that compares: one comparison at a time, that can be stopped and has limits.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleInput } from '../../../src/compare/article.ts'
import { compareArticles } from '../../../src/compare/compare.ts'
import { type ComparerOptions, createComparer } from '../../../src/main/work/compare-thread.ts'
import { put } from '../library/support.ts'
import { bundle, errorOf, must, tempFolder } from '../store/support.ts'

let real = ''
beforeAll(async () => {
  const made = await bundle('../../../src/main/work/compare-worker.ts', import.meta.url)
  real = made.path
  return made.remove
}, 30_000)

/** Does what the key says; else answers with its thread's number. Knows of no key why. */
const obedient = `
import { parentPort, threadId } from 'node:worker_threads'
const hog = []
parentPort.on('message', ({ kind, key, articles }) => {
  if (key === 'hang') for (;;);
  if (key === 'exit') process.exit(3)
  if (key === 'throw') throw new Error('a method broke')
  if (key === 'swell') for (;;) hog.push(new Array(10_000).fill(key))
  if (kind === 'explain' && !articles) return parentPort.postMessage({ kind: 'forgotten' })
  const answer = kind === 'compare' ? { kind: 'compared', comparison: threadId }
    : { kind: 'explained', explanation: articles.length }
  parentPort.postMessage(answer)
})
`

async function comparer(options: Partial<ComparerOptions> = {}) {
  const folder = await tempFolder()
  await put(folder, { 'worker.mjs': obedient })
  const made = createComparer({ workerUrl: pathToFileURL(join(folder, 'worker.mjs')), ...options })
  onTestFinished(() => made.close())
  return made
}

const article = (text: string): ArticleInput => ({
  ...{ text, textHash: text.slice(0, 8), title: null, source: null, published: null },
  ...{ language: 'en', blocks: [{ kind: 'paragraph', start: 0, end: text.length }] },
})
const articles = [
  article('Engineers closed the Quay Street bridge on Monday.'),
  article('The Quay Street bridge was closed on Monday by engineers.'),
]
const first = { article: 0, sentence: 0 }
const second = { article: 1, sentence: 0 }

describe('the thread that compares', () => {
  it('gives what the method gives, and why', async () => {
    const own = compareArticles(articles)
    const thread = createComparer({ workerUrl: pathToFileURL(real) })
    onTestFinished(() => thread.close())
    expect(must(await thread.compare('a', articles))).toEqual(own.comparison)
    const why = own.explain(first, second)
    expect(must(await thread.explain('a', articles, first, second))).toEqual(why)
    expect(must(await thread.explain('not compared yet', articles, first, second))).toEqual(why)
    const nowhere = { article: 7, sentence: 700 }
    await thread.explain('a', articles, nowhere, nowhere)
    expect(must(await thread.compare('b', articles))).toEqual(own.comparison)
  })

  it('is ended by a stop, and the next comparison gets another', async () => {
    const made = await comparer()
    const hanging = made.compare('hang', articles)
    await sleep(50)
    made.stop()
    expect(errorOf(await hanging)).toMatchObject({ code: 'stopped', advice: /again/ })
    expect(must(await made.compare('a', articles))).toBeGreaterThan(0)
  })

  it('is ended by a later comparison, but not by the same one', async () => {
    const made = await comparer()
    const [hanging, same] = [made.compare('hang', articles), made.compare('hang', articles)]
    const later = made.compare('a', articles)
    expect(errorOf(await hanging).code).toBe('stopped')
    expect(errorOf(await same).code).toBe('stopped')
    expect(must(await later)).toBeGreaterThan(0)
  })

  it('answers the same comparison asked for again after a stop', async () => {
    const made = await comparer()
    const stopped = made.compare('a', articles)
    made.stop()
    const again = made.compare('a', articles)
    expect(errorOf(await stopped).code).toBe('stopped')
    expect(must(await again)).toBeGreaterThan(0)
  })

  it('lets a question why wait its turn and outlive a stop', async () => {
    const made = await comparer()
    const hanging = made.compare('hang', articles)
    const why = made.explain('b', articles, first, second)
    made.stop()
    expect(errorOf(await hanging).code).toBe('stopped')
    expect(must(await why)).toBe(2)
  })

  it.each([
    ['hang', 'timed-out', /longer than 1 second/],
    ['swell', 'too-large', /more memory/],
    ['throw', 'internal', /could not be compared/],
    ['exit', 'internal', /could not be compared/],
  ])('ends one that would %s, says so, and works again', async (key, code, message) => {
    const made = await comparer({ timeLimit: key === 'hang' ? 1_000 : 30_000, memoryLimit: 64 })
    const error = errorOf(await made.compare(key, articles))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(error.advice).not.toBe('')
    expect(must(await made.compare('a', articles))).toBeGreaterThan(0)
  })

  it('goes when it has had nothing to do, and comes back', async () => {
    const made = await comparer({ idleLimit: 20 })
    const before = must(await made.compare('a', articles))
    await sleep(400)
    expect(must(await made.compare('b', articles))).not.toBe(before)
  })

  it('ends everything when it is closed, and takes nothing more', async () => {
    const made = await comparer()
    const asked = [made.compare('hang', articles), made.explain('b', articles, first, second)]
    await made.close()
    for (const one of asked) expect(errorOf(await one).code).toBe('stopped')
    expect(errorOf(await made.compare('a', articles)).code).toBe('stopped')
  })
})
