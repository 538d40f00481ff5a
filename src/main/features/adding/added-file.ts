// What is said of a file that was to be added: it lay there already, came in, or could not.
import type { AppError } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { AddedFile } from '../../../shared/model/reading.ts'
import type { Result } from '../../../shared/result.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Suspect } from './duplicates.ts'
import type { Likeness } from './likeness.ts'

/** A file that was taken in, and those before it that may be the same. */
export interface Admitted {
  readonly entry: CacheEntry
  readonly suspects: readonly Suspect[]
}

/** What is to be known of a library to say it. */
export interface AddedFacts {
  readonly row: (entry: CacheEntry) => ArticleSummary
  readonly suspectsOf: (entry: CacheEntry) => Promise<readonly Suspect[]>
  readonly confirm: Likeness['confirm']
}

/** Of a file that lies in the library already. */
export const fileInPlace = async (
  { row, confirm, suspectsOf }: AddedFacts,
  name: string,
  entry: CacheEntry,
): Promise<AddedFile> => ({
  name,
  path: entry.path,
  article: row(entry),
  warnings: [
    {
      code: 'in-library',
      message: `“${entry.path}” lies in the library already, so it was read where it is.`,
    },
    ...(entry.read?.warnings ?? []),
  ],
  duplicates: await confirm(entry, await suspectsOf(entry)),
  error: entry.problem,
})

/**
 * Of a file that has its place now.
 * @param article its row
 * @param warnings of its reading
 * @param synced whether the disk has confirmed its folder
 */
export const fileThatCameIn = async (
  { confirm }: AddedFacts,
  name: string,
  { entry, suspects }: Admitted,
  article: ArticleSummary,
  warnings: readonly Warning[],
  synced: Result<void>,
): Promise<AddedFile> => ({
  name,
  path: entry.path,
  article,
  warnings: [...warnings, ...(synced.ok ? [] : [mayNotLast(synced.error)])],
  duplicates: await confirm(entry, suspects),
  error: null,
})

/** Of a file that did not come in. */
export const refusedFile = (name: string, error: AppError): AddedFile => ({
  name,
  path: null,
  article: null,
  warnings: [],
  duplicates: [],
  error,
})

const mayNotLast = ({ message }: AppError): Warning => ({
  code: 'not-synced',
  message: `It was added, but the disk did not confirm it; it may be gone after a power cut. ${message}`,
})
