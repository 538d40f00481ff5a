// The catalogue of an open library: its articles as they are on disk now. Looks at the folder, reads
// new and changed files in the background, remembers what it read in the cache.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { metaOf, type ParsedArticle } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { attempt } from '../errors.ts'
import type { ArticleRecord } from '../store/annotation-file.ts'
import { openCacheFile } from '../store/store-file.ts'
import { type CacheEntry, cacheFormat, emptyCache, loaderVersion } from './cache.ts'
import { newId } from './identity.ts'
import type { Reading } from './reading.ts'
import { fileGone } from './rows.ts'
import { type Shelf, takeStock } from './shelf.ts'
import type { FoundFile } from './walk.ts'

export interface CatalogueDeps {
  readonly root: string
  readonly cachePath: string
  readonly reading: Reading
  /** The articles that have annotations. */
  readonly annotated: () => readonly ArticleRecord[]
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
  const cache = await openCacheFile(
    deps.cachePath,
    cacheFormat,
    emptyCache,
    ({ loader }) => loader === loaderVersion,
  )
  let shelf: Shelf = { entries: new Map(), missing: new Map(), problems: [] }
  /** What was known of the files last: of this session, else of the one before. */
  const remembered = (): readonly CacheEntry[] =>
    shelf.entries.size > 0 ? [...shelf.entries.values()] : cache.data.entries
  let background: Promise<void> = Promise.resolve()
  let closed = false
  /** Ids of what was left when reading was stopped. */
  let left: ReadonlySet<string> = new Set()

  const readEntry = async (entry: CacheEntry): Promise<Result<ParsedArticle>> => {
    const mine = shelf
    const parsed = await deps.reading.read(entry.path, entry.sha256)
    // Stock may have been taken meanwhile; then the new shelf is read on its own.
    if (shelf === mine)
      shelf.entries.set(
        entry.id,
        parsed.ok ? asRead(entry, parsed.value) : refused(entry, parsed.error),
      )
    return parsed
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
    if (!deps.mayWrite() || JSON.stringify(entries) === JSON.stringify(cache.data.entries)) return
    // A cache that cannot be saved costs the next start some time, nothing else.
    await cache.write({ loader: loaderVersion, entries })
  }

  return {
    get shelf() {
      return shelf
    },
    async refresh(resume) {
      if (resume) left = new Set()
      shelf = await takeStock(deps.root, remembered(), deps.annotated())
      background = readAll(shelf)
    },
    async stop() {
      left = new Set(unread(shelf).map(({ id }) => id))
      await background
    },
    whenRead: () => background,
    async current(id) {
      const entry = shelf.entries.get(id)
      if (!entry) return fail(fileGone(shelf.missing.get(id)?.path ?? id))
      const path = join(deps.root, entry.path)
      const found = await attempt(path, 'read', () => stat(path))
      if (!found.ok) return found
      const { size, mtimeMs } = found.value
      const same = size === entry.size && mtimeMs === entry.mtimeMs && !entry.problem
      // Of another content the hash is not known yet, so nothing in memory passes for it.
      const parsed = await readEntry(same ? entry : { ...entry, size, mtimeMs, sha256: '' })
      if (!entry.read && !entry.problem) deps.wereRead([id], 0, 0)
      if (!parsed.ok) return parsed
      return ok({ record: recordOf(entry, parsed.value), parsed: parsed.value })
    },
    recall(id) {
      const entry = shelf.entries.get(id)
      const parsed = entry?.problem ? null : deps.reading.recall(entry?.sha256 ?? '')
      return entry && parsed ? { record: recordOf(entry, parsed), parsed } : null
    },
    admit(file, parsed) {
      const id = newId({ ...file, sha256: parsed.sha256 }, shelf)
      const entry = asRead({ id, ...file, sha256: '', read: null, problem: null }, parsed)
      shelf.entries.set(id, entry)
      shelf.missing.delete(id)
      return entry
    },
    rename(id, next) {
      const entry = shelf.entries.get(id)
      if (!entry) return
      shelf.entries.delete(id)
      shelf.entries.set(next, { ...entry, id: next })
    },
    saveCache,
    async close() {
      closed = true
      await background
      await saveCache()
    },
  }
}

const recordOf = ({ id, path }: CacheEntry, parsed: ParsedArticle): ArticleRecord => ({
  ...{ id, path, sha256: parsed.sha256, textHash: parsed.textHash },
  ...metaOf(parsed),
})

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
