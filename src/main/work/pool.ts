// The processes that read files nobody here wrote, and the thread that compares. Each reading has limits
// of time and memory: a bomb, a hang or a crash ends that one, with a message, and the next file gets a
// fresh process. One is kept for what a person waits for.
import { basename } from 'node:path'
import { deserialize } from 'node:v8'
import type { AppError } from '../../shared/errors.ts'
import { fail } from '../../shared/result.ts'
import { createComparer } from './compare-threads.ts'
import { createRankedWork, stopped, subjectOf, unreadable } from './ranked-work.ts'
import { type Reader, ReaderMessage, type StartReader } from './reader.ts'
import type { Rank } from './scheduler.ts'
import type { Work, WorkRequest } from './work.ts'

export interface PoolOptions {
  readonly start: StartReader
  /** The file of the thread that compares. */
  readonly compareUrl: URL
  /** Files that are read at a time, besides one that a person waits for; 2 if not given. */
  readonly size?: number
  /** Whether a process stands ready for what a person waits for, also before there is anything to read. */
  readonly warm?: boolean
  /** Milliseconds one file may take. */
  readonly timeLimit?: number
  /** Milliseconds after which a process with nothing to do is ended, but for the one that stands ready. */
  readonly idleLimit?: number
}

/** A second process costs half a second to start: a few small files are read by the first meanwhile. */
const spread = { waiting: 8, after: 1_000 }

/** Milliseconds that a reading nobody wants any more has to end by itself: a fresh process costs more. */
const grace = 500

export function createPool(options: PoolOptions): Work {
  const { size = 2, timeLimit = 30_000 } = options
  const readers = createReaders(options)
  const comparer = createComparer({ workerUrl: options.compareUrl })
  let closed = false

  const run = (request: WorkRequest, signal: AbortSignal, rank: Rank): Promise<unknown> =>
    new Promise((done) => {
      const path = subjectOf(request)
      const reader = readers.take(rank === 'asked')
      const finish = (answer: unknown, reusable: boolean): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        if (reusable) readers.giveBack(reader)
        else readers.end(reader)
        done(answer)
      }
      const onAbort = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => finish(fail(stopped(path)), false), closed ? 0 : grace)
      }
      let timer = setTimeout(() => finish(fail(timedOut(path, timeLimit)), false), timeLimit)
      signal.addEventListener('abort', onAbort)
      reader.ask(request, (reply) => {
        if ('answer' in reply) finish(answerIn(reply.answer), true)
        else if (reply.broken === 'memory') finish(fail(tooMuchMemory(path, reply.detail)), false)
        else finish(fail(unreadable(path, reply.detail)), false)
      })
    })

  const work = createRankedWork({ places: size + 1, reserved: 1, spread, run })
  return {
    ...work,
    comparer,
    async close() {
      closed = true
      await Promise.all([work.close(), comparer.close()])
      await readers.close()
    },
  }
}

interface Slot {
  readonly isAsked: boolean
  /** Asks for one thing; the reply comes once, also when the process ends before. */
  ask(request: WorkRequest, reply: (message: ReaderMessage) => void): void
  kill(): void
  readonly gone: Promise<void>
}

/** Keeps processes that have nothing to do for a while, so that the next file need not wait for a start. */
function createReaders({ start, warm = false, idleLimit = 10_000 }: PoolOptions) {
  const all = new Set<Slot>()
  const idle = new Map<Slot, NodeJS.Timeout | undefined>()
  let closed = false

  const startOne = (isAsked: boolean): Slot => {
    const slot = createSlot(start(isAsked), isAsked)
    all.add(slot)
    void slot.gone.then(() => forget(slot))
    return slot
  }

  const forget = (slot: Slot): void => {
    all.delete(slot)
    clearTimeout(idle.get(slot))
    idle.delete(slot)
  }

  const end = (slot: Slot): void => {
    forget(slot)
    slot.kill()
    if (!closed) standReady()
  }

  /** Starts the one that stands ready, if it is to and is not there. */
  const standReady = (): void => {
    if (warm && ![...all].some(({ isAsked }) => isAsked)) giveBack(startOne(true))
  }

  const giveBack = (slot: Slot): void => {
    const isReady = warm && slot.isAsked && ![...idle.keys()].some(({ isAsked }) => isAsked)
    idle.set(slot, isReady ? undefined : setTimeout(() => end(slot), idleLimit).unref())
  }

  standReady()
  return {
    /** What goes on by itself leaves alone the processes for what is asked for. */
    take(isAsked: boolean): Slot {
      const free = [...idle.keys()]
      const same = free.find((slot) => slot.isAsked === isAsked)
      const slot = same ?? (isAsked ? free[0] : undefined) ?? startOne(isAsked)
      clearTimeout(idle.get(slot))
      idle.delete(slot)
      return slot
    },
    giveBack,
    end,
    async close() {
      closed = true
      const gone = [...all].map((slot) => slot.gone)
      for (const slot of all) end(slot)
      await Promise.all(gone)
    },
  }
}

function createSlot(reader: Reader, isAsked: boolean): Slot {
  let waiting: ((message: ReaderMessage) => void) | null = null
  const reply = (message: ReaderMessage): void => {
    const waited = waiting
    waiting = null
    waited?.(message)
  }
  reader.onMessage((said) => {
    const message = ReaderMessage.safeParse(said)
    if (message.success) reply(message.data)
    else reply({ broken: 'other', detail: 'the reader said what nobody understands' })
  })
  return {
    isAsked,
    ask(request, listener) {
      waiting = listener
      reader.post(request)
    },
    kill: () => reader.kill(),
    gone: new Promise((done) => {
      reader.onExit((detail) => {
        reply({ broken: 'other', detail })
        done()
      })
    }),
  }
}

/** What the bytes say; null, which is no answer, when they say nothing. */
function answerIn(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes)
  } catch {
    return null
  }
}

const timedOut = (path: string, limit: number): AppError => ({
  code: 'timed-out',
  message: `“${basename(path)}” took longer than ${Math.round(limit / 1000)} seconds to read, so reading was stopped.`,
  advice: 'Try a smaller part of it, or save it as plain text.',
  path,
})

const tooMuchMemory = (path: string, detail: string): AppError => ({
  code: 'too-large',
  message: `“${basename(path)}” needs more memory than reading one file may take.`,
  advice: 'Split it into smaller files.',
  path,
  detail,
})
