// Which rows of the list are others after a look at the folder. Rows are made of what differs alone, so
// that a look that finds nothing new costs next to nothing, however large the library.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import { type CacheEntry, sameFields } from './cache.ts'
import type { Listing } from './listing.ts'
import type { Shelf } from './shelf.ts'
import type { ShelfBefore } from './shelf-before.ts'

export interface Differences {
  readonly changed: ArticleSummary[]
  /** Ids of articles that are not listed any more. */
  readonly removed: string[]
}

type Rows = Pick<Listing, 'rowsOf' | 'ofFile' | 'listed'>

/** Entries that are compared before others get their turn. */
const atOnce = 500

/**
 * @param before the shelf from before the look
 * @param articles whose records are others
 */
export async function differences(
  listing: Rows,
  before: ShelfBefore,
  shelf: Shelf,
  articles: readonly string[],
): Promise<Differences> {
  const changed = new Map<string, ArticleSummary>()
  const removed = new Set<string>()
  const put = (row: ArticleSummary): void => void changed.set(row.id, row)
  const tellOne = (id: string): void => {
    const row = listing.listed(id)
    if (row) put(row)
    else removed.add(id)
  }
  const tellOther = (entry: CacheEntry, last: CacheEntry | undefined): void => {
    const known = new Map(last ? listing.rowsOf(last).map((row) => [row.id, row]) : [])
    const now = listing.ofFile(entry.id)
    for (const row of now.changed) if (!sameFields(row, known.get(row.id))) put(row)
    const ids = new Set([...now.removed, ...known.keys()])
    for (const row of now.changed) ids.delete(row.id)
    for (const id of ids) if (id !== entry.id || known.has(id)) removed.add(id)
  }
  const tellGone = (entry: CacheEntry): void => {
    for (const id of idsIn(entry)) tellOne(id)
    if (isParted(entry)) for (const row of listing.ofFile(entry.id).changed) put(row)
  }
  let looked = 0
  for (const id of before.differing()) {
    if (++looked % atOnce === 0) await nextTurn()
    const [last, entry] = [before.get(id), shelf.entries.get(id)]
    if (last === entry) continue
    if (entry) tellOther(entry, last)
    else if (last) tellGone(last)
  }
  for (const id of [...before.missing.keys(), ...shelf.missing.keys()])
    if (before.missing.has(id) !== shelf.missing.has(id)) tellOne(id)
  for (const id of articles) tellOne(id)
  for (const id of changed.keys()) removed.delete(id)
  return { changed: [...changed.values()], removed: [...removed] }
}

const idsIn = ({ id, partIds }: CacheEntry): string[] => [id, ...partIds.map((part) => part.id)]

const isParted = ({ partIds, read }: CacheEntry): boolean =>
  partIds.length > 0 || (read?.parts ?? 0) > 0
