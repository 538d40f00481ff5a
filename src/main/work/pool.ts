// A few worker threads that parse untrusted files, and one that compares. Each has limits of time and memory: a bomb or a
// hang ends that one reading, with a message, and the next file gets a fresh worker.
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AppError } from '../../shared/errors.ts'
import { fail } from '../../shared/result.ts'
import { createComparer } from './compare-thread.ts'
import { createRankedWork, stopped, subjectOf, unreadable } from './ranked-work.ts'
import type { Work, WorkRequest } from './work.ts'

export interface PoolOptions {
  readonly workerUrl: URL
  /** Files that are read at a time, besides one that a person waits for. */
  readonly size?: number
  /** Milliseconds one file may take. */
  readonly timeLimit?: number
  /** Megabytes of heap one worker may use. */
  readonly memoryLimit?: number
}

/** Milliseconds that a reading nobody wants any more has to end by itself: a fresh worker costs more. */
const grace = 500

export function createPool(options: PoolOptions): Work {
  const { workerUrl, size = 2, timeLimit = 30_000, memoryLimit = 768 } = options
  const idle: Worker[] = []
  const all = new Set<Worker>()
  // Beside the other one in what was built.
  const comparer = createComparer({ workerUrl: new URL('compare-worker.js', workerUrl) })
  let closed = false

  const start = (): Worker => {
    const worker = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    })
    all.add(worker)
    // One that fails while it has nothing to do must not end the process; the next file gets another.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      all.delete(worker)
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
    })
    return worker
  }

  const run = (request: WorkRequest, signal: AbortSignal): Promise<unknown> =>
    new Promise((done) => {
      const worker = idle.pop() ?? start()
      const path = subjectOf(request)
      worker.ref()
      const finish = (answer: unknown, reusable: boolean): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        worker.off('message', onMessage)
        worker.off('error', onError)
        worker.off('exit', onExit)
        if (reusable) {
          worker.unref()
          idle.push(worker)
        } else {
          all.delete(worker)
          void worker.terminate()
        }
        done(answer)
      }
      const onMessage = (answer: unknown): void => finish(answer, true)
      const onError = (thrown: Error): void => finish(fail(failure(path, thrown)), false)
      const onExit = (): void => finish(fail(unreadable(path, 'the worker ended')), false)
      const onAbort = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => finish(fail(stopped(path)), false), closed ? 0 : grace)
      }
      let timer = setTimeout(() => finish(fail(timedOut(path, timeLimit)), false), timeLimit)
      signal.addEventListener('abort', onAbort)
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.on('exit', onExit)
      worker.postMessage(request)
    })

  const work = createRankedWork({ places: size + 1, reserved: 1, run })
  return {
    ...work,
    comparer,
    async close() {
      closed = true
      await Promise.all([work.close(), comparer.close()])
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

const timedOut = (path: string, limit: number): AppError => ({
  code: 'timed-out',
  message: `“${basename(path)}” took longer than ${Math.round(limit / 1000)} seconds to read, so reading was stopped.`,
  advice: 'Try a smaller part of it, or save it as plain text.',
  path,
})

function failure(path: string, thrown: Error): AppError {
  if (!('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'))
    return unreadable(path, thrown.message)
  return {
    code: 'too-large',
    message: `“${basename(path)}” needs more memory than reading one file may take.`,
    advice: 'Split it into smaller files.',
    path,
    detail: thrown.message,
  }
}
