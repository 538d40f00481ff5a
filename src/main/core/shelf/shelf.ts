// Takes stock of a library's folder: which files there are, and which article each of them is.
import { basename, join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { largestFile } from '../../../shared/formats.ts'
import { isBeneath } from '../../../shared/text/beneath.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { CacheEntry } from './cache.ts'
import { contentKey } from './content-key.ts'
import { hashFiles } from './hashing.ts'
import { assignIds, type KnownArticle, shortHash } from './identity.ts'
import { askAbout, type FoundFile, walk } from './walk.ts'

/** Bytes; larger files are told, not read. */
export const maxFileSize = largestFile

export interface Shelf {
  readonly entries: Map<string, CacheEntry>
  /** Articles that have annotations but no file any more. */
  readonly missing: Map<string, ArticleRecord>
  readonly problems: readonly AppError[]
}

/** What files are known by from elsewhere than from the last look at the folder. */
export interface KnownElsewhere {
  /** The articles that have annotations. */
  readonly records: readonly ArticleRecord[]
  /** Articles without annotations that something else is kept of. */
  readonly others: readonly KnownArticle[]
}

/**
 * Looks at the folder. Files whose size and time are as before are taken as they were, and cost nothing
 * more; of the others the content is hashed, and who they are is settled by `assignIds`.
 * @param before what was known of the files last
 * @param only paths to look at: all others are taken as they were, and nothing is said of their problems
 * @param unsettled as in `ShelfState`; looked at whatever else is
 * @returns null when the signal was aborted; the same `entries` when no file is another
 */
export async function takeStock(
  root: string,
  before: Map<string, CacheEntry>,
  elsewhere: KnownElsewhere,
  signal: AbortSignal,
  only: ReadonlySet<string> | null = null,
  unsettled: ReadonlyMap<string, CacheEntry> = new Map(),
): Promise<Shelf | null> {
  const lastAt = new Map<string, CacheEntry>()
  for (const entry of before.values()) lastAt.set(entry.path, unsettled.get(entry.id) ?? entry)
  const asked = only && new Set([...only, ...[...unsettled.values()].map(({ path }) => path)])
  const strangers = [...elsewhere.records, ...elsewhere.others].filter(({ id }) => !before.has(id))
  const contested = new Set(
    strangers.flatMap(({ path, sha256 }) => (lastAt.get(path)?.sha256 === sha256 ? path : [])),
  )
  const same = new Set<string>()
  const isKnown = (file: FoundFile): boolean => {
    const last = lastAt.get(file.path)
    if (!last || contested.has(file.path) || !isAsItWas(file, last)) return false
    same.add(file.path)
    return true
  }
  const found = await (asked ? askAbout(root, asked, isKnown) : walk(root, signal, isKnown))
  const { files, problems, unread } = found
  if (asked) {
    // Of a name that differs by its letters' case alone only its folder can say whether it is another file.
    if (isLikeKnown(files, lastAt))
      return takeStock(root, before, elsewhere, signal, null, unsettled)
    for (const path of lastAt.keys()) if (!asked.has(path)) same.add(path)
  }
  // Of what the disk does not give at the moment nothing is known that was not known before.
  if (unread.length > 0)
    for (const path of lastAt.keys())
      if (unread.some((place) => place === '' || isBeneath(path, place))) same.add(path)
  const other = await hashed(root, files, lastAt, signal)
  if (!other || signal.aborted) return null
  const entries =
    files.length === 0 && same.size === before.size
      ? before
      : settled(before, lastAt, same, elsewhere, other)
  return { entries, missing: missingFrom(entries, elsewhere.records), problems }
}

/** Whether a disk that does not tell capitals from small letters may have a known file under a new name. */
function isLikeKnown(
  files: readonly FoundFile[],
  lastAt: ReadonlyMap<string, CacheEntry>,
): boolean {
  const strange = files.filter(({ path }) => !lastAt.has(path))
  if (strange.length === 0) return false
  const names = new Set(strange.map(({ path }) => folded(path)))
  if (names.size < strange.length) return true
  for (const path of lastAt.keys()) if (names.has(folded(path))) return true
  return false
}

const folded = (path: string): string => path.normalize('NFC').toLowerCase()

/** The articles with annotations that have no file. */
const missingFrom = (
  entries: ReadonlyMap<string, CacheEntry>,
  records: readonly ArticleRecord[],
): Map<string, ArticleRecord> =>
  new Map(records.filter(({ id }) => !entries.has(id)).map((record) => [record.id, record]))

/** A file with the hash of its bytes, or why there is none. */
interface Hashed {
  readonly file: FoundFile
  readonly sha256: string | AppError
}

async function hashed(
  root: string,
  files: readonly FoundFile[],
  lastAt: ReadonlyMap<string, CacheEntry>,
  signal: AbortSignal,
): Promise<Hashed[] | null> {
  const known = (file: FoundFile): string | null => {
    const last = lastAt.get(file.path)
    return last && last.sha256 !== '' && hasStamp(file, last) ? last.sha256 : null
  }
  const unknown = files.filter((file) => known(file) === null && !isTooLarge(file))
  const hashes = await hashFiles(root, unknown, signal)
  if (!hashes) return null
  const found = new Map(unknown.map(({ path }, at) => [path, hashes[at]]))
  return files.map((file) => ({
    file,
    sha256: known(file) ?? found.get(file.path) ?? tooLarge(join(root, file.path), file.size),
  }))
}

/**
 * The entries of a folder in which some files are others, new or gone.
 * @param before by id; goes on changing during the look
 * @param lastAt by path, as it was when the look began
 * @param same paths of files that are as they were; they may have been given other ids meanwhile
 */
function settled(
  before: ReadonlyMap<string, CacheEntry>,
  lastAt: ReadonlyMap<string, CacheEntry>,
  same: ReadonlySet<string>,
  elsewhere: KnownElsewhere,
  others: readonly Hashed[],
): Map<string, CacheEntry> {
  const entries = new Map<string, CacheEntry>()
  for (const [id, entry] of before) if (same.has(entry.path)) entries.set(id, entry)
  const known = mergeKnown(before, lastAt, entries, elsewhere)
  const readable = others.flatMap(({ file, sha256 }) =>
    typeof sha256 === 'string' ? [{ ...file, sha256 }] : [],
  )
  const ids = assignIds(readable, known, (id) => before.has(id))
  for (const file of readable) {
    const id = ids.get(file.path)
    if (id === undefined) throw new Error(`no id for ${file.path}`)
    // The same content may have been read before as what it is now, here or where it was moved from.
    const last = [lastAt.get(file.path), before.get(id)].find(
      (entry) => entry?.read && contentKey(entry) === contentKey(file),
    )
    const partIds = before.get(id)?.partIds ?? []
    entries.set(id, { id, ...file, read: last?.read ?? null, partIds, problem: null })
  }
  const idByPath = new Map(known.map(({ id, path }) => [path, id]))
  for (const { file, sha256: problem } of others) {
    if (typeof problem === 'string') continue
    // What cannot be read is known by its place, unless what was there turned up elsewhere.
    let id = idByPath.get(file.path) ?? ''
    for (let n = 0; id === '' || entries.has(id); n++) id = shortHash(`path\0${file.path}\0${n}`)
    const partIds = before.get(id)?.partIds ?? []
    entries.set(id, { id, ...file, sha256: '', read: null, partIds, problem })
  }
  return entries
}

/**
 * All that files may be known by, but for those that are as they were. The last look knows where a file
 * was; the annotations' own file knows it when that is lost.
 */
function mergeKnown(
  before: ReadonlyMap<string, CacheEntry>,
  lastAt: ReadonlyMap<string, CacheEntry>,
  same: ReadonlyMap<string, unknown>,
  { records, others }: KnownElsewhere,
): readonly KnownArticle[] {
  const known = new Map<string, KnownArticle>()
  for (const record of [...records, ...others])
    if (!known.has(record.id) && !same.has(record.id)) known.set(record.id, record)
  // An article that was opened during the look knows what its path held by then: as it was counts.
  const atFirst = new Map([...lastAt.values()].map((entry) => [entry.id, entry]))
  for (const entry of before.values())
    if (!same.has(entry.id)) known.set(entry.id, atFirst.get(entry.id) ?? entry)
  return [...known.values()]
}

const hasStamp = (file: FoundFile, last: CacheEntry): boolean =>
  last.size === file.size && last.mtimeMs === file.mtimeMs

/** Of a file that could not be hashed that is only known where it is too large. */
const isAsItWas = (file: FoundFile, last: CacheEntry): boolean =>
  hasStamp(file, last) && (last.sha256 !== '' || (last.problem !== null && isTooLarge(file)))

const isTooLarge = ({ size }: FoundFile): boolean => size > maxFileSize

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
