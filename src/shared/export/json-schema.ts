// The shape of the lossless exchange file, for those who write it and those who read it.
import { z } from 'zod'
import { Settings } from '../kinds/entry.ts'
import { Annotation, Target, WordChange } from '../model/annotation.ts'
import { ArticleMeta, Warning } from '../model/article.ts'
import { verdicts } from '../model/comparison.ts'
import { Correction } from '../model/correction.ts'
import { KnownFile } from '../model/known-file.ts'
import { ArticleId } from '../model/library.ts'
import { Story } from '../model/story.ts'

export const libraryFormat = 'parallax/library'
/** 2: stories and verdicts. */
export const libraryVersion = 2

/** How the fields of records came to their values: by the list they stand in, by key. */
const RecordSettings = z.record(z.string(), z.record(z.string(), Settings))
export type RecordSettings = Readonly<z.infer<typeof RecordSettings>>

/** Records of the kinds that need no shape of their own, by their list: a line each, as in the store. */
export type RecordLists = Readonly<Record<string, readonly unknown[]>>

/**
 * Where an annotation stands that is not where it was made, when the file was written. It is for those who
 * read the file: an import finds the places itself.
 */
export const JsonPlace = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('moved'),
    start: z.number().int().nonnegative(),
    end: z.number().int().nonnegative(),
    /** What stands there now. The words that it was made on are those of its target. */
    words: z.string(),
    /** Which of its words are others now, as far as that is known. */
    changes: z.array(z.object(WordChange.shape)).readonly().optional(),
  }),
  z.object({ state: z.literal('orphaned') }),
])
export type JsonPlace = Readonly<z.infer<typeof JsonPlace>>

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
  /** By the ids of annotations: those alone that were moved or not found. */
  places: z.record(z.string(), JsonPlace).optional(),
  /** What was to be known of how the file was read. An import has its own. */
  warnings: z.array(z.object(Warning.shape)).readonly().optional(),
  /** Of corrections and annotations. */
  set: RecordSettings.optional(),
})
export type LibraryJsonArticle = Readonly<z.infer<typeof LibraryJsonArticle>> & {
  /** Beside `annotations`, under the names of their lists. */
  readonly records?: RecordLists
}

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
  /** Of stories and verdicts. */
  set: RecordSettings.optional(),
  /** What records name besides `articles`: files that were gone or could not be read. */
  missing: z.array(KnownFile).readonly().default([]),
})
export type LibraryJson = Readonly<Omit<z.infer<typeof LibraryJson>, 'articles'>> & {
  readonly articles: readonly LibraryJsonArticle[]
  /** Beside `stories`, under the names of their lists. */
  readonly records?: RecordLists
}
