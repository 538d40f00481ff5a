// The shape of the lossless exchange file, for those who write it and those who read it.
import { z } from 'zod'
import { Annotation, Target } from '../model/annotation.ts'
import { ArticleMeta } from '../model/article.ts'
import { verdicts } from '../model/comparison.ts'
import { Correction } from '../model/correction.ts'
import { KnownFile } from '../model/known-file.ts'
import { ArticleId } from '../model/library.ts'
import { Story } from '../model/story.ts'

export const libraryFormat = 'parallax/library'
/** 2: stories and verdicts. */
export const libraryVersion = 2

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

const JsonPassage = z.object({ article: ArticleId, target: Target })

/** The reader's word on whether two passages correspond. */
export const LibraryJsonVerdict = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  a: JsonPassage,
  b: JsonPassage,
  verdict: z.enum(verdicts),
  modified: z.iso.datetime(),
})
export type LibraryJsonVerdict = Readonly<z.infer<typeof LibraryJsonVerdict>>

/** Files of version 1 have articles alone. */
export const LibraryJson = z.object({
  format: z.literal(libraryFormat),
  version: z.union([z.literal(1), z.literal(libraryVersion)]),
  articles: z.array(LibraryJsonArticle).readonly(),
  stories: z.array(Story).readonly().default([]),
  verdicts: z.array(LibraryJsonVerdict).readonly().default([]),
  /** What stories and verdicts name besides `articles`: files that were gone or could not be read. */
  missing: z.array(KnownFile).readonly().default([]),
})
export type LibraryJson = Readonly<z.infer<typeof LibraryJson>>
