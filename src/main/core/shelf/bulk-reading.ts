// Reads all that is new in a library, a few files at a time, and tells of it a few times a second.
import { inTurns } from '../../../shared/in-turns.ts'
import type { CacheEntry } from './cache.ts'

/** Files that wait or are read at a time: enough that no place stands empty between two. */
const atOnce = 8
/** Milliseconds between two tellings of rows: a window that draws each file does nothing else. */
const tellEvery = 250

export interface BulkReading {
  readonly entries: readonly CacheEntry[]
  readonly read: (entry: CacheEntry) => Promise<unknown>
  /** Files that were read or found to be unreadable, and how many of all were so far. */
  readonly tell: (ids: readonly string[], done: number) => void
  readonly signal: AbortSignal
}

/**
 * Resolves when all are read, or soon after the signal was aborted.
 * @returns ids of what was read and not told; none when all were read
 */
export async function readInBulk({ entries, read, tell, signal }: BulkReading): Promise<string[]> {
  let done = 0
  let untold: string[] = []
  let toldAt = performance.now()
  const readAndTell = async (entry: CacheEntry): Promise<void> => {
    await read(entry)
    if (signal.aborted) return
    done++
    untold.push(entry.id)
    if (done < entries.length && performance.now() - toldAt < tellEvery) return
    tell(untold, done)
    untold = []
    toldAt = performance.now()
  }
  await inTurns(entries, atOnce, readAndTell, () => !signal.aborted)
  return untold
}
