// A pool whose readers do what the name of the file says, in real processes.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { forkReaders } from '../../../src/main/work/fork-readers.ts'
import { createPool, type PoolOptions } from '../../../src/main/work/pool.ts'
import type { StartReader } from '../../../src/main/work/reader.ts'
import type { Work } from '../../../src/main/work/work.ts'
import { put } from '../library/support.ts'
import { tempFolder } from '../store/support.ts'

/**
 * The thread of a reader: does what the file's name says; else answers with an article that has as many
 * words as its process's number, and what the name asks for as its text.
 */
const obedient = `
import { execSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
const hog = []
const empty = { blocks: [], spans: [], pictures: [], parts: [], warnings: [], textHash: '' }
const facts = { title: null, byline: null, source: null, published: null, language: null }
const tryTo = (act) => { try { return act() } catch (thrown) { return thrown.code } }
const texts = {
  environment: () => JSON.stringify(process.env),
  options: () => JSON.stringify(process.execArgv.filter((word) => /inspect|require|import/.test(word))),
  write: () => tryTo(() => writeFileSync(process.cwd() + '/written', '') ?? 'written'),
  start: () => tryTo(() => execSync('true') && 'started'),
}
parentPort.on('message', ({ path = 'swell' }) => {
  const name = path.split('/').at(-1)
  if (name === 'hang') for (;;);
  if (name === 'stall') return
  if (name === 'exit') process.exit(3)
  if (name === 'crash') process.kill(process.pid, 'SIGSEGV')
  if (name === 'throw') throw new Error('a parser broke')
  if (name === 'reject') return void Promise.reject(new Error('a promise broke'))
  if (name === 'swell') for (;;) hog.push(new Array(10_000).fill(path))
  if (name === 'bytes') for (;;) hog.push(new Uint8Array(16_000_000).fill(1))
  if (name === 'nonsense') return parentPort.postMessage(new Uint8Array([1, 2, 3]))
  if (name === 'lie') return parentPort.postMessage(new Uint8Array(serialize({ ok: true, value: { text: 7 } })))
  const text = texts[name]?.() ?? ''
  const value = { ...empty, ...facts, text, format: 'text', encoding: 'utf-8', sha256: '', words: process.pid }
  const wait = name.endsWith('slow') ? 100 : 0
  setTimeout(() => parentPort.postMessage(new Uint8Array(serialize({ ok: true, value }))), wait)
})
`

export interface ObedientOptions extends Partial<PoolOptions> {
  /** The bundle of `reader-process.ts`. */
  readonly readerPath: string
  readonly memoryLimit?: number
}

export interface ObedientPool {
  readonly work: Work
  /** Whether each process that was started was for what a person waits for. */
  readonly started: boolean[]
}

export async function obedientPool({
  readerPath,
  memoryLimit,
  ...options
}: ObedientOptions): Promise<ObedientPool> {
  const folder = await tempFolder()
  await put(folder, { 'worker.mjs': obedient })
  const started: boolean[] = []
  const fork = forkReaders({
    readerPath,
    workerPath: join(folder, 'worker.mjs'),
    ...(memoryLimit !== undefined && { memoryLimit }),
  })
  const start: StartReader = (isAsked) => {
    started.push(isAsked)
    return fork(isAsked)
  }
  const compareUrl = pathToFileURL(join(folder, 'none.mjs'))
  return { work: createPool({ start, compareUrl, ...options }), started }
}
