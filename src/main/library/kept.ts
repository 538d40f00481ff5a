// Which files and parts something is kept of besides the cache: by that they are known again.
import type { AnnotationData } from '../store/annotation-file.ts'
import type { Split } from '../store/splits.ts'
import type { KnownArticle } from './identity.ts'
import type { KnownPart } from './part-ids.ts'

/** Files without annotations of their own that were corrected, split, or hold annotated articles. */
export function otherArticles(
  records: Iterable<AnnotationData>,
  splits: readonly Split[],
): KnownArticle[] {
  const split = splits.map(({ article, path, sha256 }) => ({ id: article, path, sha256 }))
  const kept = [...records].flatMap(({ annotations, article }): KnownArticle[] => {
    const { id, path, sha256, part } = article
    if (part) return [{ id: part.file, path, sha256 }]
    return annotations.length > 0 ? [] : [{ id, path, sha256 }]
  })
  return [...split, ...kept]
}

/** The articles of a file that something is kept of. */
export const knownParts = (records: Iterable<AnnotationData>, file: string): KnownPart[] =>
  [...records].flatMap(({ article: { id, title, part } }) =>
    part?.file === file ? [{ id, title, index: part.index }] : [],
  )
