// One file of the store in memory: lowdb over the atomic file. Next state first, published only
// after the write succeeded.
import { basename } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { Overtaken, readIfThere, stampOf, writeAtomic } from './atomic-file.ts'
import { type Format, parseVersioned } from './versioned.ts'

/** Thrown by the adapter, caught below: lowdb's interface knows exceptions only. */
class Unreadable extends Error {
  constructor(readonly error: AppError) {
    super(error.message)
  }
}

class AtomicAdapter<T> implements Adapter<T> {
  /** Of the file as it was last read or written. */
  stamp = ''
  /** Writes only over that very state. */
  isCareful = false

  constructor(
    private readonly path: string,
    private readonly format: Format<T>,
  ) {}

  async read(): Promise<T | null> {
    // Before it is read: what comes in between is another state, and is seen to be.
    this.stamp = stampOf(this.path)
    const text = await readIfThere(this.path)
    if (text === null) return null
    const parsed = parseVersioned(this.format, text, this.path)
    if (!parsed.ok) throw new Unreadable(parsed.error)
    return parsed.value
  }

  async write(data: T): Promise<void> {
    const expected = this.isCareful ? this.stamp : undefined
    this.stamp = await writeAtomic(this.path, this.format.serialize(data), expected)
  }
}

/** A file of the store whose content is known. */
export interface KnownStoreFile<T> {
  readonly path: string
  /**
   * Writes, but fails with `changed` when another program has written the file since it was read or
   * written here: then its state is to be read first. On failure the file on disk stays as it was.
   * Callers write one after another (`queue.ts`).
   */
  writeOver(next: T): Promise<Result<unknown>>
  /** Whether another program has written, made or removed the file since it was read or written here. */
  hasChanged(): boolean
}

export interface StoreFile<T> extends KnownStoreFile<T> {
  readonly data: T
  /** Writes, whatever the file holds by now, then publishes. On failure `data` stays as it was, too. */
  write(next: T): Promise<Result<T>>
}

/** Opens a file of the store; `empty` stands in while there is none. Fails as `parseVersioned` does, or with what the disk says. */
export async function openStoreFile<T>(
  path: string,
  format: Format<T>,
  empty: T,
): Promise<Result<StoreFile<T>>> {
  const adapter = new AtomicAdapter(path, format)
  const low = new Low<T>(adapter, empty)
  try {
    await low.read()
  } catch (thrown) {
    return fail(thrown instanceof Unreadable ? thrown.error : errorFor(thrown, path, 'read'))
  }
  return ok(wrap(path, low, adapter))
}

/**
 * A file of the store that need not be read: what it holds in this state is known from elsewhere.
 * @param stamp of the state, as `stampOf` gives it
 */
export function knownStoreFile<T>(
  path: string,
  format: Format<T>,
  stamp: string,
): KnownStoreFile<T> {
  const adapter = new AtomicAdapter<T | null>(path, format)
  adapter.stamp = stamp
  return wrap(path, new Low<T | null>(adapter, null), adapter)
}

function wrap<T>(path: string, low: Low<T>, adapter: AtomicAdapter<T>): StoreFile<T> {
  let published = low.data
  const write = async (next: T, isCareful: boolean): Promise<Result<T>> => {
    low.data = next
    adapter.isCareful = isCareful
    try {
      await low.write()
    } catch (thrown) {
      low.data = published
      return fail(thrown instanceof Overtaken ? overtaken(path) : errorFor(thrown, path, 'saved'))
    }
    published = next
    return ok(next)
  }
  return {
    path,
    get data() {
      return published
    },
    write: (next) => write(next, false),
    writeOver: (next) => write(next, true),
    hasChanged: () => stampOf(path) !== adapter.stamp,
  }
}

const overtaken = (path: string): AppError => ({
  code: 'changed',
  message: `“${basename(path)}” was written by another program at the same moment.`,
  advice: 'Try again.',
  path,
})
