// What came of reading a library's files, for the report at the end.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ReadingReport } from '../../../shared/model/reading.ts'
import { inPathOrder } from '../../../shared/text/path-order.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import { type SketchOf, suspectPairs } from './duplicates.ts'
import type { Likeness } from './likeness.ts'

/** Articles that are compared at a time. */
const atOnce = 8

/**
 * @param rows of the same library
 * @param split whether the reader sees a file as one article for each that it holds
 * @param likeness says which of those that seem near are
 */
export async function reportOf(
  entries: readonly CacheEntry[],
  rows: readonly ArticleSummary[],
  problems: readonly AppError[],
  split: (file: string) => boolean,
  likeness: Likeness,
  sketchOf: SketchOf,
): Promise<ReadingReport> {
  const files = [...entries].sort(inPathOrder)
  return {
    read: files.filter(({ read }) => read !== null).length,
    unread: files.filter(({ read, problem }) => read === null && problem === null).length,
    repaired: repairedIn(files),
    refused: files.flatMap(({ id, path, problem }) =>
      problem ? [{ article: id, path, error: problem }] : [],
    ),
    problems: [...problems],
    several: rows
      .filter(({ id, parts }) => parts > 0 && !split(id))
      .map(({ id, path, parts }) => ({ article: id, path, parts })),
    duplicates: await duplicatesIn(files, likeness, sketchOf),
  }
}

export const repairedIn = (files: readonly CacheEntry[]): ReadingReport['repaired'] =>
  files.flatMap(({ id, path, read }) =>
    read && read.warnings.length > 0 ? [{ article: id, path, warnings: [...read.warnings] }] : [],
  )

async function duplicatesIn(
  files: readonly CacheEntry[],
  likeness: Likeness,
  sketchOf: SketchOf,
): Promise<ReadingReport['duplicates']> {
  const pairs = await suspectPairs(files, sketchOf)
  const told: ReadingReport['duplicates'] = []
  for (let at = 0; at < pairs.length; at += atOnce) {
    const found = await Promise.all(
      pairs.slice(at, at + atOnce).map(async ({ entry, suspects }) =>
        (await likeness.confirm(entry, suspects)).map((of) => ({
          article: entry.id,
          path: entry.path,
          of,
        })),
      ),
    )
    told.push(...found.flat())
  }
  return told
}
