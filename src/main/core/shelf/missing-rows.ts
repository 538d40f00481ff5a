// The rows of what something is kept of and that is not on the shelf. It is missing once the folder was
// looked at; until then nothing is said of its file.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ArticleData } from '../records/article-data.ts'
import type { ListingGround } from './listing-ground.ts'
import { fileGone, missingRow, partGone, shownAsOne, unseenRow } from './rows.ts'

/** Why a part is not listed under its file; null when it is, or when that is not known yet. */
export function whyMissing(
  { catalogue, isSplit }: ListingGround,
  { article }: ArticleData,
): AppError | null {
  const place = catalogue.place(article.id)
  const file = place?.entry ?? catalogue.shelf.entries.get(article.part?.file ?? '')
  if (!file) return catalogue.isLooked() ? fileGone(article.path) : null
  if (file.problem) return file.problem
  if (!isSplit(file.id)) return shownAsOne(file.path)
  if (place || !file.read) return null
  return partGone(file.path)
}

/** @param file the parts of this one alone; null: of all */
export const missingParts = (ground: ListingGround, file: string | null): ArticleSummary[] =>
  [...ground.records.all()].flatMap((data) => {
    const { part } = data.article
    if (!part || data.annotationCount === 0 || (file !== null && part.file !== file)) return []
    const why = whyMissing(ground, data)
    return why ? [missingRow(data, why)] : []
  })

export const missingFiles = ({ catalogue, records }: ListingGround): ArticleSummary[] =>
  [...catalogue.shelf.missing.keys()].flatMap((id) => {
    const data = records.get(id)
    return data && data.annotationCount > 0 ? [missingRow(data)] : []
  })

/** The row of an article that has no place; null when nothing is known of it. */
export function rowWithoutPlace(ground: ListingGround, id: string): ArticleSummary | null {
  const { catalogue, records } = ground
  const data = records.get(id)
  if (catalogue.isLooked())
    return data
      ? missingRow(data, data.article.part && (whyMissing(ground, data) ?? undefined))
      : null
  const path = data?.article.path ?? catalogue.lastPath(id)
  return path === null ? null : unseenRow(id, path, data)
}
