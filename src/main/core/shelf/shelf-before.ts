// A shelf as it was, for whoever compares it with what it has become. Only what was put over is kept, so
// that it costs next to nothing in a library of any size.
import type { CacheEntry } from './cache.ts'
import type { Shelf } from './shelf.ts'

/** The shelf as it was when it was remembered, whatever was put onto it since. */
export interface ShelfBefore {
  readonly missing: Shelf['missing']
  get(id: string): CacheEntry | undefined
  /** The ids of all entries that may be others now; some of them are not. */
  differing(): Iterable<string>
}

export interface ShelfMemory {
  /** To be called before an entry is put over or taken away. */
  keep(id: string): void
  /** Another shelf stands in its place: nothing is put onto the one before any more. */
  replaced(): void
  /** Does some work that goes by what the shelf was before it. */
  comparing<T>(work: (before: ShelfBefore) => Promise<T>): Promise<T>
}

/** @param current the shelf as it is now */
export function createShelfMemory(current: () => Shelf): ShelfMemory {
  type Overlay = Map<string, CacheEntry | undefined>
  /** What was put over, by those who remember the shelf from before. */
  const overlays = new Set<Overlay>()

  return {
    keep(id) {
      for (const overlay of overlays)
        if (!overlay.has(id)) overlay.set(id, current().entries.get(id))
    },
    replaced: () => overlays.clear(),
    async comparing(work) {
      const { entries, missing } = current()
      const overlay: Overlay = new Map()
      overlays.add(overlay)
      try {
        return await work({
          missing,
          get: (id) => (overlay.has(id) ? overlay.get(id) : entries.get(id)),
          differing: () =>
            entries === current().entries
              ? overlay.keys()
              : new Set([...overlay.keys(), ...entries.keys(), ...current().entries.keys()]),
        })
      } finally {
        overlays.delete(overlay)
      }
    },
  }
}
