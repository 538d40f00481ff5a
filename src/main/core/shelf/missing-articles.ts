// Articles that something is kept of and that are not on the shelf. They are missing once the folder was
// looked at; until then nothing is said of their files.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { ArticleData, Records } from '../records/article-data.ts'
import type { Catalogue } from './catalogue.ts'
import { fileGone, missingRow, partGone, shownAsOne, unseenRow } from './rows.ts'

export interface MissingArticles {
  /** Why a part is not listed under its file; null when it is, or when that is not known yet. */
  whyMissing(data: ArticleData): AppError | null
  /** Annotated articles of a file that it does not stand for; null: of all files. */
  missingParts(file: string | null): ArticleSummary[]
  /** Annotated files that are gone. */
  missingFiles(): ArticleSummary[]
  /** The row of an article that has no place; null when nothing is known of it. */
  rowWithoutPlace(id: string): ArticleSummary | null
}

export function missingArticles(
  catalogue: Pick<Catalogue, 'shelf' | 'place' | 'isLooked' | 'lastPath'>,
  records: Records,
  isSplit: (file: string) => boolean,
): MissingArticles {
  const whyMissing = ({ article }: ArticleData): AppError | null => {
    const place = catalogue.place(article.id)
    const file = place?.entry ?? catalogue.shelf.entries.get(article.part?.file ?? '')
    if (!file) return catalogue.isLooked() ? fileGone(article.path) : null
    if (file.problem) return file.problem
    if (!isSplit(file.id)) return shownAsOne(file.path)
    if (place || !file.read) return null
    return partGone(file.path)
  }

  return {
    whyMissing,
    missingParts: (file) =>
      [...records.all()].flatMap((data) => {
        const { part } = data.article
        if (!part || data.annotations.length === 0) return []
        if (file !== null && part.file !== file) return []
        const why = whyMissing(data)
        return why ? [missingRow(data, why)] : []
      }),
    missingFiles: () =>
      [...catalogue.shelf.missing.keys()].flatMap((id) => {
        const data = records.get(id)
        return data ? [missingRow(data)] : []
      }),
    rowWithoutPlace(id) {
      const data = records.get(id)
      if (catalogue.isLooked())
        return data ? missingRow(data, data.article.part && (whyMissing(data) ?? undefined)) : null
      const path = data?.article.path ?? catalogue.lastPath(id)
      return path === null ? null : unseenRow(id, path, data)
    },
  }
}
