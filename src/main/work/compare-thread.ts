// One thread that compares: does one thing after the other, with limits of time and memory, and is ended
// to stop what it is at. What was compared stays in it until it has had nothing to do for long.
import { Worker } from 'node:worker_threads'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CompareAnswer, CompareRequest } from './comparer.ts'

export interface ThreadOptions {
  readonly workerUrl: URL
  /** Milliseconds one request may take. */
  readonly timeLimit: number
  /** Megabytes of heap. */
  readonly memoryLimit: number
  /** Milliseconds after which a thread with nothing to do, that holds nothing, is ended. */
  readonly idleLimit: number
  /** Milliseconds after which one with nothing to do is ended, and what it holds is forgotten. */
  readonly keptLimit: number
}

export interface CompareThread {
  /** Whether it has something to do. */
  isBusy(): boolean
  /** `performance.now` of when it was last asked something; ms. */
  lastUsed(): number
  /** The comparisons that it holds, and the one that it is making. */
  readonly holds: ReadonlySet<string>
  /** Resolves when it is done; questions that a thread's end leaves open are answered with `forgotten`. */
  ask(request: CompareRequest): Promise<Result<CompareAnswer>>
  /** What it is at is answered with this error. */
  end(error: AppError): Promise<void>
}

interface Job {
  readonly request: CompareRequest
  readonly done: (answer: Result<CompareAnswer>) => void
}

/** @param onEnd it takes nothing more; @param onIdle it has nothing to do */
export function startCompareThread(
  options: ThreadOptions,
  { onEnd, onIdle }: { readonly onEnd: () => void; readonly onIdle: () => void },
): CompareThread {
  const { workerUrl, timeLimit, memoryLimit, idleLimit, keptLimit } = options
  const worker = new Worker(workerUrl, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  })
  const waiting: Job[] = []
  const holds = new Set<string>()
  let current: Job | null = null
  let timer: NodeJS.Timeout | undefined
  let used = performance.now()
  let ended: Promise<unknown> | null = null

  const finish = (answer: Result<CompareAnswer>): void => {
    clearTimeout(timer)
    const job = current
    current = null
    if (job) keepCount(job.request, answer)
    job?.done(answer)
    next()
  }
  const keepCount = ({ kind, id }: CompareRequest, answer: Result<CompareAnswer>): void => {
    if (kind === 'make' && (!answer.ok || answer.value.kind !== 'made')) holds.delete(id)
    if (answer.ok && answer.value.kind === 'forgotten') holds.delete(id)
  }
  const next = (): void => {
    if (current || ended) return
    const job = waiting.shift()
    if (!job) {
      rest()
      return
    }
    clearTimeout(timer)
    current = job
    used = performance.now()
    worker.ref()
    timer = setTimeout(() => void end(timedOut(timeLimit)), timeLimit)
    worker.postMessage(job.request)
  }
  const rest = (): void => {
    worker.unref()
    timer = setTimeout(() => void end(null), holds.size > 0 ? keptLimit : idleLimit)
    timer.unref()
    onIdle()
  }
  const end = async (error: AppError | null): Promise<void> => {
    if (!ended) {
      ended = worker.terminate()
      clearTimeout(timer)
      holds.clear()
      onEnd()
      current?.done(error ? fail(error) : ok({ kind: 'forgotten' }))
      for (const job of waiting.splice(0)) job.done(ok({ kind: 'forgotten' }))
      current = null
    }
    await ended
  }

  worker.on('message', (answer: CompareAnswer) => finish(ok(answer)))
  worker.on('error', (thrown) => void end(failure(thrown)))
  worker.on('exit', () => void end(failure(new Error('the thread ended'))))

  return {
    isBusy: () => current !== null || waiting.length > 0,
    lastUsed: () => used,
    holds,
    ask: (request) =>
      new Promise((done) => {
        if (ended) return done(ok({ kind: 'forgotten' }))
        if (request.kind === 'make') holds.add(request.id)
        waiting.push({ request, done })
        next()
      }),
    end,
  }
}

const timedOut = (limit: number): AppError => ({
  code: 'timed-out',
  message: `Comparing took longer than ${Math.round(limit / 1000)} seconds, so it was stopped.`,
  advice: 'Compare fewer or shorter articles.',
})

/** What went wrong in a thread, to whoever asked. */
export function failure(thrown: Error): AppError {
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
