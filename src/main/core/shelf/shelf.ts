// Takes stock of a library's folder: which files there are, and which article each of them is.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { AppError } from '../../../shared/errors.ts'
import { largestFile } from '../../../shared/formats.ts'
import { errorFor } from '../../errors.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { CacheEntry } from './cache.ts'
import { assignIds, type KnownArticle, shortHash } from './identity.ts'
import { type FoundFile, walk } from './walk.ts'

/** Bytes; larger files are told, not read. */
export const maxFileSize = largestFile

export interface Shelf {
  readonly entries: Map<string, CacheEntry>
  /** Articles that have annotations but no file any more. */
  readonly missing: Map<string, ArticleRecord>
  readonly problems: readonly AppError[]
}

/**
 * Looks at the folder. Files whose size and time are as before are taken as they were; of the
 * others the content is hashed, and who they are is settled by `assignIds`.
 * @param before what the cache remembers
 * @param records the articles that have annotations
 * @param others articles without annotations that something else is kept of
 */
export async function takeStock(
  root: string,
  before: readonly CacheEntry[],
  records: readonly ArticleRecord[],
  others: readonly KnownArticle[] = [],
): Promise<Shelf> {
  const { files, problems } = await walk(root)
  const known = mergeKnown(before, [...records, ...others])
  const idByPath = new Map(known.map(({ id, path }) => [path, id]))
  const lastAt = new Map(before.map((entry) => [entry.path, entry]))
  const lastOf = new Map(before.map((entry) => [entry.id, entry]))
  const entries = new Map<string, CacheEntry>()
  const hashed: (FoundFile & { sha256: string })[] = []
  const refused: (FoundFile & { problem: AppError })[] = []
  for (const file of files) {
    const last = lastAt.get(file.path)
    const same = last && last.size === file.size && last.mtimeMs === file.mtimeMs
    const sha256 = same && last.sha256 !== '' ? last.sha256 : await hashFile(root, file)
    if (typeof sha256 === 'string') hashed.push({ ...file, sha256 })
    else refused.push({ ...file, problem: sha256 })
  }
  const ids = assignIds(hashed, known)
  for (const file of hashed) {
    const id = ids.get(file.path)
    if (id === undefined) throw new Error(`no id for ${file.path}`)
    // The same content may have been read before, here or where it was moved from.
    const last = [lastAt.get(file.path), lastOf.get(id)].find(
      (entry) => entry?.sha256 === file.sha256 && entry.read,
    )
    const partIds = lastOf.get(id)?.partIds ?? []
    entries.set(id, { id, ...file, read: last?.read ?? null, partIds, problem: null })
  }
  for (const { problem, ...file } of refused) {
    // What cannot be read is known by its place, unless what was there turned up elsewhere.
    let id = idByPath.get(file.path) ?? ''
    for (let n = 0; id === '' || entries.has(id); n++) id = shortHash(`path\0${file.path}\0${n}`)
    entries.set(id, { id, ...file, sha256: '', read: null, partIds: [], problem })
  }
  const missing = new Map(
    records.filter(({ id }) => !entries.has(id)).map((record) => [record.id, record]),
  )
  return { entries, missing, problems }
}

/** The cache knows where a file was last seen; the annotations' own file knows it when the cache is lost. */
function mergeKnown(
  before: readonly CacheEntry[],
  records: readonly KnownArticle[],
): readonly KnownArticle[] {
  const known = new Map<string, KnownArticle>()
  for (const record of records) if (!known.has(record.id)) known.set(record.id, record)
  for (const entry of before) known.set(entry.id, entry)
  return [...known.values()]
}

/** SHA-256 of a file's bytes, or why it cannot be read. */
async function hashFile(root: string, file: FoundFile): Promise<string | AppError> {
  const path = join(root, file.path)
  if (file.size > maxFileSize) return tooLarge(path, file.size)
  try {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch (thrown) {
    return errorFor(thrown, path, 'read')
  }
}

export const tooLarge = (
  path: string,
  size: number,
  orElse = 'move it out of the library',
): AppError => ({
  code: 'too-large',
  message: `“${basename(path)}” has ${Math.round(size / 1_048_576)} MB; an article may have up to ${maxFileSize / 1_048_576} MB.`,
  advice: `Split it into smaller files, or ${orElse}.`,
  path,
})
