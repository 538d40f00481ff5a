// A few threads for comparing, so that neither the window nor the reading of files waits for it, and no
// comparison ends another. Each holds what it has compared; a new one goes where nothing is held, or to
// the thread that was asked least lately.
import type { ArticleInput } from '../../compare/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  type CompareThread,
  failure,
  startCompareThread,
  type ThreadOptions,
} from './compare-thread.ts'
import type { CompareAnswer, Comparer, SentenceColumns } from './comparer.ts'
import { stopped } from './stopped.ts'

export interface ComparerOptions extends Partial<ThreadOptions> {
  readonly workerUrl: URL
  /** Comparisons that are made at the same time. */
  readonly atOnce?: number
  /** Threads; one more than are at work, so that what is shown answers meanwhile. */
  readonly mostThreads?: number
}

interface Making {
  readonly id: string
  readonly articles: readonly ArticleInput[]
  /** All who asked for it. */
  readonly waiters: ((made: Result<SentenceColumns[]>) => void)[]
  /** Null while it waits for its turn. */
  thread: CompareThread | null
}

/** Milliseconds and megabytes, where nothing else is said. */
const usual = {
  timeLimit: 120_000,
  memoryLimit: 1_536,
  idleLimit: 60_000,
  keptLimit: 600_000,
}

export function createComparer(options: ComparerOptions): Comparer {
  const { atOnce = 2, mostThreads = 3 } = options
  const threads = new Set<CompareThread>()
  /** Under way or waiting, in the order in which they were asked for. */
  const makings = new Map<string, Making>()
  let closed = false

  const start = (): CompareThread => {
    const made = startCompareThread(
      { ...usual, ...options },
      {
        onEnd: () => threads.delete(made),
        onIdle: () => schedule(),
      },
    )
    threads.add(made)
    return made
  }

  /** The newest that waits goes first: it is what its reader looks at. */
  const schedule = (): void => {
    const all = [...makings.values()]
    const waiting = all.filter(({ thread }) => thread === null)
    let working = all.length - waiting.length
    for (const making of waiting.reverse()) {
      const thread = working < atOnce ? freeThread(threads, mostThreads, start) : null
      if (!thread) return
      working++
      making.thread = thread
      void makeIn(thread, making)
    }
  }

  const makeIn = async (
    thread: CompareThread,
    { id, articles, waiters }: Making,
  ): Promise<void> => {
    const answer = await thread.ask({ id, kind: 'make', articles })
    if (makings.get(id)?.thread === thread) makings.delete(id)
    const made = madeOf(answer)
    for (const done of waiters) done(made)
    schedule()
  }

  return {
    make: (id, articles) =>
      new Promise((done) => {
        if (closed) return done(fail(stopped()))
        const known = makings.get(id)
        if (known) return known.waiters.push(done)
        makings.set(id, { id, articles, waiters: [done], thread: null })
        schedule()
      }),
    async ask(id, question) {
      const holder = [...threads].find(({ holds }) => holds.has(id))
      const answer = await (holder?.ask({ id, ...question }) ?? ok({ kind: 'forgotten' as const }))
      if (!answer.ok) return answer
      const { value } = answer
      if (value.kind === 'thrown' || value.kind === 'made') return odd(value)
      return ok(value)
    },
    stop(id) {
      const making = makings.get(id)
      if (!making) return
      makings.delete(id)
      if (making.thread) void making.thread.end(stopped())
      else for (const done of making.waiters) done(fail(stopped()))
      schedule()
    },
    async close() {
      closed = true
      for (const { thread, waiters } of makings.values())
        if (!thread) for (const done of waiters) done(fail(stopped()))
      makings.clear()
      await Promise.all([...threads].map((thread) => thread.end(stopped())))
    },
  }
}

/** One that holds nothing, else a new one, else the one asked least lately; null while all are at work. */
function freeThread(
  threads: ReadonlySet<CompareThread>,
  most: number,
  start: () => CompareThread,
): CompareThread | null {
  const idle = [...threads].filter((thread) => !thread.isBusy())
  const empty = idle.find(({ holds }) => holds.size === 0)
  if (empty) return empty
  if (threads.size < most) return start()
  return idle.sort((x, y) => x.lastUsed() - y.lastUsed())[0] ?? null
}

function madeOf(answer: Result<CompareAnswer>): Result<SentenceColumns[]> {
  if (!answer.ok) return answer
  return answer.value.kind === 'made' ? ok(answer.value.sentences) : odd(answer.value)
}

const odd = (answer: CompareAnswer): Result<never> =>
  fail(failure(new Error(answer.kind === 'thrown' ? answer.detail : `answered ${answer.kind}`)))
