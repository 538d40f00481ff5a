// An article as a row of the library, from what is known of its file and of its annotations.
import type { AppError } from '../../shared/errors.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { noMeta } from '../../shared/model/article.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ArticleRecord } from '../store/annotation-file.ts'
import type { CacheEntry } from './cache.ts'

const counts = (annotations: readonly Annotation[]) => ({
  annotations: annotations.length,
  notes: annotations.filter(({ note }) => note !== '').length,
})

/** The row of a file that is there. */
export const rowOf = (entry: CacheEntry, annotations: readonly Annotation[]): ArticleSummary => ({
  ...(entry.read?.meta ?? noMeta),
  id: entry.id,
  path: entry.path,
  format: entry.read?.format ?? null,
  state: entry.problem ? 'unreadable' : entry.read ? 'ready' : 'unread',
  problem: entry.problem,
  words: entry.read?.words ?? 0,
  parts: 0,
  part: null,
  corrected: [],
  ...counts(annotations),
})

/** The row of an article that has annotations but no file any more. */
export function missingRow(
  record: ArticleRecord,
  annotations: readonly Annotation[],
): ArticleSummary {
  const { sha256: _, textHash: __, ...facts } = record
  return {
    ...facts,
    format: null,
    state: 'missing',
    problem: fileGone(record.path),
    words: 0,
    parts: 0,
    part: null,
    corrected: [],
    ...counts(annotations),
  }
}

export const fileGone = (path: string): AppError => ({
  code: 'not-found',
  message: `“${path}” is not in the library any more.`,
  advice: 'Put the file back, or export its notes.',
  path,
})
