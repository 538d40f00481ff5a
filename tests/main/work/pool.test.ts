// Readers that hang, crash, swell, lie or are ended: one reading ends with a message, the next works.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { forkReaders } from '../../../src/main/work/fork-readers.ts'
import { createPool } from '../../../src/main/work/pool.ts'
import type { Work } from '../../../src/main/work/work.ts'
import { bridge, put } from '../library/support.ts'
import { bundle, errorOf, must, type Program, startChild, tempFolder } from '../store/support.ts'
import { type ObedientOptions, type ObedientPool, obedientPool } from './obedient.ts'

const programs: Program[] = []
const paths: string[] = []
beforeAll(async () => {
  for (const source of ['reader-process', 'worker'])
    programs.push(await bundle(`../../../src/main/work/${source}.ts`, import.meta.url))
  programs.push(await bundle('./pool-child.ts', import.meta.url))
  paths.push(...programs.map(({ path }) => path))
}, 60_000)
afterAll(() => Promise.all(programs.map(({ remove }) => remove())))

const readerPath = (): string => paths[0] ?? ''

async function pool(options: Partial<ObedientOptions> = {}): Promise<ObedientPool> {
  const made = await obedientPool({ readerPath: readerPath(), ...options })
  onTestFinished(() => made.work.close())
  return made
}

/** With the reader that is built into the app. */
function realPool(memoryLimit?: number): Work {
  const workerPath = paths[1] ?? ''
  const limit = memoryLimit === undefined ? {} : { memoryLimit }
  const work = createPool({
    start: forkReaders({ readerPath: readerPath(), workerPath, ...limit }),
    compareUrl: pathToFileURL('/none.mjs'),
    timeLimit: 20_000,
  })
  onTestFinished(() => work.close())
  return work
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(20)
}

describe('the pool of readers', () => {
  it('reads articles in a process that is not this one', async () => {
    const folder = await tempFolder()
    await put(folder, { 'a.txt': bridge, 'empty.txt': '' })
    const work = realPool()
    const [article, empty, missing] = await Promise.all([
      work.readArticle(join(folder, 'a.txt')),
      work.readArticle(join(folder, 'empty.txt')),
      work.readArticle(join(folder, 'gone.txt')),
    ])
    expect(must(article).title).toBe('The bridge is shut')
    expect(errorOf(empty)).toMatchObject({ code: 'empty-file', path: join(folder, 'empty.txt') })
    expect(errorOf(missing)).toMatchObject({ code: 'not-found', path: join(folder, 'gone.txt') })
    const other = await pool()
    expect(must(await other.work.readArticle('/library/a')).words).not.toBe(process.pid)
  })

  it('ends the cleaning of copied HTML that would swell without end', async () => {
    const work = realPool(96)
    const bold = Array.from({ length: 3000 }, (_, n) => `<p><b id=${n}>x`).join('')
    expect(['too-large', 'timed-out']).toContain(errorOf(await work.cleanHtml(bold)).code)
    expect(must(await work.cleanHtml('<p>One <b>word</b>')).document).toContain('<b>word</b>')
  })

  it.each([
    ['hang', 'timed-out'],
    ['stall', 'timed-out'],
    ['exit', 'parse-failed'],
    ['crash', 'parse-failed'],
    ['throw', 'parse-failed'],
    ['reject', 'parse-failed'],
    ['nonsense', 'parse-failed'],
    ['lie', 'parse-failed'],
    ['swell', 'too-large'],
    ['bytes', 'too-large'],
  ])(
    'ends a reading that would %s as %s, names the file, and reads the next',
    async (what, code) => {
      const timeLimit = code === 'timed-out' ? 1_500 : 60_000
      const { work } = await pool({ size: 0, timeLimit, memoryLimit: 32 })
      const first = work.readArticle(`/library/${what}`)
      const next = work.readArticle('/library/fine')
      const error = errorOf(await first)
      expect(error).toMatchObject({ code, path: `/library/${what}` })
      expect(error.message).toContain(`“${what}”`)
      expect(error.advice).not.toBe('')
      expect(must(await next).format).toBe('text')
    },
    60_000,
  )

  it('keeps one process for what a person waits for, and few for the rest', async () => {
    const { work, started } = await pool({ size: 2, warm: true })
    const names = Array.from({ length: 12 }, (_, n) => `/library/${n}`)
    const inBackground = await Promise.all(
      names.map((path) => work.readArticle(path, null, { rank: 'background' })),
    )
    expect(new Set(inBackground.map((each) => must(each).words)).size).toBeLessThanOrEqual(2)
    const asked = must(await work.readArticle('/library/asked'))
    expect(inBackground.map((each) => must(each).words)).not.toContain(asked.words)
    must(await work.readArticle('/library/again'))
    expect(started.filter((isAsked) => isAsked).length).toBe(1)
  })

  it('starts one before there is anything to read, if it is told to', async () => {
    const { work, started } = await pool({ warm: true })
    expect(started).toEqual([true])
    must(await work.readArticle('/library/a'))
    expect(started.length).toBe(1)
  })

  it('starts another that stands ready when that one had to be ended', async () => {
    const { work, started } = await pool({ warm: true, size: 0 })
    expect(errorOf(await work.readArticle('/library/throw')).code).toBe('parse-failed')
    expect(started).toEqual([true, true])
    must(await work.readArticle('/library/a'))
    expect(started.length).toBe(2)
  })

  it('lets processes go that have had nothing to do, but for the one that stands ready', async () => {
    const { work } = await pool({ idleLimit: 50, warm: true })
    const order = { rank: 'background' } as const
    const { words: background } = must(await work.readArticle('/library/a', null, order))
    const { words: asked } = must(await work.readArticle('/library/b'))
    await gone(background)
    await sleep(200)
    expect(isAlive(asked)).toBe(true)
    expect(must(await work.readArticle('/library/c')).words).toBe(asked)
  })

  it('does not let one reading that hangs hold up the others', async () => {
    const { work } = await pool({ size: 2, timeLimit: 60_000 })
    const hanging = work.readArticle('/library/hang', null, { rank: 'background' })
    for (let n = 0; n < 5; n++) must(await work.readArticle(`/library/${n}`))
    await work.close()
    expect(errorOf(await hanging).code).toBe('stopped')
  })

  it('ends a process whose answer nobody wants only if it does not end soon', async () => {
    const { work, started } = await pool({ size: 0 })
    must(await work.readArticle('/library/a'))
    const ending = new AbortController()
    const slow = work.readArticle('/library/slow', null, { signal: ending.signal })
    ending.abort()
    expect(errorOf(await slow).code).toBe('stopped')
    must(await work.readArticle('/library/b'))
    expect(started.length).toBe(1)
    const hangs = new AbortController()
    const hanging = work.readArticle('/library/hang', null, { signal: hangs.signal })
    hangs.abort()
    expect(errorOf(await hanging).code).toBe('stopped')
    must(await work.readArticle('/library/c'))
    expect(started.length).toBe(2)
  })

  it('ends what runs and what waits when it is closed, and starts nothing more', async () => {
    const { work, started } = await pool({ size: 0 })
    const jobs = ['hang', 'a', 'b', 'c'].map((name) => work.readArticle(`/library/${name}`))
    await work.close()
    expect((await Promise.all(jobs)).map(({ ok }) => ok)).toEqual([false, false, false, false])
    expect(errorOf(await work.readArticle('/library/late')).message).toContain('late')
    expect(started.length).toBe(1)
  })

  it('may be closed twice, and without ever having worked', async () => {
    const { work } = await pool()
    await work.close()
    await work.close()
  })
})

describe('a process that reads', () => {
  const textOf = async (name: string): Promise<string> => {
    const { work } = await pool()
    return must(await work.readArticle(`/library/${name}`)).text
  }

  it('sees nothing of our environment, and none of our options', async () => {
    const before = { ...process.env }
    onTestFinished(() => {
      process.env = before
    })
    process.env.PARALLAX_SECRET = 'secret'
    process.env.NODE_OPTIONS = '--require /nowhere/at/all.cjs'
    expect(JSON.parse(await textOf('environment'))).toEqual(
      process.platform === 'win32'
        ? expect.not.objectContaining({ PARALLAX_SECRET: 'secret' })
        : {},
    )
    expect(JSON.parse(await textOf('options'))).toEqual([])
  })

  it('may write no file and start no program', async () => {
    expect(await textOf('write')).toBe('ERR_ACCESS_DENIED')
    expect(await textOf('start')).toBe('ERR_ACCESS_DENIED')
  })

  it('ends when the core is killed, whatever it was reading', async () => {
    const child = startChild(paths[2] ?? '', [readerPath()])
    const pids = String(await child.line())
      .split(' ')
      .map(Number)
    expect(pids.length).toBe(2)
    expect(pids.every(isAlive)).toBe(true)
    await child.kill()
    await Promise.all(pids.map(gone))
  })

  it('ends when the core is gone before it has begun', async () => {
    for (let n = 0; n < 5; n++) {
      const reader = spawn(process.execPath, [readerPath(), paths[1] ?? '', '32'], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      onTestFinished(() => void reader.kill('SIGKILL'))
      // As early as it can be, and a little later each time.
      await sleep(n * 15)
      reader.disconnect()
      await gone(reader.pid ?? 0)
    }
  })
})
