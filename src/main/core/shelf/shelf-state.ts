// The shelf of an open library as it is now, with the parts of files found by their ids.
import type { CacheEntry } from './cache.ts'
import { indexParts, type Place, placeOf } from './part-places.ts'
import type { Shelf } from './shelf.ts'

export interface ShelfState {
  readonly shelf: Shelf
  /** Stock was taken anew. */
  replace(shelf: Shelf): void
  put(entry: CacheEntry): void
  /** Where an article is: its file, and which of the articles in it; null when its file is gone. */
  place(id: string): Place | null
}

/** @param known the files as they were known last */
export function createShelfState(known: Map<string, CacheEntry>): ShelfState {
  let shelf: Shelf = { entries: known, missing: new Map(), problems: [] }
  let parts = indexParts(known.values())
  return {
    get shelf() {
      return shelf
    },
    replace(taken) {
      shelf = taken
      parts = indexParts(shelf.entries.values())
    },
    put(entry) {
      const before = shelf.entries.get(entry.id)
      shelf.entries.set(entry.id, entry)
      if (before?.partIds !== entry.partIds && (before?.partIds.length || entry.partIds.length))
        parts = indexParts(shelf.entries.values(), parts, entry)
    },
    place: (id) => placeOf(id, shelf.entries, parts),
  }
}
