// Batches of changes on their way into the index: written by a thread of its own, so that the core never
// waits for one, or by the caller's thread where there is no other. One request is under way at a time.
import { Worker } from 'node:worker_threads'
import type { IndexChange } from './facts.ts'
import { closeWriter, type Database } from './sqlite.ts'
import { type Trouble, troubleOf } from './trouble.ts'
import { createWriter } from './write.ts'

export type WriteRequest =
  | { readonly kind: 'put'; readonly changes: readonly IndexChange[] }
  | { readonly kind: 'tidy' }
  | { readonly kind: 'close' }

export type WriteAnswer =
  | { readonly kind: 'done'; readonly count: number }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'thrown'; readonly detail: string }

export interface Writing {
  write(request: WriteRequest): Promise<WriteAnswer>
  /** Ends after what is under way. */
  close(): Promise<void>
}

/** Carries out requests on a connection, errors as values. */
export function createAnswering(database: Database): (request: WriteRequest) => WriteAnswer {
  const writer = createWriter(database)
  return (request) => {
    try {
      if (request.kind === 'put') writer.apply(request.changes)
      return { kind: 'done', count: request.kind === 'tidy' ? writer.tidy() : 0 }
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      if (trouble) return { kind: 'trouble', trouble }
      const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
      return { kind: 'thrown', detail }
    }
  }
}

/** Writes in the caller's thread, over its own connection, one request a turn of the event loop. */
export function ownThreadWriting(database: Database): Writing {
  const answer = createAnswering(database)
  return {
    write: (request) => new Promise((done) => setImmediate(() => done(answer(request)))),
    close: async () => closeWriter(database),
  }
}

/** @param workerUrl the bundle of `index-worker.ts` */
export function threadWriting(workerUrl: URL, path: string): Writing {
  let worker: Worker | null = null
  let waiting: ((answer: WriteAnswer) => void) | null = null
  const finish = (answer: WriteAnswer): void => {
    const done = waiting
    waiting = null
    worker?.unref()
    done?.(answer)
  }
  const start = (): Worker => {
    const made = new Worker(workerUrl, { workerData: { path } })
    const ended = (detail: string): void => {
      if (made !== worker) return
      worker = null
      finish({ kind: 'thrown', detail })
    }
    made.on('message', (answer: WriteAnswer) => {
      if (made === worker) finish(answer)
    })
    made.on('error', (thrown) => ended(thrown instanceof Error ? thrown.message : String(thrown)))
    made.on('exit', () => ended('the thread that writes the index ended'))
    return made
  }
  const send = (request: WriteRequest): Promise<WriteAnswer> =>
    new Promise((done) => {
      waiting = done
      worker ??= start()
      worker.ref()
      worker.postMessage(request)
    })
  /** One after another: a thread that is ended in the middle of a write takes the process with it. */
  let last: Promise<unknown> = Promise.resolve()
  const write = (request: WriteRequest): Promise<WriteAnswer> => {
    const mine = last.then(() => send(request))
    last = mine
    return mine
  }
  return {
    write,
    async close() {
      if (!worker) return
      await write({ kind: 'close' })
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
