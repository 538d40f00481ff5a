// The shape of the lossless exchange file, for those who write it and those who read it.
import { z } from 'zod'
import { Annotation } from '../model/annotation.ts'
import { ArticleMeta } from '../model/article.ts'
import { Correction } from '../model/correction.ts'
import { ArticleId } from '../model/library.ts'

export const libraryFormat = 'parallax/library'
export const libraryVersion = 1

/** Fields that a later writer adds are dropped, not refused. */
export const LibraryJsonArticle = z.object({
  id: ArticleId,
  path: z.string().min(1),
  sha256: z.string(),
  textHash: z.string(),
  /** Which of the articles in its file it is, from 0. */
  part: z.number().int().nonnegative().optional(),
  ...ArticleMeta.shape,
  /** The reader's own word on its facts, which are stated as corrected, and on its furniture. */
  corrections: z.array(Correction).readonly().optional(),
  annotations: z.array(Annotation).readonly(),
})
export type LibraryJsonArticle = Readonly<z.infer<typeof LibraryJsonArticle>>

export const LibraryJson = z.object({
  format: z.literal(libraryFormat),
  version: z.literal(libraryVersion),
  articles: z.array(LibraryJsonArticle).readonly(),
})
export type LibraryJson = Readonly<z.infer<typeof LibraryJson>>
