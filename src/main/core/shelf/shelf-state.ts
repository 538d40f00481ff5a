// The shelf of an open library as it is now, with files found by their paths and the parts of files by
// their ids. No two entries are of one file, whoever puts them there.
import type { CacheEntry } from './cache.ts'
import { isUnread } from './entries.ts'
import { indexParts, type Place, placeOf, renamed } from './part-places.ts'
import type { Shelf } from './shelf.ts'
import { createShelfMemory, type ShelfMemory } from './shelf-before.ts'

export interface ShelfState extends Pick<ShelfMemory, 'comparing'> {
  readonly shelf: Shelf
  /** Files that nobody has read, and of which it is not known either that they cannot be read. */
  readonly unread: ReadonlySet<string>
  /** Ids of what was put onto this shelf since stock was taken, in that order. */
  readonly puts: readonly string[]
  /**
   * Files that were found to hold other bytes since stock was taken, as they were then, by id: whether
   * they are the same articles, changed, only a look at the folder can say.
   */
  readonly unsettled: ReadonlyMap<string, CacheEntry>
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
}

/** @param known the shelf as it was known last */
export function createShelfState(known: Shelf): ShelfState {
  let shelf = known
  let isLooked = false
  let parts = indexParts(known.entries.values())
  let ids = idsByPath(known.entries)
  let unread = unreadIn(known.entries)
  let puts: string[] = []
  let unsettled = new Map<string, CacheEntry>()
  const memory = createShelfMemory(() => shelf)

  const put = (entry: CacheEntry): void => {
    const before = shelf.entries.get(entry.id)
    const holder = ids.get(entry.path)
    memory.keep(entry.id)
    if (holder !== undefined && holder !== entry.id) {
      memory.keep(holder)
      shelf.entries.delete(holder)
      unread.delete(holder)
    }
    if (before && before.path !== entry.path) ids.delete(before.path)
    if (before && isOfOtherBytes(before, entry) && !unsettled.has(entry.id))
      unsettled.set(entry.id, before)
    ids.set(entry.path, entry.id)
    shelf.entries.set(entry.id, entry)
    if (isUnread(entry)) unread.add(entry.id)
    else unread.delete(entry.id)
    puts.push(entry.id)
    if (before?.partIds !== entry.partIds && (before?.partIds.length || entry.partIds.length))
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
    get unsettled() {
      return unsettled
    },
    isLooked: () => isLooked,
    replace(taken) {
      isLooked = true
      if (taken.entries !== shelf.entries) {
        const { entries } = shelf
        // What this look did not come to.
        const isLeft = (id: string): boolean => taken.entries.get(id) === entries.get(id)
        unsettled = new Map([...unsettled].filter(([id]) => isLeft(id)))
        puts = []
        ids = idsByPath(taken.entries)
        parts = indexParts(taken.entries.values())
        unread = unreadIn(taken.entries)
        memory.replaced()
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
    comparing: memory.comparing,
  }
}

const isOfOtherBytes = (before: CacheEntry, now: CacheEntry): boolean =>
  before.path === now.path && before.sha256 !== '' && before.sha256 !== now.sha256

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
