// What came of reading files: for the report at the end of opening a folder or adding files to it.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { Warning } from './article.ts'
import { ArticleId, ArticleSummary } from './library.ts'

/** Another article that is, as far as can be told, the same. It is told, never dropped. */
export const Duplicate = z.strictObject({
  article: ArticleId,
  path: z.string(),
  title: z.string().nullable(),
  /**
   * same-file: byte for byte. same-text: the same words, in another format or with other furniture.
   * near-text: most of the words.
   */
  kind: z.enum(['same-file', 'same-text', 'near-text']),
  /** How much of the shorter one's words both share, 0 to 1. */
  share: z.number().min(0).max(1),
})
export type Duplicate = Readonly<z.infer<typeof Duplicate>>

/** What became of one file that was put into the library. */
export const AddedFile = z.strictObject({
  /** As it was asked for. */
  name: z.string(),
  /** Where it lies now, relative to the library; null when it was refused. */
  path: z.string().nullable(),
  article: ArticleSummary.nullable(),
  /** What was mended or left out while reading it. */
  warnings: z.array(Warning),
  duplicates: z.array(Duplicate),
  /** Why it was refused; then nothing of it is in the library. */
  error: AppError.nullable(),
})
export type AddedFile = Readonly<z.infer<typeof AddedFile>>

export const ReadingReport = z.strictObject({
  /** Files that were read. */
  read: z.number().int().nonnegative(),
  /** Files that are waiting, or were left when reading was stopped. */
  unread: z.number().int().nonnegative(),
  /** Read, but something was mended or left out. */
  repaired: z.array(
    z.strictObject({ article: ArticleId, path: z.string(), warnings: z.array(Warning) }),
  ),
  refused: z.array(z.strictObject({ article: ArticleId, path: z.string(), error: AppError })),
  /** Folders that could not be looked into, and the like. */
  problems: z.array(AppError),
  /** Files that hold several articles and are shown as one. */
  several: z.array(
    z.strictObject({ article: ArticleId, path: z.string(), parts: z.number().int() }),
  ),
  /** Pairs, each once. */
  duplicates: z.array(z.strictObject({ article: ArticleId, path: z.string(), of: Duplicate })),
})
export type ReadingReport = Readonly<z.infer<typeof ReadingReport>>

/** A correction of one article that would suit others of its outlet. */
export const CorrectionOffer = z.strictObject({
  /** Names it in `corrections-apply`. */
  id: z.string(),
  /** In words: "Outlet: The Herald", "Furniture: “Sign up to …”". */
  what: z.string(),
  articles: z.array(
    z.strictObject({ article: ArticleId, path: z.string(), title: z.string().nullable() }),
  ),
})
export type CorrectionOffer = Readonly<z.infer<typeof CorrectionOffer>>
