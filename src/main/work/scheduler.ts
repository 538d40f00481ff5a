// Decides what is done next. What a person waits for goes before what goes on by itself, some places
// are kept free for it, and what nobody wants any more is not done. Knows nothing of what is done.

/** From what a person waits for, over what was asked for and may take its time, to what goes on by itself. */
const ranks = ['asked', 'soon', 'background'] as const
export type Rank = (typeof ranks)[number]

/** How urgent a piece of work is, and when it is not wanted any more. */
export interface Order {
  /** `asked` if not given. */
  readonly rank?: Rank
  /** Aborted when whoever asked does not want the answer any more. */
  readonly signal?: AbortSignal
}

interface Task<T> extends Order {
  /** Names what is done: asked for again while it waits or runs, it is done once for all. Null: never shared. */
  readonly key: string | null
  /** Does it, in its rank at that moment. The signal is aborted when nobody wants it any more; then what it gives is dropped. */
  readonly run: (signal: AbortSignal, rank: Rank) => Promise<T>
  /** What they get who do not want it any more, or who come too late. */
  readonly stopped: () => T
}

export interface Scheduler<T> {
  /** Does a piece of work when its turn comes. Throws what the work throws. */
  run(task: Task<T>): Promise<T>
  /** Ends everything and takes nothing more. Resolves when nothing runs. */
  close(): Promise<void>
}

export interface SchedulerOptions {
  /** How many pieces of work run at a time. */
  readonly places: number
  /** How many of these only what is `asked` may take. */
  readonly reserved: number
  /**
   * When what goes on by itself takes more than one place, which may have to be made first: once so many
   * wait, or one has waited so many milliseconds. At once if not given.
   */
  readonly spread?: { readonly waiting: number; readonly after: number }
}

interface Asker<T> {
  readonly answer: (value: T) => void
  readonly refuse: (thrown: unknown) => void
  /** Answers that it was stopped. */
  readonly stop: () => void
  /** Listens no more for that. */
  readonly leave: () => void
}

interface Job<T> {
  rank: Rank
  readonly key: string | null
  readonly run: Task<T>['run']
  readonly askers: Set<Asker<T>>
  readonly ending: AbortController
  /** Milliseconds of `performance.now()`. */
  readonly since: number
}

export function createScheduler<T>({ places, reserved, spread }: SchedulerOptions): Scheduler<T> {
  const waiting = createLines<T>()
  const running = new Map<Job<T>, Promise<void>>()
  const byKey = new Map<string, Job<T>>()
  let closed = false
  const line = createLine(spread, waiting, () => next())

  const next = (): void => {
    for (const rank of ranks) {
      const room = rank === 'asked' ? places : places - reserved
      for (const job of waiting.of(rank)) {
        if (running.size >= room || line.staysIn(job, running.keys())) break
        waiting.remove(job)
        running.set(job, start(job))
      }
    }
  }

  const start = async (job: Job<T>): Promise<void> => {
    try {
      const value = await job.run(job.ending.signal, job.rank)
      for (const { answer } of job.askers) answer(value)
    } catch (thrown) {
      for (const { refuse } of job.askers) refuse(thrown)
    } finally {
      for (const { leave } of job.askers) leave()
      forget(job)
      running.delete(job)
      next()
    }
  }

  const forget = (job: Job<T>): void => {
    if (job.key !== null && byKey.get(job.key) === job) byKey.delete(job.key)
  }

  /** Nobody wants it any more. */
  const drop = (job: Job<T>): void => {
    forget(job)
    waiting.remove(job)
    job.ending.abort()
  }

  const enqueue = ({ rank = 'asked', key, run }: Task<T>): Job<T> => {
    const job = {
      rank,
      key,
      run,
      askers: new Set<Asker<T>>(),
      ending: new AbortController(),
      since: performance.now(),
    }
    if (key !== null) byKey.set(key, job)
    waiting.add(job)
    return job
  }

  return {
    run(task) {
      if (closed || task.signal?.aborted) return Promise.resolve(task.stopped())
      const same = task.key === null ? undefined : byKey.get(task.key)
      if (same) waiting.raise(same, task.rank ?? 'asked')
      const answer = join(same ?? enqueue(task), task, drop)
      next()
      return answer
    },
    async close() {
      closed = true
      line.end()
      const jobs = [...running.keys(), ...ranks.flatMap((rank) => [...waiting.of(rank)])]
      for (const { askers } of jobs) for (const { stop } of [...askers]) stop()
      await Promise.all(running.values())
    },
  }
}

/** What goes on by itself stays in line while a place is not worth making for it. @param look called when it may be */
function createLine<T>(
  spread: SchedulerOptions['spread'],
  waiting: ReturnType<typeof createLines<T>>,
  look: () => void,
) {
  let later: NodeJS.Timeout | undefined
  return {
    staysIn({ rank, since }: Job<T>, running: Iterable<Job<T>>): boolean {
      if (!spread || rank !== 'background' || waiting.count(rank) >= spread.waiting) return false
      if (![...running].some((job) => job.rank === 'background')) return false
      const wait = since + spread.after - performance.now()
      if (wait <= 0) return false
      later ??= setTimeout(() => {
        later = undefined
        look()
      }, wait).unref()
      return true
    },
    end: () => clearTimeout(later),
  }
}

/** What waits, by rank, in the order in which it came. */
function createLines<T>() {
  const lines: Readonly<Record<Rank, Set<Job<T>>>> = {
    asked: new Set(),
    soon: new Set(),
    background: new Set(),
  }
  return {
    of: (rank: Rank): Iterable<Job<T>> => lines[rank],
    count: (rank: Rank): number => lines[rank].size,
    add: (job: Job<T>): unknown => lines[job.rank].add(job),
    remove: (job: Job<T>): boolean => lines[job.rank].delete(job),
    /** Also of a job that runs; a rank is never lowered. */
    raise(job: Job<T>, rank: Rank): void {
      if (ranks.indexOf(rank) >= ranks.indexOf(job.rank)) return
      if (lines[job.rank].delete(job)) lines[rank].add(job)
      job.rank = rank
    },
  }
}

/** Waits for a job, until it is done or its own signal is aborted. @param deserted called when nobody waits any more */
function join<T>(
  job: Job<T>,
  { signal, stopped }: Task<T>,
  deserted: (job: Job<T>) => void,
): Promise<T> {
  return new Promise((answer, refuse) => {
    const leave = (): void => signal?.removeEventListener('abort', stop)
    const stop = (): void => {
      leave()
      job.askers.delete(asker)
      answer(stopped())
      if (job.askers.size === 0) deserted(job)
    }
    const asker = { answer, refuse, stop, leave }
    job.askers.add(asker)
    signal?.addEventListener('abort', stop)
  })
}
