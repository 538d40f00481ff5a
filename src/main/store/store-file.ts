// One file of the store in memory: lowdb over the atomic file. Next state first, published only
// after the write succeeded.
import { statSync } from 'node:fs'
import { type Adapter, Low } from 'lowdb'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'
import { type Format, parseVersioned } from './versioned.ts'

/** Thrown by the adapter, caught below: lowdb's interface knows exceptions only. */
class Unreadable extends Error {
  constructor(readonly error: AppError) {
    super(error.message)
  }
}

class AtomicAdapter<T> implements Adapter<T> {
  constructor(
    private readonly path: string,
    private readonly format: Format<T>,
  ) {}

  async read(): Promise<T | null> {
    const text = await readIfThere(this.path)
    if (text === null) return null
    const parsed = parseVersioned(this.format, text, this.path)
    if (!parsed.ok) throw new Unreadable(parsed.error)
    return parsed.value
  }

  async write(data: T): Promise<void> {
    await writeAtomic(this.path, this.format.serialize(data))
  }
}

/**
 * Tells one state of a file from the next; empty when there is none. Not left to a thread: asking
 * costs a hundredth of a write, waiting for a thread a fifth.
 */
function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(path)
    return `${ino} ${size} ${mtimeMs}`
  } catch {
    return ''
  }
}

export interface StoreFile<T> {
  readonly path: string
  readonly data: T
  /**
   * Writes, then publishes. On failure `data` and the file on disk stay as they were.
   * Callers write one after another (`queue.ts`).
   */
  write(next: T): Promise<Result<T>>
  /** Whether another program has written, made or removed the file since it was read or written here. */
  hasChanged(): boolean
}

/** Opens a file of the store; `empty` stands in while there is none. Fails as `parseVersioned` does, or with what the disk says. */
export async function openStoreFile<T>(
  path: string,
  format: Format<T>,
  empty: T,
): Promise<Result<StoreFile<T>>> {
  const low = new Low<T>(new AtomicAdapter(path, format), empty)
  try {
    await low.read()
  } catch (thrown) {
    return fail(thrown instanceof Unreadable ? thrown.error : errorFor(thrown, path, 'read'))
  }
  return ok(wrap(path, low, stampOf(path)))
}

function wrap<T>(path: string, low: Low<T>, asRead: string): StoreFile<T> {
  let published = low.data
  let stamp = asRead
  return {
    path,
    get data() {
      return published
    },
    async write(next) {
      low.data = next
      try {
        await low.write()
      } catch (thrown) {
        low.data = published
        return fail(errorFor(thrown, path, 'saved'))
      }
      published = next
      stamp = stampOf(path)
      return ok(next)
    },
    hasChanged: () => stampOf(path) !== stamp,
  }
}

/** Opens a file that can always be made anew: one that cannot be read, or is of no use, is begun again over it. */
export async function openCacheFile<T>(
  path: string,
  format: Format<T>,
  empty: T,
  isUsable: (data: T) => boolean,
): Promise<StoreFile<T>> {
  const opened = await openStoreFile(path, format, empty)
  if (opened.ok && isUsable(opened.value.data)) return opened.value
  return wrap(path, new Low<T>(new AtomicAdapter(path, format), empty), stampOf(path))
}
