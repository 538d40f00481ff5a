// The catalogue of an open library: its articles as they are on disk now. Looks at the folder, reads
// new and changed files in the background, remembers what it read in the cache.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { metaOf, type ParsedArticle } from '../../../shared/model/article.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attempt } from '../../errors.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import { openCacheFile } from '../../store/store-file.ts'
import {
  type CacheEntry,
  cacheFormat,
  emptyCache,
  loaderVersion,
  sameEntries,
  usableEntries,
} from './cache.ts'
import type { KnownArticle } from './identity.ts'
import { newId } from './identity.ts'
import type { KnownPart } from './part-ids.ts'
import { indexParts, type Place, placeOf, renamed, withPartFacts } from './part-places.ts'
import type { Reading } from './reading.ts'
import { fileGone } from './rows.ts'
import { type Shelf, takeStock } from './shelf.ts'
import { shortBlocks } from './short-blocks.ts'
import type { FoundFile } from './walk.ts'

export interface CatalogueDeps {
  readonly root: string
  readonly cachePath: string
  readonly reading: Reading
  /** The articles that have annotations. */
  readonly annotated: () => readonly ArticleRecord[]
  /** Articles without annotations that something else is kept of. */
  readonly others: () => readonly KnownArticle[]
  /** Whether the reader sees a file as one article for each that it holds. */
  readonly isSplit: (file: string) => boolean
  /** The parts of a file that something is kept of. */
  readonly knownParts: (file: string) => readonly KnownPart[]
  readonly mayWrite: () => boolean
  /** Files that were read, or found to be unreadable. `total` is 0 for one that was read out of turn. */
  readonly wereRead: (ids: readonly string[], done: number, total: number) => void
}

export interface Catalogue {
  readonly shelf: Shelf
  /**
   * Looks at the folder again and begins to read what is new.
   * @param resume also what was left when reading was stopped
   */
  refresh(resume: boolean): Promise<void>
  /** Ends the reading of new files. What is left is read when opened or at the next look. */
  stop(): Promise<void>
  /** Resolves when every file has been read. */
  whenRead(): Promise<void>
  /** Where an article is: its file, and which of the articles in it; null when its file is gone. */
  place(id: string): Place | null
  /** Finds out which articles a file holds. */
  askParts(file: string): Promise<Result<CacheEntry>>
  /** The file of an article, if it is as it was when it was last read. Fails with `changed` or what the disk says. */
  unchanged(id: string): Promise<Result<Place>>
  /** An article with its file as it is on disk this moment. */
  current(id: string): Promise<Result<{ record: ArticleRecord; parsed: ParsedArticle }>>
  /** The same as it was when it was last looked at, without asking the disk; null when it is not in memory. */
  recall(id: string): { record: ArticleRecord; parsed: ParsedArticle } | null
  /** Takes in a file that was just put there and read, without a look at the folder. */
  admit(file: FoundFile, parsed: ParsedArticle): CacheEntry
  /** Gives an article another id. */
  rename(id: string, next: string): void
  saveCache(): Promise<void>
  close(): Promise<void>
}

/** How many files are read at a time. */
const batchSize = 16
/** Milliseconds between two tellings of rows: a window that draws each file does nothing else. */
const tellEvery = 250

export async function openCatalogue(deps: CatalogueDeps): Promise<Catalogue> {
  const cache = await openCacheFile(deps.cachePath, cacheFormat, emptyCache, () => true)
  let shelf: Shelf = { entries: new Map(), missing: new Map(), problems: [] }
  /** What was known of the files last: of this session, else of the one before. */
  const remembered = (): readonly CacheEntry[] =>
    shelf.entries.size > 0 ? [...shelf.entries.values()] : usableEntries(cache.data)
  let background: Promise<void> = Promise.resolve()
  let closed = false
  /** Ids of what was left when reading was stopped. */
  let left: ReadonlySet<string> = new Set()

  let parts: ReadonlyMap<string, string> = new Map()

  const put = (entry: CacheEntry): void => {
    const before = shelf.entries.get(entry.id)
    shelf.entries.set(entry.id, entry)
    if (before?.partIds !== entry.partIds && (before?.partIds.length || entry.partIds.length))
      parts = indexParts(shelf.entries.values(), parts, entry)
  }

  const readEntry = async (entry: CacheEntry): Promise<Result<ParsedArticle>> => {
    const mine = shelf
    const parsed = await deps.reading.read(entry.path, entry.sha256)
    let read = parsed.ok ? asRead(entry, parsed.value) : refused(entry, parsed.error)
    if (needsParts(read)) read = await partsOf(read)
    // Stock may have been taken meanwhile; then the new shelf is read on its own.
    if (shelf === mine) put(read)
    return parsed
  }

  const needsParts = ({ id, read }: CacheEntry): boolean =>
    read !== null && read.parts > 0 && read.split === null && deps.isSplit(id)

  /** With the articles that the file holds; as it was when they cannot be had. */
  const partsOf = async (entry: CacheEntry): Promise<CacheEntry> => {
    const found = await deps.reading.readParts(entry.path)
    return found.ok ? withPartFacts(entry, found.value, deps.knownParts(entry.id)) : entry
  }

  const askParts = async (file: string): Promise<Result<CacheEntry>> => {
    const entry = shelf.entries.get(file)
    if (!entry) return fail(fileGone(shelf.missing.get(file)?.path ?? file))
    if (entry.read?.split) return ok(entry)
    if (!entry.read) {
      const read = await readEntry(entry)
      if (!read.ok) return read
    }
    const asked = await partsOf(shelf.entries.get(file) ?? entry)
    const now = shelf.entries.get(file)
    // Stock may have been taken meanwhile: a file that is gone or another by now must not come back.
    if (now && now.path === asked.path && now.sha256 === asked.sha256) put(asked)
    return ok(asked)
  }

  const place = (id: string): Place | null => placeOf(id, shelf.entries, parts)

  const stateOf = async (entry: CacheEntry): Promise<Result<{ size: number; mtimeMs: number }>> => {
    const path = join(deps.root, entry.path)
    return attempt(path, 'read', async () => {
      const { size, mtimeMs } = await stat(path)
      return { size, mtimeMs }
    })
  }

  const readAll = async (mine: Shelf): Promise<void> => {
    const halt = left
    const todo = unread(mine).filter(({ id }) => !left.has(id))
    let untold: string[] = []
    let toldAt = Date.now()
    for (
      let at = 0;
      at < todo.length && !closed && shelf === mine && left === halt;
      at += batchSize
    ) {
      const batch = todo.slice(at, at + batchSize)
      await Promise.all(batch.map(readEntry))
      untold.push(...batch.map(({ id }) => id))
      const done = at + batch.length
      if (done < todo.length && Date.now() - toldAt < tellEvery) continue
      deps.wereRead(untold, done, todo.length)
      untold = []
      toldAt = Date.now()
    }
    if (shelf !== mine) return
    // Whoever watched the reading learns that it is over.
    if (left !== halt) deps.wereRead(untold, todo.length, todo.length)
    await saveCache()
  }

  const saveCache = async (): Promise<void> => {
    const entries = [...shelf.entries.values()]
    if (!deps.mayWrite() || sameEntries(entries, cache.data.entries)) return
    // A cache that cannot be saved costs the next start some time, nothing else.
    await cache.write({ loader: loaderVersion, entries })
  }

  return {
    get shelf() {
      return shelf
    },
    async refresh(resume) {
      if (resume) left = new Set()
      shelf = await takeStock(deps.root, remembered(), deps.annotated(), deps.others())
      parts = indexParts(shelf.entries.values())
      // A file that is split now but was not when it was read.
      for (const entry of shelf.entries.values())
        if (needsParts(entry)) shelf.entries.set(entry.id, { ...entry, read: null })
      background = readAll(shelf)
    },
    async stop() {
      left = new Set(unread(shelf).map(({ id }) => id))
      await background
    },
    whenRead: () => background,
    place,
    askParts,
    async unchanged(id) {
      const at = place(id)
      if (!at) return fail(fileGone(shelf.missing.get(id)?.path ?? id))
      const { entry } = at
      const found = await stateOf(entry)
      if (!found.ok) return found
      const { size, mtimeMs } = found.value
      const same = size === entry.size && mtimeMs === entry.mtimeMs
      return same ? ok(at) : fail(fileChanged(entry.path))
    },
    async current(id) {
      const at = place(id)
      if (!at) return fail(fileGone(shelf.missing.get(id)?.path ?? id))
      const { entry, part } = at
      const found = await stateOf(entry)
      if (!found.ok) return found
      const { size, mtimeMs } = found.value
      const same = size === entry.size && mtimeMs === entry.mtimeMs && !entry.problem
      // Of another content the hash is not known yet, so nothing in memory passes for it.
      const fresh = same ? entry : { ...entry, size, mtimeMs, sha256: '', read: null }
      if (part === null || !same || !entry.read?.split) {
        const whole = await readEntry(fresh)
        if (!entry.read && !entry.problem) deps.wereRead([entry.id], 0, 0)
        if (!whole.ok) return whole
        if (part === null) return ok({ record: recordOf(at, whole.value), parsed: whole.value })
      }
      const asked = await askParts(entry.id)
      if (!asked.ok) return asked
      const now = place(id)
      if (!now?.entry.read?.split) return fail(fileGone(entry.path))
      const parsed = await deps.reading.read(now.entry.path, now.entry.sha256, now.part)
      return parsed.ok ? ok({ record: recordOf(now, parsed.value), parsed: parsed.value }) : parsed
    },
    recall(id) {
      const at = place(id)
      if (!at || at.entry.problem || (at.part !== null && !at.entry.read?.split)) return null
      const parsed = deps.reading.recall(at.entry.sha256, at.part)
      return parsed ? { record: recordOf(at, parsed), parsed } : null
    },
    admit(file, parsed) {
      const id = newId({ ...file, sha256: parsed.sha256 }, shelf)
      const bare = { id, ...file, sha256: '', read: null, partIds: [], problem: null }
      const entry = asRead(bare, parsed)
      put(entry)
      shelf.missing.delete(id)
      return entry
    },
    rename(id, next) {
      const at = place(id)
      if (!at) return
      if (at.part === null) shelf.entries.delete(id)
      put(renamed(at, next))
    },
    saveCache,
    async close() {
      closed = true
      await background
      await saveCache()
    },
  }
}

function recordOf({ id, entry, part }: Place, parsed: ParsedArticle): ArticleRecord {
  return {
    ...{ id, path: entry.path, sha256: parsed.sha256, textHash: parsed.textHash },
    ...metaOf(parsed),
    loader: loaderVersion,
    ...(part !== null && { part: { file: entry.id, index: part } }),
  }
}

const asRead = (entry: CacheEntry, parsed: ParsedArticle): CacheEntry => ({
  ...entry,
  sha256: parsed.sha256,
  read: {
    format: parsed.format,
    textHash: parsed.textHash,
    words: parsed.words,
    meta: metaOf(parsed),
    warnings: parsed.warnings,
    sketch: parsed.sketch ?? null,
    profile: parsed.profile ?? '',
    short: shortBlocks(parsed.text, parsed.blocks),
    parts: parsed.parts.length,
    // Of the same content the same articles.
    split: entry.sha256 === parsed.sha256 ? (entry.read?.split ?? null) : null,
  },
  problem: null,
})

const unread = (shelf: Shelf): CacheEntry[] =>
  [...shelf.entries.values()].filter((entry) => !entry.read && !entry.problem)

const refused = (entry: CacheEntry, problem: AppError): CacheEntry => ({
  ...entry,
  read: null,
  problem,
})

const fileChanged = (path: string): AppError => ({
  code: 'changed',
  message: `“${path}” was changed by another program while it was open.`,
  advice: 'Open it again to see it as it is now.',
  path,
})
