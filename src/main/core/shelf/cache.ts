// What is known of each file of a library, as long as it is open: small, for there are many. What is known
// of the texts besides is kept apart (`text-facts.ts`).
import { isDeepStrictEqual } from 'node:util'
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleMeta } from '../../../shared/model/article.ts'
import type { ReadFacts } from '../../index/entries.ts'
import type { PartId } from '../../index/facts.ts'

/**
 * Raised when a loader gives another text or other facts for the same file: then every file is read
 * anew, and annotations are found again in the text that comes of it.
 */
export const loaderVersion = 6

/** What is known of one of the articles in a file that holds several. */
export interface PartFacts {
  readonly id: string
  readonly textHash: string
  readonly words: number
  readonly meta: ArticleMeta
}

export interface CacheEntry {
  readonly id: string
  /** Relative to the library, with `/`. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
  /** Of its bytes; '' while they are unread. */
  readonly sha256: string
  /** Null until the file has been read, or when it cannot be. */
  readonly read:
    | (ReadFacts & {
        /** Each of the articles in it; null until somebody asks for them. */
        readonly split: readonly PartFacts[] | null
      })
    | null
  /** The articles in it when they were last asked for: what a changed file's articles are known by. */
  readonly partIds: readonly PartId[]
  readonly problem: AppError | null
}

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
