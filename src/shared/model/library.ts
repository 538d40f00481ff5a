// What a library is to the outside: its articles as rows, and one of them opened.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ResolvedAnnotation } from './annotation.ts'
import { ArticleMeta, articleFormats, Block, InlineSpan, Warning } from './article.ts'

/** Sixteen hex digits taken from the content the article was first seen with. Survives moves and changes. */
export const ArticleId = z.string().regex(/^[0-9a-f]{16}$/)
export type ArticleId = z.infer<typeof ArticleId>

export const ArticleSummary = ArticleMeta.extend({
  id: ArticleId,
  /** Relative to the library, with `/`. */
  path: z.string(),
  format: z.enum(articleFormats).nullable(),
  /**
   * ready: can be read. unreadable: `problem` says why. missing: the file is gone, its annotations
   * (and the text they were made on) are kept.
   */
  state: z.enum(['ready', 'unreadable', 'missing']),
  problem: AppError.nullable(),
  words: z.number().int().nonnegative(),
  annotations: z.number().int().nonnegative(),
  notes: z.number().int().nonnegative(),
})
export type ArticleSummary = Readonly<z.infer<typeof ArticleSummary>>

export const OpenArticle = ArticleSummary.extend({
  text: z.string(),
  textHash: z.string(),
  blocks: z.array(Block),
  spans: z.array(InlineSpan),
  warnings: z.array(Warning),
  resolved: z.array(ResolvedAnnotation),
  /** Set when annotations of this article cannot be changed now, and why. */
  frozen: AppError.nullable(),
})
export type OpenArticle = Readonly<z.infer<typeof OpenArticle>>

export const LibraryInfo = z.strictObject({
  /** Absolute path of the folder. */
  path: z.string(),
  name: z.string(),
  /** Set when nothing can be saved here, and why: another Parallax has it, or no permission. */
  readOnly: AppError.nullable(),
  /** Whether this is the copy of the sample library. */
  sample: z.boolean(),
  problems: z.array(AppError),
})
export type LibraryInfo = Readonly<z.infer<typeof LibraryInfo>>
