// What is known of a file, before and after it was read. Pure.
import type { AppError } from '../../../shared/errors.ts'
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import { type CacheEntry, loaderVersion } from './cache.ts'
import type { Place } from './part-places.ts'

/** Of most files: one list for all of them. */
const none: readonly never[] = []

/** The entry of a file that was read. */
export const asRead = (entry: CacheEntry, parsed: ParsedArticle): CacheEntry => ({
  ...entry,
  sha256: parsed.sha256,
  read: {
    format: parsed.format,
    textHash: parsed.textHash,
    words: parsed.words,
    meta: metaOf(parsed),
    warnings: parsed.warnings.length > 0 ? parsed.warnings : none,
    parts: parsed.parts.length,
    // Of the same content the same articles.
    split: entry.sha256 === parsed.sha256 ? (entry.read?.split ?? null) : null,
  },
  problem: null,
})

/** The entry of a file that cannot be read. */
export const refused = (entry: CacheEntry, problem: AppError): CacheEntry => ({
  ...entry,
  read: null,
  problem,
})

export const isUnread = ({ read, problem }: CacheEntry): boolean => !read && !problem

/** What annotations keep of the article they are made on. */
export function recordOf({ id, entry, part }: Place, parsed: ParsedArticle): ArticleRecord {
  return {
    id,
    path: entry.path,
    sha256: parsed.sha256,
    textHash: parsed.textHash,
    ...metaOf(parsed),
    loader: loaderVersion,
    ...(part !== null && { part: { file: entry.id, index: part } }),
  }
}

export const fileChanged = (path: string): AppError => ({
  code: 'changed',
  message: `“${path}” was changed by another program while it was open.`,
  advice: 'Open it again to see it as it is now.',
  path,
})
