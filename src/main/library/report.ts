// What came of reading a library's files, for the report at the end.
import type { AppError } from '../../shared/errors.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ReadingReport } from '../../shared/model/reading.ts'
import { inPathOrder } from '../../shared/text/path-order.ts'
import type { CacheEntry } from './cache.ts'
import { duplicatePairs } from './duplicates.ts'

/** @param rows of the same library: which files hold several articles and are shown as one */
export function reportOf(
  entries: readonly CacheEntry[],
  rows: readonly ArticleSummary[],
  problems: readonly AppError[],
): ReadingReport {
  const files = [...entries].sort(inPathOrder)
  return {
    read: files.filter(({ read }) => read !== null).length,
    unread: files.filter(({ read, problem }) => read === null && problem === null).length,
    repaired: files.flatMap(({ id, path, read }) =>
      read && read.warnings.length > 0 ? [{ article: id, path, warnings: [...read.warnings] }] : [],
    ),
    refused: files.flatMap(({ id, path, problem }) =>
      problem ? [{ article: id, path, error: problem }] : [],
    ),
    problems: [...problems],
    several: rows
      .filter(({ parts }) => parts > 0)
      .map(({ id, path, parts }) => ({ article: id, path, parts })),
    duplicates: duplicatePairs(files),
  }
}
