// A few worker threads that parse untrusted files, and one that compares. Each has limits of time and memory: a bomb or a
// hang ends that one reading, with a message, and the next file gets a fresh worker.
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AppError } from '../../shared/errors.ts'
import { fail, type Result } from '../../shared/result.ts'
import { createComparer } from './compare-threads.ts'
import type { Work, WorkRequest } from './work.ts'

export interface PoolOptions {
  readonly workerUrl: URL
  readonly size?: number
  /** Milliseconds one file may take. */
  readonly timeLimit?: number
  /** Megabytes of heap one worker may use. */
  readonly memoryLimit?: number
}

interface Job {
  readonly request: WorkRequest
  /** What it is about, for messages. */
  readonly path: string
  /** The worker answers a request with what `Work` promises for it. */
  readonly done: (result: Result<never>) => void
}

export function createPool(options: PoolOptions): Work {
  const { workerUrl, size = 2, timeLimit = 30_000, memoryLimit = 768 } = options
  const waiting: Job[] = []
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

  const next = (): void => {
    if (closed) for (const job of waiting.splice(0)) job.done(fail(closing(job.path)))
    while (waiting.length > 0 && (idle.length > 0 || all.size < size)) {
      const job = waiting.shift()
      if (job) run(idle.pop() ?? start(), job)
    }
  }

  const run = (worker: Worker, job: Job): void => {
    worker.ref()
    const finish = (result: Result<never>, reusable: boolean): void => {
      clearTimeout(timer)
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
      job.done(result)
      next()
    }
    const onMessage = (result: Result<never>): void => finish(result, true)
    const onError = (thrown: Error): void => finish(fail(failure(job.path, thrown)), false)
    const onExit = (): void => finish(fail(failure(job.path, new Error('the worker ended'))), false)
    const timer = setTimeout(() => finish(fail(timedOut(job.path, timeLimit)), false), timeLimit)
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.postMessage(job.request)
  }

  const ask = <T>(request: WorkRequest): Promise<Result<T>> =>
    new Promise((done) => {
      const path = request.kind === 'clean' ? 'clipboard' : request.path
      if (closed) return done(fail(closing(path)))
      waiting.push({ request, path, done })
      next()
    })

  return {
    comparer,
    readArticle: (path, part = null) => ask({ kind: 'article', path, part }),
    readParts: (path) => ask({ kind: 'parts', path }),
    readPicture: (path, part, index) => ask({ kind: 'picture', path, part, index }),
    cleanHtml: (html) => ask({ kind: 'clean', html }),
    async close() {
      closed = true
      next()
      await Promise.all([comparer.close(), ...[...all].map((worker) => worker.terminate())])
    },
  }
}

const timedOut = (path: string, limit: number): AppError => ({
  code: 'timed-out',
  message: `“${basename(path)}” took longer than ${Math.round(limit / 1000)} seconds to read, so reading was stopped.`,
  advice: 'Try a smaller part of it, or save it as plain text.',
  path,
})

const closing = (path: string): AppError => failure(path, new Error('Parallax is closing'))

function failure(path: string, thrown: Error): AppError {
  const memory = 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return {
    code: memory ? 'too-large' : 'parse-failed',
    message: memory
      ? `“${basename(path)}” needs more memory than reading one file may take.`
      : `“${basename(path)}” could not be read.`,
    advice: memory
      ? 'Split it into smaller files.'
      : 'Save it again as plain text or as a web page, and try that.',
    path,
    detail: thrown.message,
  }
}
