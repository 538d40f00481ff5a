// What was read of each file, so that a start need not read them all again. Can always be made anew,
// so a damaged or foreign cache is simply not used.
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { ArticleMeta, articleFormats, Sketch, Warning } from '../../shared/model/article.ts'
import { ArticleId } from '../../shared/model/library.ts'
import { type Format, serializePlain } from '../store/versioned.ts'

/** Raised when a loader gives another text or other facts for the same file. */
export const loaderVersion = 2

export const CacheEntry = z.strictObject({
  id: ArticleId,
  path: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  sha256: z.string(),
  /** Null until the file has been read, or when it cannot be. */
  read: z
    .strictObject({
      format: z.enum(articleFormats),
      textHash: z.string(),
      words: z.number().int(),
      meta: ArticleMeta,
      warnings: z.array(Warning).readonly(),
      sketch: Sketch.nullable(),
    })
    .nullable(),
  problem: AppError.nullable(),
})
export type CacheEntry = Readonly<z.infer<typeof CacheEntry>>

export const Cache = z.strictObject({
  loader: z.number().int(),
  entries: z.array(CacheEntry).readonly(),
})
export type Cache = Readonly<z.infer<typeof Cache>>

export const emptyCache: Cache = { loader: loaderVersion, entries: [] }

export const cacheFormat: Format<Cache> = {
  name: 'parallax/cache',
  version: 1,
  schema: Cache,
  migrations: {},
  serialize: (data) => serializePlain('parallax/cache', 1, data),
}
