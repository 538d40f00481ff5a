// The rows that a file which is there stands for: its own, or one for each of the articles in it.
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { CacheEntry } from './cache.ts'
import { isAnnotated, type ListingGround } from './listing-ground.ts'
import { partRow, rowOf } from './rows.ts'

/** Whether the articles of a file are listed in its place. */
export const isShownSplit = ({ isSplit }: ListingGround, entry: CacheEntry): boolean =>
  isSplit(entry.id) && (entry.read?.split?.length ?? 0) > 0

/** In the file's order; a split file with annotations of its own comes before its articles. */
export function rowsOfFile(ground: ListingGround, entry: CacheEntry): ArticleSummary[] {
  const { records } = ground
  const whole = rowOf(entry, records.get(entry.id))
  if (!isShownSplit(ground, entry)) return [whole]
  const parts = entry.partIds.flatMap(({ id }, part) => partRow(entry, part, records.get(id)) ?? [])
  return isAnnotated(ground, entry.id) ? [whole, ...parts] : parts
}
