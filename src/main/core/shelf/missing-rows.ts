// The rows of what has annotations but is not listed under any file that is there.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ArticleData } from '../records/article-data.ts'
import type { ListingGround } from './listing-ground.ts'
import { fileGone, missingRow, partGone, shownAsOne } from './rows.ts'

/** Why a part is not listed under its file; null when it is, or when that is not known yet. */
export function whyMissing(
  { catalogue, isSplit }: ListingGround,
  { article }: ArticleData,
): AppError | null {
  const place = catalogue.place(article.id)
  const file = place?.entry ?? catalogue.shelf.entries.get(article.part?.file ?? '')
  if (!file) return fileGone(article.path)
  if (file.problem) return file.problem
  if (!isSplit(file.id)) return shownAsOne(file.path)
  if (place || !file.read) return null
  return partGone(file.path)
}

/** @param file the parts of this one alone; null: of all */
export const missingParts = (ground: ListingGround, file: string | null): ArticleSummary[] =>
  [...ground.records.all()].flatMap((data) => {
    const { part } = data.article
    if (!part || data.annotations.length === 0 || (file !== null && part.file !== file)) return []
    const why = whyMissing(ground, data)
    return why ? [missingRow(data, why)] : []
  })

export const missingFiles = ({ catalogue, records }: ListingGround): ArticleSummary[] =>
  [...catalogue.shelf.missing.keys()].flatMap((id) => {
    const data = records.get(id)
    return data ? [missingRow(data)] : []
  })
