// What every store of records does with what the core tells, however it comes to hold them.
import type { Stamp } from './table.ts'

export interface KeptCurrent<T> {
  /** Takes in what is told; of what is not kept here nothing. */
  change(
    changed: Iterable<readonly [key: string, record: T]>,
    removed: Iterable<string>,
    stamp: Stamp,
  ): void
  /** Events may have been missed: what is held is asked for again. */
  renew(): void
  /** What could not be had before may be had now. */
  askLacking(): void
  /** Begins with another library: what was known means nothing, and what is held is asked for. */
  begin(): void
}
