// Records as the core told them, by key. Answers and events arrive in any order; nothing older ever wins,
// so that the end is the same whatever the order was. Pure.

/** Where in the stream something was said. */
export interface Stamp {
  readonly revision: number
  /**
   * An event tells what is so at its revision. An answer tells what is so at its revision or somewhat
   * later: what is newer in it comes by events, too.
   */
  readonly by: 'event' | 'answer'
}

/** Whether what is known at a revision is at least as new. */
const isOld = ({ revision, by }: Stamp, known: number): boolean =>
  by === 'event' ? revision <= known : revision < known

export interface Table<T> {
  get(key: string): T | undefined
  /** In the order in which they came. */
  values(): readonly T[]
  /** Those that are there, by key. */
  entries(): readonly (readonly [key: string, record: T])[]
  /** Nothing is known of a record any more: whatever is said of it next is taken. */
  forget(key: string): void
  /** All there are: what is not among them is gone. Gives whether anything is another now. */
  replace(records: Iterable<readonly [key: string, record: T]>, stamp: Stamp): boolean
  /** Some that are new, others, or gone. Gives whether anything is another now. */
  change(
    changed: Iterable<readonly [key: string, record: T]>,
    removed: Iterable<string>,
    stamp: Stamp,
  ): boolean
}

interface Entry<T> {
  readonly revision: number
  /** Undefined: it is gone. */
  readonly record: T | undefined
}

/** Begins empty, and older than anything that can be told. */
export function createTable<T>(): Table<T> {
  let entries = new Map<string, Entry<T>>()
  /** Up to here everything is known: all was told at once. */
  let floor = -1

  /** Gives whether something else was known. */
  const put = (key: string, record: T | undefined, stamp: Stamp): boolean => {
    const known = entries.get(key)
    if (known && isOld(stamp, known.revision)) return false
    entries.set(key, { revision: stamp.revision, record })
    return known?.record !== record
  }

  return {
    get: (key) => entries.get(key)?.record,
    values() {
      const there: T[] = []
      for (const { record } of entries.values()) if (record !== undefined) there.push(record)
      return there
    },
    entries() {
      const there: (readonly [string, T])[] = []
      for (const [key, { record }] of entries) if (record !== undefined) there.push([key, record])
      return there
    },
    forget(key) {
      entries.delete(key)
    },
    replace(records, stamp) {
      if (isOld(stamp, floor)) return false
      const before = entries
      entries = new Map()
      for (const [key, record] of records) {
        const known = before.get(key)
        const newer = known && isOld(stamp, known.revision) ? known : undefined
        entries.set(key, newer ?? { revision: stamp.revision, record })
      }
      // What became known after this was told stays, and what is known to be gone stays gone.
      for (const [key, known] of before)
        if (!entries.has(key) && known.revision > stamp.revision) entries.set(key, known)
      floor = stamp.revision
      return true
    },
    change(changed, removed, stamp) {
      if (isOld(stamp, floor)) return false
      let other = false
      for (const [key, record] of changed) other = put(key, record, stamp) || other
      for (const key of removed) other = put(key, undefined, stamp) || other
      return other
    },
  }
}

/** One value as the core told it, by the same rule. */
export interface Register<T> {
  /** Gives whether it was taken: it is newer than what was known. */
  take(value: T, stamp: Stamp): boolean
  value(): T
}

export function createRegister<T>(first: T): Register<T> {
  let known = -1
  let held = first
  return {
    value: () => held,
    take(value, stamp) {
      if (isOld(stamp, known)) return false
      known = stamp.revision
      held = value
      return true
    },
  }
}
