// The shelf of an open library as it is now, with files found by their paths and the parts of files by
// their ids. No two entries are of one file, whoever puts them there.
import type { CacheEntry } from './cache.ts'
import { isUnread } from './entries.ts'
import { indexParts, type Place, placeOf, renamed } from './part-places.ts'
import type { Shelf } from './shelf.ts'

/** The shelf as it was when it was remembered, whatever was put onto it since. */
export interface ShelfBefore {
  readonly missing: Shelf['missing']
  get(id: string): CacheEntry | undefined
  /** The ids of all entries that may be others now; some of them are not. */
  differing(): Iterable<string>
}

export interface ShelfState {
  readonly shelf: Shelf
  /** Files that nobody has read, and of which it is not known either that they cannot be read. */
  readonly unread: ReadonlySet<string>
  /** Ids of what was put onto this shelf since stock was taken, in that order. */
  readonly puts: readonly string[]
  /** Stock was taken. Until then, what is not on the shelf may be in the folder all the same. */
  isLooked(): boolean
  /** Stock was taken anew. */
  replace(shelf: Shelf): void
  /** In the place of what was known of its file, also under another id. */
  put(entry: CacheEntry): void
  /** What is known of a file; null when nothing is. */
  at(path: string): CacheEntry | null
  /** Gives an article another id. Does nothing when it is not there. */
  rename(id: string, next: string): void
  /** Where an article is: its file, and which of the articles in it; null when its file is gone. */
  place(id: string): Place | null
  /** Does some work that goes by what the shelf was before it. Costs nothing but what changes meanwhile. */
  comparing<T>(work: (before: ShelfBefore) => Promise<T>): Promise<T>
}

/** @param known the shelf as it was known last */
export function createShelfState(known: Shelf): ShelfState {
  let shelf = known
  let isLooked = false
  let parts = indexParts(known.entries.values())
  let ids = idsByPath(known.entries)
  let unread = unreadIn(known.entries)
  let puts: string[] = []
  const before = createComparing(() => shelf)

  const put = (entry: CacheEntry): void => {
    const last = shelf.entries.get(entry.id)
    const holder = ids.get(entry.path)
    before.keep(entry.id)
    if (holder !== undefined && holder !== entry.id) {
      before.keep(holder)
      shelf.entries.delete(holder)
      unread.delete(holder)
    }
    if (last && last.path !== entry.path) ids.delete(last.path)
    ids.set(entry.path, entry.id)
    shelf.entries.set(entry.id, entry)
    if (isUnread(entry)) unread.add(entry.id)
    else unread.delete(entry.id)
    puts.push(entry.id)
    if (last?.partIds !== entry.partIds && (last?.partIds.length || entry.partIds.length))
      parts = indexParts(shelf.entries.values(), parts, entry)
  }

  const place = (id: string): Place | null => placeOf(id, shelf.entries, parts)

  return {
    get shelf() {
      return shelf
    },
    get unread() {
      return unread
    },
    get puts() {
      return puts
    },
    isLooked: () => isLooked,
    replace(taken) {
      isLooked = true
      if (taken.entries !== shelf.entries) {
        puts = []
        ids = idsByPath(taken.entries)
        parts = indexParts(taken.entries.values())
        unread = unreadIn(taken.entries)
        before.forget()
      }
      shelf = taken
    },
    put,
    at: (path) => shelf.entries.get(ids.get(path) ?? '') ?? null,
    rename(id, next) {
      const at = place(id)
      if (at) put(renamed(at, next))
    },
    place,
    comparing: before.comparing,
  }
}

interface Comparing extends Pick<ShelfState, 'comparing'> {
  /** An entry is about to be put over, or taken away. */
  keep(id: string): void
  /** Stock was taken: nothing is put onto the shelf from before any more. */
  forget(): void
}

function createComparing(now: () => Shelf): Comparing {
  /** What was put over, by those who remember the shelf from before. */
  const overlays = new Set<Map<string, CacheEntry | undefined>>()
  return {
    keep(id) {
      for (const overlay of overlays) if (!overlay.has(id)) overlay.set(id, now().entries.get(id))
    },
    forget: () => overlays.clear(),
    async comparing(work) {
      const { entries, missing } = now()
      const overlay = new Map<string, CacheEntry | undefined>()
      overlays.add(overlay)
      try {
        return await work({
          missing,
          get: (id) => (overlay.has(id) ? overlay.get(id) : entries.get(id)),
          differing: () =>
            entries === now().entries
              ? overlay.keys()
              : new Set([...overlay.keys(), ...entries.keys(), ...now().entries.keys()]),
        })
      } finally {
        overlays.delete(overlay)
      }
    },
  }
}

const unreadIn = (entries: ReadonlyMap<string, CacheEntry>): Set<string> => {
  const unread = new Set<string>()
  for (const entry of entries.values()) if (isUnread(entry)) unread.add(entry.id)
  return unread
}

const idsByPath = (entries: ReadonlyMap<string, CacheEntry>): Map<string, string> => {
  const ids = new Map<string, string>()
  for (const { id, path } of entries.values()) ids.set(path, id)
  return ids
}
