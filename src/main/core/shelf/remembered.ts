// Entries of a shelf as the index keeps them, and back. Pure.
import type { FileEntry, ReadFacts } from '../../index/entries.ts'
import type { FileFacts } from '../../index/facts.ts'
import type { CacheEntry, PartFacts } from './cache.ts'
import { contentKey, sha256In } from './content-key.ts'

export const fileOf = (entry: CacheEntry): FileFacts => ({
  path: entry.path,
  id: entry.id,
  size: entry.size,
  mtimeMs: entry.mtimeMs,
  sha256: contentKey(entry),
  problem: entry.problem,
  partIds: entry.partIds,
})

export function entryOf({ file, read, parts }: FileEntry): CacheEntry {
  const split = parts?.map(
    ({ textHash, words, meta }, part): PartFacts => ({
      id: file.partIds[part]?.id ?? '',
      textHash,
      words,
      meta,
    }),
  )
  return {
    ...file,
    sha256: sha256In(file.sha256),
    read: read && { ...readFactsOf(read), split: split ?? null },
  }
}

/** Without what the index has besides. */
export const readFactsOf = (read: ReadFacts): ReadFacts => ({
  format: read.format,
  textHash: read.textHash,
  words: read.words,
  parts: read.parts,
  meta: read.meta,
  warnings: read.warnings,
})
