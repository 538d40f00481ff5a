// The list of articles as it is now, in the words of the index: what the index is compared with.
import type { AppError } from '../../../shared/errors.ts'
import { metaOf } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ArticleData, Records } from '../../core/records/article-data.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import { contentKey } from '../../core/shelf/content-key.ts'
import type { Listing } from '../../core/shelf/listing.ts'
import { missingRow, partRow, rowOf } from '../../core/shelf/rows.ts'
import type { ListedArticle } from '../../index/facts.ts'

export interface ListSource {
  readonly catalogue: Pick<Catalogue, 'shelf' | 'place' | 'isLooked'>
  readonly listing: Pick<Listing, 'hidden' | 'isShownSplit'>
  readonly records: Pick<Records, 'get' | 'all'>
}

/** A row of the list, without the reader's corrections, and the hash of its text. */
export interface ListedNow {
  /** `added` is the time of its file: when it came into the library only the index knows. */
  readonly article: ListedArticle
  /** Null while there is no text to be had. */
  readonly textHash: string | null
}

/** The ids of all that may be listed; some of them are not. */
export function* listedIds({ catalogue, records }: ListSource): Iterable<string> {
  for (const { id, partIds } of catalogue.shelf.entries.values()) {
    yield id
    for (const part of partIds) yield part.id
  }
  for (const { article } of records.all()) if (!catalogue.place(article.id)) yield article.id
}

/** Null for an article that is not listed. */
export function listedNow(source: ListSource, id: string): ListedNow | null {
  const { catalogue, listing, records } = source
  const place = catalogue.place(id)
  const data = records.get(id)
  const isAnnotated = data !== null && data.annotationCount > 0
  const hidden = listing.hidden(id)
  if (!place || hidden) return isAnnotated ? missing(data, hidden) : null
  const { entry, part } = place
  const { mtimeMs } = entry
  const sha256 = contentKey(entry)
  if (part === null) {
    if (listing.isShownSplit(id) && !isAnnotated) return null
    const row = rowOf(entry, null)
    return { article: listed(row, sha256, mtimeMs), textHash: entry.read?.textHash ?? null }
  }
  const row = partRow(entry, part, null)
  const textHash = entry.read?.split?.[part]?.textHash ?? null
  return row && { article: listed(row, sha256, mtimeMs), textHash }
}

/** Its notes are kept, and are found. */
function missing(data: ArticleData, problem: AppError | null): ListedNow {
  const row = missingRow({ ...data, corrections: [] }, problem ?? undefined)
  return { article: listed(row, null, 0), textHash: null }
}

const listed = (
  row: ArticleSummary,
  sha256: string | null,
  fileChanged: number,
): ListedArticle => ({
  id: row.id,
  path: row.path,
  part: row.part,
  sha256: row.state === 'ready' ? sha256 : null,
  state: row.state,
  problem: row.problem,
  format: row.format,
  words: row.words,
  parts: row.parts,
  said: metaOf(row),
  added: fileChanged,
  fileChanged,
})
