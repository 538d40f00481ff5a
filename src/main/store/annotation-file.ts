// `.parallax/annotations/<article id>.json`: one small file per article, so that a save costs the
// same in a library of ten and of fifty thousand. One annotation a line, keys sorted: git merges it.
import { z } from 'zod'
import { Annotation, Tombstone } from '../../shared/model/annotation.ts'
import { ArticleMeta } from '../../shared/model/article.ts'
import { Correction, correctionKey } from '../../shared/model/correction.ts'
import { ArticleId } from '../../shared/model/library.ts'
import { compare, line, lines } from './json-lines.ts'
import type { Format } from './versioned.ts'

/** Which article the annotations are of, and how to know its file again. */
export const ArticleRecord = ArticleMeta.extend({
  id: ArticleId,
  /** Relative to the library, with `/`, when last saved. */
  path: z.string(),
  /** Of the file when last saved. */
  sha256: z.string(),
  textHash: z.string(),
  /** Of one of several articles in a file: which file, and which of them, from 0, when last saved. */
  part: z.strictObject({ file: ArticleId, index: z.number().int().nonnegative() }).optional(),
  /** Version of the loaders that gave the text. */
  loader: z.number().int().optional(),
})
export type ArticleRecord = Readonly<z.infer<typeof ArticleRecord>>

export const AnnotationData = z.strictObject({
  article: ArticleRecord,
  annotations: z.array(Annotation).readonly(),
  deleted: z.array(Tombstone).readonly(),
  /** One for each fact and each block that the reader has corrected, also of those taken back. */
  corrections: z.array(Correction).readonly(),
})
export type AnnotationData = Readonly<z.infer<typeof AnnotationData>>

const name = 'parallax/annotations'
const version = 2

export const annotationFormat: Format<AnnotationData> = {
  name,
  version,
  schema: AnnotationData,
  migrations: {
    // Version 1 knew no corrections.
    1: (data) => ({ ...data, corrections: [] }),
  },
  serialize: ({ article, annotations, deleted, corrections }) =>
    `{"format":"${name}","version":${version},
"article":${line(article)},
"annotations":${lines([...annotations].sort(byTime))},
"deleted":${lines([...deleted].sort((a, b) => compare(a.id, b.id)))},
"corrections":${lines([...corrections].sort(byKey))}
}
`,
}

// Oldest first: a new annotation is a new last line.
const byTime = (a: Annotation, b: Annotation): number =>
  compare(a.created, b.created) || compare(a.id, b.id)
const byKey = (a: Correction, b: Correction): number => compare(correctionKey(a), correctionKey(b))
