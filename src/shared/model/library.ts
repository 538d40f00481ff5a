// What a library is to the outside: its articles as rows, and one of them opened.
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { ResolvedAnnotation } from './annotation.ts'
import { ArticleMeta, articleFormats, Block, InlineSpan, Picture, Warning } from './article.ts'
import { limits } from './limits.ts'

/** Sixteen hex digits taken from the content the article was first seen with. Survives moves and changes. */
export const ArticleId = z.string().regex(/^[0-9a-f]{16}$/)
export type ArticleId = z.infer<typeof ArticleId>

/** The facts of an article that a reader can correct. */
export const metaFields = [
  'title',
  'subtitle',
  'byline',
  'source',
  'published',
  'language',
] as const
export type MetaField = (typeof metaFields)[number]

const fact = z.string().trim().min(1).max(limits.factLength)
/** `2026`, `2026-03`, `2026-03-04`, or with a time. */
const date = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/)

/** Corrected facts. What is absent stays; null: what the file says. */
export const MetaPatch = z.strictObject({
  title: fact.nullable().optional(),
  subtitle: fact.nullable().optional(),
  byline: fact.nullable().optional(),
  source: fact.nullable().optional(),
  published: date.nullable().optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/)
    .nullable()
    .optional(),
})
export type MetaPatch = Readonly<z.infer<typeof MetaPatch>>

export const ArticleSummary = ArticleMeta.extend({
  id: ArticleId,
  /** Relative to the library, with `/`. */
  path: z.string(),
  format: z.enum(articleFormats).nullable(),
  /**
   * ready: can be read. unread: not read yet, or reading was stopped before it. unreadable:
   * `problem` says why. missing: the file is gone, its annotations (and the text they were made on)
   * are kept.
   */
  state: z.enum(['ready', 'unread', 'unreadable', 'missing']),
  problem: AppError.nullable(),
  words: z.number().int().nonnegative(),
  annotations: z.number().int().nonnegative(),
  notes: z.number().int().nonnegative(),
  /** How many articles its file holds, said of each part too; 0 for a file that is one article. */
  parts: z.number().int().nonnegative(),
  /** Which part of its file it is, from 0, in a file that the reader has split; null for a whole file. */
  part: z.number().int().nonnegative().nullable(),
  /** The facts that the reader has corrected. */
  corrected: z.array(z.enum(metaFields)),
})
export type ArticleSummary = Readonly<z.infer<typeof ArticleSummary>>

export const OpenArticle = ArticleSummary.extend({
  /** The same for the same article in the same state, whatever its annotations are. */
  version: z.string(),
  text: z.string(),
  textHash: z.string(),
  /** With the reader's own word on what is furniture. */
  blocks: z.array(Block),
  spans: z.array(InlineSpan),
  /** Their bytes are had by `article-picture`. */
  pictures: z.array(Picture),
  /** What the file says of itself, before the reader's corrections. */
  said: ArticleMeta,
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
