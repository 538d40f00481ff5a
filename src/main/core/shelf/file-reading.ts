// Reads the files of a shelf, and puts what was learnt of each onto it.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { attempt } from '../../errors.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { Order } from '../../work/scheduler.ts'
import type { CacheEntry } from './cache.ts'
import { asRead, fileChanged, isUnread, recordOf, refused } from './entries.ts'
import type { KnownPart } from './part-ids.ts'
import { type Place, withPartFacts } from './part-places.ts'
import type { Reading } from './reading.ts'
import { articleGone, fileGone, notLookedFor } from './rows.ts'
import type { ShelfState } from './shelf-state.ts'

export interface FileReadingDeps {
  readonly root: string
  readonly reading: Reading
  readonly state: ShelfState
  /** Where a whole file was that something is kept of; null for one that nothing is kept of. */
  readonly lastPath: (id: string) => string | null
  /** Resolves when the folder was looked at, or the look was stopped. */
  readonly looked: Promise<void>
  /** Whether the reader sees a file as one article for each that it holds. */
  readonly isSplit: (file: string) => boolean
  /** The parts of a file that something is kept of. */
  readonly knownParts: (file: string, sha256: string) => readonly KnownPart[]
  /** A file was read out of turn. */
  readonly wasRead: (id: string) => void
}

export interface Current {
  readonly record: ArticleRecord
  readonly parsed: ParsedArticle
}

export interface FileReading {
  /** Reads a file; what was stopped stays unread. */
  readEntry(entry: CacheEntry, order?: Order): Promise<Result<ParsedArticle>>
  /** Whether a file is split, and it is not known yet which articles it holds. */
  needsParts(entry: CacheEntry): boolean
  /** As in `Catalogue`. */
  askParts(file: string, order?: Order): Promise<Result<CacheEntry>>
  unchanged(id: string): Promise<Result<Place>>
  current(id: string, order?: Order): Promise<Result<Current>>
  recall(id: string): Current | null
}

export function createFileReading(deps: FileReadingDeps): FileReading {
  const { state, reading } = deps
  const { gone, now, placed } = createFinding(deps)

  const needsParts = ({ id, read }: CacheEntry): boolean =>
    read !== null && read.parts > 0 && read.split === null && deps.isSplit(id)

  const readEntry: FileReading['readEntry'] = async (entry, order) => {
    const mine = state.shelf.entries
    const parsed = await reading.read(entry.path, entry.sha256, null, order)
    if (!parsed.ok && parsed.error.code === 'stopped') return parsed
    let read = parsed.ok ? asRead(entry, parsed.value) : refused(entry, parsed.error)
    if (needsParts(read)) read = await partsOf(read, order)
    const there = state.at(entry.path)
    // Stock may have been taken meanwhile; then the new shelf is read on its own.
    if (state.shelf.entries === mine && there) state.put(underIdOf(there, read))
    return parsed
  }

  /** With the articles that the file holds; as it was when they cannot be had. */
  const partsOf = async (entry: CacheEntry, order?: Order): Promise<CacheEntry> => {
    const found = await reading.readParts(entry.path, order)
    // Of a file that changed between the two readings the next look asks again.
    const isOfIt = found.ok && found.value.every(({ sha256 }) => sha256 === entry.sha256)
    return isOfIt
      ? withPartFacts(entry, found.value, deps.knownParts(entry.id, entry.sha256))
      : entry
  }

  const askParts: FileReading['askParts'] = async (file, order) => {
    const entry = state.shelf.entries.get(file)
    if (!entry) return gone(file)
    if (entry.read?.split) return ok(entry)
    if (!entry.read) {
      const read = await readEntry(entry, order)
      if (!read.ok) return read
    }
    const asked = await partsOf(state.shelf.entries.get(file) ?? entry, order)
    const now = state.shelf.entries.get(file)
    // Stock may have been taken meanwhile: a file that is gone or another by now must not come back.
    if (now && now.path === asked.path && now.sha256 === asked.sha256) state.put(asked)
    return ok(asked)
  }

  const current: FileReading['current'] = async (id, order) => {
    const found = await placed(id)
    if (!found.ok) return found
    const { at, stamp } = found.value
    const { entry, part } = at
    const same = isSame(entry, stamp) && !entry.problem
    // Of another content the hash is not known yet, so nothing in memory passes for it.
    const fresh = same ? entry : { ...entry, ...stamp, sha256: '', read: null }
    if (part === null || !same || !entry.read?.split) {
      const whole = await readEntry(fresh, order)
      if (isNews(entry, stamp)) deps.wasRead(entry.id)
      if (!whole.ok) return whole
      if (part === null) return ok({ record: recordOf(at, whole.value), parsed: whole.value })
    }
    const asked = await askParts(entry.id, order)
    if (!asked.ok) return asked
    const now = state.place(id)
    if (!now?.entry.read?.split) return fail((now ? fileChanged : fileGone)(entry.path))
    const parsed = await reading.read(now.entry.path, now.entry.sha256, now.part, order)
    return parsed.ok ? ok({ record: recordOf(now, parsed.value), parsed: parsed.value }) : parsed
  }

  return {
    readEntry,
    needsParts,
    askParts,
    current,
    async unchanged(id) {
      const found = await now(id)
      if (!found.ok) return found
      const { at, stamp } = found.value
      return isSame(at.entry, stamp) ? ok(at) : fail(fileChanged(at.entry.path))
    },
    recall: (id) => recallAt(state.place(id), reading),
  }
}

interface Finding {
  /** Says of an article that it has no place. */
  gone(id: string): Result<never>
  /** Where an article is, with the state of its file. */
  now(id: string): Promise<Result<{ readonly at: Place; readonly stamp: Stamp }>>
  /** The same; what is not there is waited for until the folder was looked at. */
  placed: Finding['now']
}

function createFinding({ root, state, lastPath, looked }: FileReadingDeps): Finding {
  const gone: Finding['gone'] = (id) => {
    const path = state.shelf.missing.get(id)?.path ?? lastPath(id)
    return fail(state.isLooked() ? articleGone(path) : notLookedFor(path))
  }
  const now: Finding['now'] = async (id) => {
    const at = state.place(id)
    if (!at) return gone(id)
    const stamp = await stampOf(join(root, at.entry.path))
    return stamp.ok ? ok({ at, stamp: stamp.value }) : stamp
  }
  return {
    gone,
    now,
    async placed(id) {
      const found = await now(id)
      if (found.ok || state.isLooked()) return found
      // It may be new, or have been moved since the library was last open.
      await looked
      return now(id)
    },
  }
}

/** What was read of a file that may have been given another id meanwhile. */
const underIdOf = ({ id, partIds }: CacheEntry, read: CacheEntry): CacheEntry =>
  id === read.id ? read : { ...read, id, partIds }

/** What is in memory of an article; null where nothing is, or nothing that may be shown. */
function recallAt(at: Place | null, reading: Reading): Current | null {
  if (!at || at.entry.problem || (at.part !== null && !at.entry.read?.split)) return null
  const parsed = reading.recall(at.entry.path, at.entry.sha256, at.part)
  return parsed ? { record: recordOf(at, parsed), parsed } : null
}

interface Stamp {
  readonly size: number
  readonly mtimeMs: number
}

const stampOf = (path: string): Promise<Result<Stamp>> =>
  attempt(path, 'read', async () => {
    const { size, mtimeMs } = await stat(path)
    return { size, mtimeMs }
  })

const isSame = (entry: CacheEntry, { size, mtimeMs }: Stamp): boolean =>
  size === entry.size && mtimeMs === entry.mtimeMs

/** Of a file that was read out of turn: the next look finds it as it is by then, and tells nothing. */
const isNews = (entry: CacheEntry, now: Stamp): boolean => !isSame(entry, now) || isUnread(entry)
