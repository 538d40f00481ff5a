// One article: opened, split, corrected.
import { z } from 'zod'
import { encodingNames } from '../encodings.ts'
import { Anchor } from '../model/annotation.ts'
import { ArticleId, MetaPatch, OpenArticle } from '../model/library.ts'
import { limits } from '../model/limits.ts'
import { CorrectionOffer } from '../model/reading.ts'
import { type CallTable, commandLine, everywhere } from './call-rule.ts'
import { Base64, offset, textHash } from './fields.ts'

/** What is known of passages that are looked for: the words, and whatever helps. */
export const Selectors = z.array(
  z.object({
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
    start: z.number().int().optional(),
    end: z.number().int().optional(),
    textHash: z.string().optional(),
  }),
)

export const articlesCalls = {
  /**
   * Where passages stand in a file that is in no library, in their order. `old`: the file that they were
   * marked in, as it was.
   */
  'file-anchor': {
    arg: z.strictObject({ path: z.string(), selectors: Selectors, old: z.string().optional() }),
    result: z.array(Anchor),
    of: 'app',
    hosts: commandLine,
  },
  'article-open': {
    arg: z.strictObject({ article: ArticleId }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /** The article again, for a window that has it; null when it would be told nothing new. */
  'article-refresh': {
    arg: z.strictObject({ article: ArticleId, version: z.string() }),
    result: OpenArticle.nullable(),
    of: 'library',
    hosts: everywhere,
  },
  /** One of the article's pictures, by its place in `OpenArticle.pictures`. */
  'article-picture': {
    arg: z.strictObject({ article: ArticleId, picture: offset }),
    result: z.strictObject({ mime: z.string(), data: Base64 }),
    of: 'library',
    hosts: everywhere,
  },
  /** Shows the articles in a file as one article each, or the file as one; gives what stands for it now. */
  'article-split': {
    arg: z.strictObject({ article: ArticleId, split: z.boolean() }),
    result: z.strictObject({ articles: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
  /** The reader's own word on an article's facts and furniture. One step of undo. */
  'article-correct': {
    arg: z.strictObject({
      article: ArticleId,
      /** Null in a field: the file's own word again. */
      meta: MetaPatch.optional(),
      /** Null: the rules' own word again. */
      furniture: z
        .strictObject({ start: offset, end: offset, textHash, furniture: z.boolean().nullable() })
        .optional(),
    }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /** How the file of an article looks in each encoding, the likeliest first. */
  'article-encodings': {
    arg: z.strictObject({ article: ArticleId }),
    result: z.strictObject({
      /** Which is found without the reader's word. */
      found: z.string(),
      /** Which the reader chose; null: none. */
      chosen: z.string().nullable(),
      previews: z
        .array(
          z.strictObject({
            encoding: z.enum(encodingNames),
            /** Its first lines that are others in other encodings; empty where none is. */
            words: z.string(),
            /** Places that could not be read. */
            bad: z.number().int(),
          }),
        )
        .readonly(),
    }),
    of: 'library',
    hosts: everywhere,
  },
  /** Has the file of an article, and copies of it, read with an encoding; null: as found. One step of undo. */
  'article-reread': {
    arg: z.strictObject({ article: ArticleId, encoding: z.enum(encodingNames).nullable() }),
    result: OpenArticle,
    of: 'library',
    hosts: everywhere,
  },
  /** Other articles of the same outlet that the corrections of this one would suit. */
  'corrections-offers': {
    arg: z.strictObject({ article: ArticleId }),
    result: z.array(CorrectionOffer),
    of: 'library',
    hosts: everywhere,
  },
  /** Applies one of them to some of its articles, as one step of undo. */
  'corrections-apply': {
    arg: z.strictObject({
      article: ArticleId,
      offer: z.string(),
      articles: z.array(ArticleId).min(1).max(limits.ids),
    }),
    result: z.strictObject({ changed: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable
