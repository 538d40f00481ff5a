// Puts on their way to the writer, one batch under way at a time. What comes meanwhile goes into the next
// batch together: an article that is annotated many times in a row is indexed once, not as often.
import type { IndexChange } from './facts.ts'

export interface PutQueue {
  /** Resolves with what `write` gave for the batch it went in; rejects with what that threw. */
  put(changes: readonly IndexChange[]): Promise<boolean>
  /** Runs other work between batches, after what was put before it. */
  after<T>(work: () => Promise<T>): Promise<T>
}

interface Waiting {
  readonly changes: readonly IndexChange[]
  readonly done: (there: boolean) => void
  readonly failed: (thrown: unknown) => void
}

/** Changes in one batch, unless a single put has more: a batch holds up those that come after it. */
const mostTogether = 500

/** @param write writes changes all or none */
export function createPutQueue(
  write: (changes: readonly IndexChange[]) => Promise<boolean>,
): PutQueue {
  const waiting: Waiting[] = []
  let queue: Promise<unknown> = Promise.resolve()

  const writeOne = ({ changes, done, failed }: Waiting): Promise<void> =>
    write(changes).then(done, failed)

  const writeNext = async (): Promise<void> => {
    const batch = takeBatch(waiting)
    const [only] = batch
    if (!only) return
    if (batch.length === 1) return writeOne(only)
    try {
      const there = await write(batch.flatMap(({ changes }) => changes))
      for (const { done } of batch) done(there)
    } catch (thrown) {
      // One of them is at fault, and nothing is written yet: the others must not suffer for it.
      if (!(thrown instanceof Error)) throw thrown
      for (const each of batch) await writeOne(each)
    }
  }

  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  return {
    put: (changes) =>
      new Promise((done, failed) => {
        waiting.push({ changes, done, failed })
        after(writeNext).catch(failed)
      }),
    after,
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let puts = 0
  let changes = 0
  for (const each of waiting) {
    changes += each.changes.length
    if (puts > 0 && changes > mostTogether) break
    puts++
  }
  return waiting.splice(0, puts)
}
