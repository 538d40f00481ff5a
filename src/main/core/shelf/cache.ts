// What was read of each file, so that a start need not read them all again. Can always be made anew,
// so a damaged or foreign cache is simply not used.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { ArticleMeta, articleFormats, Sketch, Warning } from '../../../shared/model/article.ts'
import { ArticleId } from '../../../shared/model/library.ts'
import { type Format, serializePlain } from '../../store/versioned.ts'

/**
 * Raised when a loader gives another text or other facts for the same file: then every file is read
 * anew, and annotations are found again in the text that comes of it.
 */
export const loaderVersion = 4

/** What is known of one of the articles in a file that holds several. */
export const PartFacts = z.strictObject({
  id: ArticleId,
  textHash: z.string(),
  words: z.number().int(),
  meta: ArticleMeta,
  short: z.string(),
  profile: z.string(),
})
export type PartFacts = Readonly<z.infer<typeof PartFacts>>

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
      /** What it is about (`reading/event-profile.ts`). */
      profile: z.string(),
      /** Hashes of its short blocks (`short-blocks.ts`). */
      short: z.string(),
      /** How many articles it holds; 0 for a file that is one. */
      parts: z.number().int().nonnegative(),
      /** Each of them; null until somebody asks for them. */
      split: z.array(PartFacts).readonly().nullable(),
    })
    .nullable(),
  /** The articles in it when they were last asked for: what a changed file's articles are known by. */
  partIds: z.array(z.strictObject({ id: ArticleId, title: z.string().nullable() })).readonly(),
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
  version: 3,
  schema: Cache,
  // Which file is which article stays known; what was read is read anew.
  migrations: {
    1: (data) => unreadEntries(data, { partIds: [] }),
    // Version 2 did not know what articles are about.
    2: (data) => unreadEntries(data, {}),
  },
  serialize: (data) => serializePlain('parallax/cache', 3, data),
}

const unreadEntries = ({ entries }: Record<string, unknown>, more: object): object => ({
  loader: 0,
  entries: Array.isArray(entries)
    ? entries.map((entry: object) => ({ ...entry, read: null, problem: null, ...more }))
    : [],
})

/** The entries of a cache. What other loaders read is read anew; which file is which article stays. */
export const usableEntries = ({ loader, entries }: Cache): readonly CacheEntry[] =>
  loader === loaderVersion ? entries : entries.map((entry) => ({ ...entry, read: null }))

/** Whether two states of a cache say the same; what was read is compared only where it was read anew. */
export const sameEntries = (a: readonly CacheEntry[], b: readonly CacheEntry[]): boolean =>
  a.length === b.length && a.every((entry, i) => sameFields(entry, b[i]))

/** Whether two plain objects have the same fields. Costs little where they share what they hold. */
export function sameFields<T extends object>(a: T, b: T | undefined): boolean {
  if (b === undefined) return false
  const [mine, theirs] = [Object.entries(a), new Map(Object.entries(b))]
  return (
    mine.length === theirs.size &&
    mine.every(([key, value]) => {
      const other: unknown = theirs.get(key)
      return value === other || isDeepStrictEqual(value, other)
    })
  )
}
