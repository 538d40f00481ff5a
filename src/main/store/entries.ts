// A list of records of a sheet, by key. It never changes: a change makes another one, which stands on the
// one before, so that a note among twenty thousand costs one note.
import { type Entry, joinEntries } from '../../shared/kinds/entry.ts'

export type Entries = ReadonlyMap<string, Entry>

/** Entries that lie over a list before they are made one with it; smaller lists are copied at once. */
const mostOver = 256

export const noEntries: Entries = new Map()

/** What one list says, and what is said of a few keys since. Neither is changed. */
class Layered implements ReadonlyMap<string, Entry> {
  readonly size: number

  constructor(
    readonly base: Entries,
    readonly over: Entries,
  ) {
    let size = base.size
    for (const key of over.keys()) if (!base.has(key)) size++
    this.size = size
  }

  get(key: string): Entry | undefined {
    return this.over.get(key) ?? this.base.get(key)
  }

  has(key: string): boolean {
    return this.over.has(key) || this.base.has(key)
  }

  *entries(): MapIterator<[string, Entry]> {
    for (const [key, entry] of this.base) yield [key, this.over.get(key) ?? entry]
    for (const [key, entry] of this.over) if (!this.base.has(key)) yield [key, entry]
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<Entry> {
    for (const [, entry] of this.entries()) yield entry
  }

  [Symbol.iterator](): MapIterator<[string, Entry]> {
    return this.entries()
  }

  forEach(visit: (entry: Entry, key: string, all: Entries) => void): void {
    for (const [key, entry] of this.entries()) visit(entry, key, this)
  }
}

/** Two states of a list as one: what is in both is joined. */
export function joinLists(theirs: Entries, mine: Entries): Entries {
  if (theirs.size === 0) return mine
  const [base, known] = mine instanceof Layered ? [mine.base, mine.over] : [mine, noEntries]
  const isFew = theirs.size + known.size <= mostOver && base.size > mostOver
  const joined = new Map(isFew ? known : mine)
  for (const [key, entry] of theirs) {
    const before = mine.get(key)
    joined.set(key, before ? joinEntries(before, entry) : entry)
  }
  return isFew ? new Layered(base, joined) : joined
}

const sums = new WeakMap<Entries, Map<Weigh, number>>()

/** What an entry counts for. Known by identity: the same function always gives the same. */
export type Weigh = (entry: Entry) => number

/** What all entries count for together, counted once for each list that others stand on. */
export function sumOf(entries: Entries, weigh: Weigh): number {
  if (!(entries instanceof Layered)) return sumOnce(entries, weigh)
  let sum = sumOnce(entries.base, weigh)
  for (const [key, entry] of entries.over) {
    const before = entries.base.get(key)
    sum += weigh(entry) - (before ? weigh(before) : 0)
  }
  return sum
}

function sumOnce(entries: Entries, weigh: Weigh): number {
  const known = sums.get(entries) ?? new Map<Weigh, number>()
  sums.set(entries, known)
  let sum = known.get(weigh)
  if (sum !== undefined) return sum
  sum = 0
  for (const entry of entries.values()) sum += weigh(entry)
  known.set(weigh, sum)
  return sum
}
