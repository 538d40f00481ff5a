// Which files and parts something is kept of besides the cache: by that they are known again.
import type { Split } from '../../../shared/kinds/split.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { ArticleData } from '../records/article-data.ts'
import type { KnownArticle } from './identity.ts'
import type { KnownPart } from './part-ids.ts'

/**
 * Files without annotations of their own that were corrected, split, hold annotated articles, or are
 * named in a story or a verdict.
 */
export function otherArticles(
  records: Iterable<ArticleData>,
  splits: readonly Split[],
  named: readonly KnownFile[],
): KnownArticle[] {
  const split = splits.map(({ article, path, sha256 }) => ({ id: article, path, sha256 }))
  const kept = [...records].flatMap(({ annotationCount, article }) =>
    annotationCount > 0 && !article.part ? [] : fileOf(article),
  )
  return [...split, ...kept, ...named.map(fileOf)]
}

const fileOf = ({ id, path, sha256, part }: KnownFile): KnownArticle => ({
  id: part?.file ?? id,
  path,
  sha256,
})

/**
 * The articles of a file that something is kept of.
 * @param named articles that records of the library name
 * @param sha256 of the file as it is now
 */
export function knownParts(
  records: Iterable<ArticleData>,
  named: readonly KnownFile[],
  file: string,
  sha256: string,
): KnownPart[] {
  const titled = [...records].flatMap(({ article: { id, title, textHash, part, ...last } }) =>
    part?.file === file
      ? [{ id, title, textHash, index: part.index, isSameFile: last.sha256 === sha256 }]
      : [],
  )
  const untitled = named.flatMap(({ id, sha256: then, part }) =>
    part?.file === file
      ? [{ id, title: null, index: part.index, isSameFile: then === sha256 }]
      : [],
  )
  return [...titled, ...untitled]
}
