// A thread of its own for comparing, so that neither the window nor the reading of files waits for it.
// It has limits of time and memory, is ended to stop it, and goes when it has had nothing to do.
import { Worker } from 'node:worker_threads'
import type { ArticleInput } from '../../compare/article.ts'
import type { RawComparison } from '../../compare/compare.ts'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CompareAnswer, type CompareRequest, type Comparer, stopped } from './comparer.ts'

export interface ComparerOptions {
  readonly workerUrl: URL
  /** Milliseconds one comparison may take. */
  readonly timeLimit?: number
  /** Megabytes of heap. */
  readonly memoryLimit?: number
  /** Milliseconds after which a thread with nothing to do is ended. */
  readonly idleLimit?: number
}

interface Job {
  readonly request: CompareRequest
  readonly done: (answer: Result<CompareAnswer>) => void
}

export function createComparer(options: ComparerOptions): Comparer {
  const { workerUrl, timeLimit = 120_000, memoryLimit = 1_536, idleLimit = 60_000 } = options
  const waiting: Job[] = []
  let current: Job | null = null
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let underway: { readonly key: string; readonly result: Promise<Result<RawComparison>> } | null =
    null
  let ending: Promise<unknown> = Promise.resolve()
  let closed = false

  const start = (): Worker => {
    const made = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    })
    made.on('message', (answer: CompareAnswer) => {
      if (made === worker) finish(ok(answer))
    })
    made.on('error', (thrown) => gone(made, thrown))
    made.on('exit', () => gone(made, new Error('the thread ended')))
    return made
  }

  const gone = (which: Worker, thrown: Error): void => {
    if (which !== worker) return
    worker = null
    finish(fail(failure(thrown)))
  }

  /** Ends the thread; what it was at is answered by whoever ends it. */
  const end = (): void => {
    if (worker) ending = worker.terminate()
    worker = null
  }

  const finish = (answer: Result<CompareAnswer>): void => {
    clearTimeout(timer)
    const job = current
    current = null
    job?.done(answer)
    next()
  }

  const next = (): void => {
    if (current) return
    const job = waiting.shift()
    if (!job) {
      worker?.unref()
      timer = setTimeout(() => end(), idleLimit)
      timer.unref()
      return
    }
    clearTimeout(timer)
    current = job
    worker ??= start()
    worker.ref()
    timer = setTimeout(() => {
      end()
      finish(fail(timedOut(timeLimit)))
    }, timeLimit)
    worker.postMessage(job.request)
  }

  const ask = (request: CompareRequest): Promise<Result<CompareAnswer>> =>
    new Promise((done) => {
      if (closed) return done(fail(stopped()))
      waiting.push({ request, done })
      next()
    })

  const stop = (isMine = ({ request }: Job): boolean => request.kind === 'compare'): void => {
    underway = null
    const halted = waiting.filter(isMine)
    for (const job of halted) waiting.splice(waiting.indexOf(job), 1)
    for (const job of halted) job.done(fail(stopped()))
    if (!current || !isMine(current)) return
    end()
    finish(fail(stopped()))
  }

  const compare = async (
    key: string,
    articles: readonly ArticleInput[],
  ): Promise<Result<RawComparison>> => {
    const answer = await ask({ kind: 'compare', key, articles })
    if (!answer.ok) return answer
    return answer.value.kind === 'compared' ? ok(answer.value.comparison) : odd(answer.value)
  }

  return {
    compare(key, articles) {
      if (underway?.key === key) return underway.result
      stop()
      const mine = { key, result: compare(key, articles) }
      underway = mine
      void mine.result.finally(() => {
        if (underway === mine) underway = null
      })
      return mine.result
    },
    async explain(key, articles, a, b) {
      const request = { kind: 'explain', key, a, b } as const
      const known = await ask({ ...request, articles: null })
      const forgotten = known.ok && known.value.kind === 'forgotten'
      const answer = forgotten ? await ask({ ...request, articles }) : known
      if (!answer.ok) return answer
      return answer.value.kind === 'explained' ? ok(answer.value.explanation) : odd(answer.value)
    },
    stop: () => stop(),
    async close() {
      closed = true
      stop(() => true)
      end()
      clearTimeout(timer)
      await ending
    },
  }
}

const odd = (answer: CompareAnswer): Result<never> =>
  fail(failure(new Error(answer.kind === 'thrown' ? answer.detail : `answered ${answer.kind}`)))

const timedOut = (limit: number): AppError => ({
  code: 'timed-out',
  message: `Comparing took longer than ${Math.round(limit / 1000)} seconds, so it was stopped.`,
  advice: 'Compare fewer or shorter articles.',
})

function failure(thrown: Error): AppError {
  if ('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return {
      code: 'too-large',
      message: 'Comparing these articles needs more memory than it may take.',
      advice: 'Compare fewer or shorter articles.',
      detail: thrown.message,
    }
  return {
    code: 'internal',
    message: 'These articles could not be compared.',
    advice: 'Try again; if it happens again, please report it with the details below.',
    detail: thrown.stack ?? thrown.message,
  }
}
