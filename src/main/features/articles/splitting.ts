// The reader's choice to see a file as one article for each that it holds, and back.
import type { AppError } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Records } from '../../core/records.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import type { Split, Splits } from '../../store/splits.ts'

export interface SplittingDeps {
  readonly catalogue: Catalogue
  readonly splits: Splits
  readonly records: Records
  readonly now: () => Date
  readonly refusal: () => AppError | null
  /** A file that stands for other rows now. */
  readonly changed: (file: string) => void
}

export interface Splitting {
  /** The id of the file that an article is in, or is; null for one whose file is not known any more. */
  fileOf(article: string): string | null
  /**
   * Splits the file of an article, or shows it as one again. Fails for a file that is one article.
   * @param article the file, or one of the articles in it
   */
  split(article: string, split: boolean): Promise<Result<void>>
  /** The choice for a file goes over to the id that the file was given. */
  rename(file: string, next: string): Promise<Result<void>>
}

export function createSplitting(deps: SplittingDeps): Splitting {
  const { catalogue, splits, records, now, changed } = deps

  const fileOf = (article: string): CacheEntry | null => {
    const place = catalogue.place(article)
    if (place) return place.entry
    return catalogue.shelf.entries.get(records.get(article)?.article.part?.file ?? '') ?? null
  }

  const choice = ({ id: article, path, sha256 }: CacheEntry, split: boolean): Split => ({
    ...{ article, path, sha256, split },
    modified: now().toISOString(),
  })

  return {
    fileOf: (article) => fileOf(article)?.id ?? null,
    async split(article, split) {
      const refused = deps.refusal()
      if (refused) return fail(refused)
      const file = fileOf(article)
      if (!file) return fail(fileGone(records.get(article)?.article.path ?? article))
      const asked = split ? await catalogue.askParts(file.id) : ok(file)
      if (!asked.ok) return asked
      const entry = asked.value
      if (split && (entry.read?.split?.length ?? 0) === 0) return fail(oneArticle(entry.path))
      if (splits.isSplit(entry.id) !== split) {
        const written = await splits.write([choice(entry, split)])
        if (!written.ok) return written
      }
      changed(entry.id)
      await catalogue.saveCache()
      return ok(undefined)
    },
    async rename(file, next) {
      const entry = catalogue.shelf.entries.get(next)
      if (!entry || !splits.isSplit(file)) return ok(undefined)
      return splits.write([choice({ ...entry, id: file }, false), choice(entry, true)])
    },
  }
}

const oneArticle = (path: string): AppError => ({
  code: 'bad-argument',
  message: `“${path}” holds one article only, so there is nothing to split.`,
  advice: 'Only books and files exported from news databases can be split.',
  path,
})
