// The shelf of an open library as it is now, with the parts of files found by their ids.
import type { CacheEntry } from './cache.ts'
import { indexParts, type Place, placeOf } from './part-places.ts'
import type { Shelf } from './shelf.ts'

export interface ShelfState {
  readonly shelf: Shelf
  /** Ids of what was put onto this shelf since stock was taken, in that order. */
  readonly puts: readonly string[]
  /** Stock was taken anew. */
  replace(shelf: Shelf): void
  put(entry: CacheEntry): void
  /** Where an article is: its file, and which of the articles in it; null when its file is gone. */
  place(id: string): Place | null
}

/** @param known the shelf as it was known last */
export function createShelfState(known: Shelf): ShelfState {
  let shelf = known
  let parts = indexParts(known.entries.values())
  let puts: string[] = []
  return {
    get shelf() {
      return shelf
    },
    get puts() {
      return puts
    },
    replace(taken) {
      if (taken.entries !== shelf.entries) puts = []
      shelf = taken
      parts = indexParts(shelf.entries.values())
    },
    put(entry) {
      const before = shelf.entries.get(entry.id)
      shelf.entries.set(entry.id, entry)
      puts.push(entry.id)
      if (before?.partIds !== entry.partIds && (before?.partIds.length || entry.partIds.length))
        parts = indexParts(shelf.entries.values(), parts, entry)
    },
    place: (id) => placeOf(id, shelf.entries, parts),
  }
}
