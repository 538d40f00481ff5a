// The reader's choice to see a file as one article for each that it holds, and back.
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { type Split, splitKind } from '../../../shared/kinds/split.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import { fileGone } from '../../core/shelf/rows.ts'

export interface SplittingDeps {
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly now: () => Date
  readonly perform: Changing['perform']
}

export interface Splitting {
  /** The id of the file that an article is in, or is; null for one whose file is not known any more. */
  fileOf(article: string): string | null
  /**
   * Splits the file of an article, or shows it as one again. Fails for a file that is one article.
   * @param article the file, or one of the articles in it
   */
  split(article: string, split: boolean): Promise<Result<void>>
  /**
   * The changes that split the files of articles; none for those that are split. What cannot be split
   * is left as it is.
   */
  changesFor(articles: readonly string[]): Promise<readonly Change[]>
}

export const isSplit = (ledger: Ledger, file: string): boolean =>
  ledger.get(splitKind, null, file)?.split ?? false

export function createSplitting(deps: SplittingDeps): Splitting {
  const { catalogue, ledger, now } = deps

  const fileOf = (article: string): CacheEntry | null => {
    const place = catalogue.place(article)
    if (place) return place.entry
    return catalogue.shelf.entries.get(ledger.head(article)?.part?.file ?? '') ?? null
  }

  const choice = ({ id: article, path, sha256 }: CacheEntry, split: boolean): Change<Split> => ({
    kind: splitKind,
    article: null,
    key: article,
    before: ledger.get(splitKind, null, article),
    after: { article, path, sha256, split, modified: now().toISOString() },
  })

  return {
    fileOf: (article) => fileOf(article)?.id ?? null,
    async split(article, split) {
      const file = fileOf(article)
      if (!file) return fail(fileGone(ledger.head(article)?.path ?? article))
      const asked = split ? await catalogue.askParts(file.id) : ok(file)
      if (!asked.ok) return asked
      const entry = asked.value
      if (split && (entry.read?.split?.length ?? 0) === 0) return fail(oneArticle(entry.path))
      if (isSplit(ledger, entry.id) === split) return ok(undefined)
      const label = split ? 'Split into articles' : 'Show as one article'
      return deps.perform(label, [choice(entry, split)])
    },
    async changesFor(articles) {
      const files = new Set(articles.flatMap((article) => fileOf(article)?.id ?? []))
      const changes: Change[] = []
      for (const file of files) {
        const asked = isSplit(ledger, file) ? null : await catalogue.askParts(file)
        if (asked?.ok && (asked.value.read?.split?.length ?? 0) > 0)
          changes.push(choice(asked.value, true))
      }
      return changes
    },
  }
}

const oneArticle = (path: string): AppError => ({
  code: 'bad-argument',
  message: `“${path}” holds one article only, so there is nothing to split.`,
  advice: 'Only books and files exported from news databases can be split.',
  path,
})
