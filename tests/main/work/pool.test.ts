// Workers that hang, crash, swell or are closed: one reading ends with a message, the next works.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPool, type PoolOptions } from '../../../src/main/work/pool.ts'
import { bridge, put } from '../library/support.ts'
import { bundle, errorOf, must, tempFolder } from '../store/support.ts'

let real = ''
beforeAll(async () => {
  const made = await bundle('../../../src/main/work/worker.ts', import.meta.url)
  real = made.path
  return made.remove
}, 30_000)

/** Does what the file's name says; else answers with an article of so many words as its thread's number. */
const obedient = `
import { parentPort, threadId } from 'node:worker_threads'
const hog = []
const empty = { blocks: [], spans: [], pictures: [], parts: [], warnings: [], text: '', textHash: '' }
const facts = { title: null, byline: null, source: null, published: null, language: null }
const value = { ...empty, ...facts, format: 'text', encoding: 'utf-8', sha256: '', words: threadId }
parentPort.on('message', ({ path = 'swell' }) => {
  if (path.endsWith('hang')) for (;;);
  if (path.endsWith('stall')) return
  if (path.endsWith('exit')) process.exit(3)
  if (path.endsWith('throw')) throw new Error('a parser broke')
  if (path.endsWith('reject')) return void Promise.reject(new Error('a promise broke'))
  if (path.endsWith('swell')) for (;;) hog.push(new Array(10_000).fill(path))
  const wait = path.endsWith('slow') ? 100 : 0
  setTimeout(() => parentPort.postMessage({ ok: true, value }), wait)
})
`

async function pool(options: Partial<PoolOptions> = {}) {
  const folder = await tempFolder()
  await put(folder, { 'worker.mjs': obedient })
  const workerUrl = pathToFileURL(join(folder, 'worker.mjs'))
  const work = createPool({ workerUrl, ...options })
  onTestFinished(() => work.close())
  return work
}

describe('createPool', () => {
  it('reads articles with the real worker', async () => {
    const folder = await tempFolder()
    await put(folder, { 'a.txt': bridge, 'empty.txt': '' })
    const work = createPool({ workerUrl: pathToFileURL(real) })
    onTestFinished(() => work.close())
    const [article, empty, gone] = await Promise.all([
      work.readArticle(join(folder, 'a.txt')),
      work.readArticle(join(folder, 'empty.txt')),
      work.readArticle(join(folder, 'gone.txt')),
    ])
    expect(must(article).title).toBe('The bridge is shut')
    expect(errorOf(empty)).toMatchObject({ code: 'empty-file', path: join(folder, 'empty.txt') })
    expect(errorOf(gone)).toMatchObject({ code: 'not-found', path: join(folder, 'gone.txt') })
  })

  it('ends the cleaning of copied HTML that would swell without end', async () => {
    const work = createPool({ workerUrl: pathToFileURL(real), memoryLimit: 96, timeLimit: 10_000 })
    onTestFinished(() => work.close())
    const bold = Array.from({ length: 3000 }, (_, n) => `<p><b id=${n}>x`).join('')
    expect(['too-large', 'timed-out']).toContain(errorOf(await work.cleanHtml(bold)).code)
    expect(must(await work.cleanHtml('<p>One <b>word</b>')).document).toContain('<b>word</b>')
  })

  it.each([
    ['hang', 'timed-out'],
    ['stall', 'timed-out'],
    ['exit', 'parse-failed'],
    ['throw', 'parse-failed'],
    ['reject', 'parse-failed'],
    ['swell', 'too-large'],
  ])(
    'ends a reading that would %s as %s, names the file, and reads the next',
    async (what, code) => {
      const timeLimit = code === 'timed-out' ? 300 : 20_000
      const work = await pool({ size: 1, timeLimit, memoryLimit: 24 })
      const first = work.readArticle(`/library/${what}`)
      const next = work.readArticle('/library/fine')
      const error = errorOf(await first)
      expect(error).toMatchObject({ code, path: `/library/${what}` })
      expect(error.message).toContain(`“${what}”`)
      expect(error.advice).not.toBe('')
      expect(must(await next).format).toBe('text')
    },
  )

  it('keeps at most as many workers as it was told, and uses them again', async () => {
    const work = await pool({ size: 2 })
    const paths = Array.from({ length: 12 }, (_, n) => `/library/${n}`)
    const threads = await Promise.all(paths.map((path) => work.readArticle(path)))
    expect(new Set(threads.map((thread) => must(thread).words)).size).toBeLessThanOrEqual(3)
  })

  it('does not let one reading that hangs hold up the others', async () => {
    const work = await pool({ size: 2, timeLimit: 5_000 })
    const hanging = work.readArticle('/library/hang')
    const begun = Date.now()
    for (let n = 0; n < 5; n++) must(await work.readArticle(`/library/${n}`))
    expect(Date.now() - begun).toBeLessThan(4_000)
    await work.close()
    expect((await hanging).ok).toBe(false)
  })

  it('ends what runs and what waits when it is closed, and starts nothing more', async () => {
    const work = await pool({ size: 1 })
    const jobs = ['slow', 'a', 'b', 'c'].map((name) => work.readArticle(`/library/${name}`))
    await work.close()
    const results = await Promise.race([Promise.all(jobs), sleep(3_000)])
    expect(results?.map(({ ok }) => ok)).toEqual([false, false, false, false])
    expect(errorOf(await work.readArticle('/library/late')).message).toContain('late')
  })

  it('may be closed twice, and without ever having worked', async () => {
    const work = await pool()
    await work.close()
    await work.close()
  })
})
