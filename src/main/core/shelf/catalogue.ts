// The catalogue of an open library: its articles as they are on disk now. Looks at the folder, reads
// new and changed files in the background, remembers what it read in the index.
import { join } from 'node:path'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import type { Result } from '../../../shared/result.ts'
import type { ArticleRecord } from '../../store/sheet.ts'
import type { Order } from '../../work/scheduler.ts'
import { readInBulk } from './bulk-reading.ts'
import type { CacheEntry } from './cache.ts'
import { contentKey } from './content-key.ts'
import { asRead } from './entries.ts'
import { type Current, createFileReading, type FileReading } from './file-reading.ts'
import type { KnownArticle } from './identity.ts'
import { newId } from './identity.ts'
import type { FileMemory } from './memory.ts'
import { takeOver } from './old-cache.ts'
import type { KnownPart } from './part-ids.ts'
import type { Place } from './part-places.ts'
import type { Reading } from './reading.ts'
import { type Shelf, takeStock } from './shelf.ts'
import type { ShelfBefore } from './shelf-before.ts'
import { createShelfState, type ShelfState } from './shelf-state.ts'
import type { FactsOf } from './text-facts.ts'
import type { FoundFile } from './walk.ts'

export interface CatalogueDeps {
  readonly root: string
  /** Where earlier versions kept what they knew. */
  readonly cachePath: string
  readonly memory: FileMemory
  readonly reading: Reading
  /** The articles that have annotations. */
  readonly annotated: () => readonly ArticleRecord[]
  /** Articles without annotations that something else is kept of. */
  readonly others: () => readonly KnownArticle[]
  /** Whether the reader sees a file as one article for each that it holds. */
  readonly isSplit: (file: string) => boolean
  /** The parts of a file that something is kept of. */
  readonly knownParts: (file: string, sha256: string) => readonly KnownPart[]
  /** Whether what is remembered of a file may be of another encoding than it is to be read with. */
  readonly isOpen: (file: Pick<CacheEntry, 'id' | 'sha256'>) => boolean
  readonly mayWrite: () => boolean
  /** Files that were read, or found to be unreadable. `total` is 0 for one that was read out of turn. */
  readonly wereRead: (ids: readonly string[], done: number, total: number) => void
}

export interface Catalogue {
  readonly shelf: Shelf
  /** Ids of what was put onto this shelf since it was made, in that order. */
  readonly puts: readonly string[]
  /** How many files nobody has read yet, but for those that cannot be read. */
  readonly unread: number
  /** Does some work that goes by what the shelf was before it. */
  comparing<T>(work: (before: ShelfBefore) => Promise<T>): Promise<T>
  /** Whether the folder was looked at. Until then, what is not on the shelf may be there all the same. */
  isLooked(): boolean
  /** Where a whole file was that something is kept of; null for one that nothing is kept of. */
  lastPath(id: string): string | null
  /**
   * Looks at the folder again and begins to read what is new. Changes nothing when it is stopped.
   * @param resume also what was left when reading was stopped
   * @param only these files, as `FoundFile.path`: the others are taken as they were, unless the look
   * before was stopped
   */
  refresh(resume: boolean, only?: ReadonlySet<string> | null): Promise<void>
  /**
   * Ends a look at the folder and the reading of new files. What is left is read when opened, or at the
   * next look that resumes it.
   */
  stop(): Promise<void>
  /** As `stop`, for good and at once: no look begins any more. What is asked for is still read. */
  abandon(): void
  /** Resolves when every file has been read. */
  whenRead(): Promise<void>
  /** Where an article is: its file, and which of the articles in it; null when its file is gone. */
  place(id: string): Place | null
  /** What is known of a file; null when nothing is. */
  at(path: string): CacheEntry | null
  /** Finds out which articles a file holds. */
  askParts(file: string, order?: Order): Promise<Result<CacheEntry>>
  /** The file of an article, if it is as it was when it was last read. Fails with `changed` or what the disk says. */
  unchanged(id: string): Promise<Result<Place>>
  /**
   * An article with its file as it is on disk this moment: what a person waits for, if the order says
   * nothing else. One that is not known is waited for until the folder was looked at.
   */
  current(id: string, order?: Order): Promise<Result<Current>>
  /** The same as it was when it was last looked at, without asking the disk; null when it is not in memory. */
  recall(id: string): Current | null
  /** Takes in a file that was just put there and read, without a look at the folder. */
  admit(file: FoundFile, parsed: ParsedArticle): CacheEntry
  /** Reads a file and its copies once more, as if nobody had read them; gives their ids. */
  readAnew(file: string): Promise<readonly string[]>
  /** Gives an article another id. */
  rename(id: string, next: string): void
  /** What is known of a text for finding others like it. */
  readonly facts: FactsOf
  /** Has the index know which files there are, unless another process writes the library. */
  saveFiles(): Promise<void>
  close(): Promise<void>
}

export async function openCatalogue(deps: CatalogueDeps): Promise<Catalogue> {
  const { memory } = deps
  const before = await takeOver(deps.cachePath, await memory.files(), memory)
  const known = byId(withoutOpen(before.entries, deps.isOpen))
  const state = createShelfState({
    entries: known,
    // Which of those that have annotations are gone only a look at the folder can say.
    missing: new Map(),
    problems: [],
  })
  const lastPath = (id: string): string | null =>
    [...deps.annotated(), ...deps.others()].find((each) => each.id === id)?.path ?? null
  const looks = createLooks()
  const files = createFileReading({
    root: deps.root,
    reading: deps.reading,
    state,
    lastPath,
    looked: looks.first,
    isSplit: deps.isSplit,
    knownParts: deps.knownParts,
    wasRead: (id) => deps.wereRead([id], 0, 0),
  })
  let closed = false
  const saveFiles = async (): Promise<void> => {
    if (closed || !deps.mayWrite()) return
    const isKept = await memory.save(state.shelf.entries.values())
    if (isKept) await before.settle(state.shelf.entries)
  }
  const looking = createLooking({ ...deps, state, files, saveFiles, looks })

  return {
    get shelf() {
      return state.shelf
    },
    get puts() {
      return state.puts
    },
    get unread() {
      return state.unread.size
    },
    comparing: state.comparing,
    isLooked: state.isLooked,
    lastPath,
    refresh: looking.refresh,
    stop: looking.stop,
    abandon: looking.abandon,
    whenRead: looking.whenRead,
    place: state.place,
    at: state.at,
    askParts: files.askParts,
    unchanged: files.unchanged,
    current: files.current,
    recall: files.recall,
    admit(file, parsed) {
      // Where a file was that was taken away, and nobody has looked since, is that article, changed.
      const there = state.at(file.path)
      const id = there?.id ?? newId({ ...file, sha256: parsed.sha256 }, state.shelf)
      const partIds = there?.partIds ?? []
      const bare = { id, ...file, sha256: '', read: null, partIds, problem: null }
      const entry = asRead(bare, parsed)
      state.put(entry)
      state.shelf.missing.delete(id)
      return entry
    },
    readAnew: (file) => readAnew(state, files, memory, file),
    rename: state.rename,
    facts: memory.facts,
    saveFiles,
    async close() {
      looking.abandon()
      looks.ended()
      await looking.whenRead()
      await memory.flush()
      await saveFiles()
      closed = true
    },
  }
}

async function readAnew(
  state: ShelfState,
  files: FileReading,
  memory: FileMemory,
  file: string,
): Promise<string[]> {
  const { sha256 } = state.shelf.entries.get(file) ?? { sha256: '' }
  const copies = [...state.shelf.entries.values()].filter(
    (entry) => entry.id === file || (sha256 !== '' && entry.sha256 === sha256),
  )
  for (const entry of copies) state.put({ ...entry, read: null, problem: null })
  for (const { id } of copies) {
    const entry = state.shelf.entries.get(id)
    const read = entry && (await files.readEntry(entry, { rank: 'asked' }))
    // What was still in memory is not on its way into the index by having been asked for.
    if (entry && read?.ok) memory.hold(read.value, null, entry.path)
  }
  return copies.map(({ id }) => id)
}

interface LookingDeps extends CatalogueDeps {
  readonly state: ShelfState
  readonly files: FileReading
  readonly saveFiles: () => Promise<void>
  readonly looks: Looks
}

interface Looks {
  /** Resolves when the first look at the folder has ended, however it did. */
  readonly first: Promise<void>
  ended(): void
}

function createLooks(): Looks {
  let ended = (): void => undefined
  const first = new Promise<void>((done) => {
    ended = done
  })
  return { first, ended: () => ended() }
}

/** What goes on by itself: the look at the folder, and the reading of what is new in it. */
function createLooking(
  deps: LookingDeps,
): Pick<Catalogue, 'refresh' | 'stop' | 'abandon' | 'whenRead'> {
  const { state, files } = deps
  /** What ends each look that is under way, with the reading that came of it. */
  const underway = new Set<AbortController>()
  let background: Promise<void> = Promise.resolve()
  let closed = false
  /** Ids of what was left when reading was stopped. */
  let left: ReadonlySet<string> = new Set()
  /** A look was stopped: what it was to look at nobody knows any more. */
  let isOwed = false

  const unread = (): CacheEntry[] =>
    [...state.unread].flatMap((id) => state.shelf.entries.get(id) ?? [])

  const endAll = (but?: AbortController): void => {
    for (const ending of underway) if (ending !== but) ending.abort()
  }

  const readNew = async (signal: AbortSignal): Promise<void> => {
    const mine = state.shelf.entries
    const entries = unread().filter(({ id }) => !left.has(id))
    const untold = await readInBulk({
      entries,
      read: (entry) => takeIn(deps, entry, { rank: 'background', signal }),
      tell: (ids, done) => deps.wereRead(ids, done, entries.length),
      signal,
    })
    if (closed) return
    // Of what was read before another look, that look found nothing new; the rest it reads itself.
    if (state.shelf.entries !== mine) return deps.wereRead(untold, 0, 0)
    // Whoever watched the reading learns that it is over.
    if (signal.aborted) deps.wereRead(untold, entries.length, entries.length)
    await deps.saveFiles()
  }

  return {
    async refresh(resume, some = null) {
      if (closed) return
      if (resume) left = new Set()
      const only = isOwed ? null : some
      const ending = new AbortController()
      underway.add(ending)
      const elsewhere = { records: deps.annotated(), others: deps.others() }
      const { entries } = state.shelf
      const unsettled = stillUnsettled(state, elsewhere.records)
      const taking = takeStock(deps.root, entries, elsewhere, ending.signal, only, unsettled)
      const shelf = await taking.catch((thrown: unknown) => {
        underway.delete(ending)
        isOwed = true
        deps.looks.ended()
        throw thrown
      })
      const isAsItWas = shelf?.entries === state.shelf.entries
      if (shelf) state.replace(only ? withOthers(deps.root, shelf, state.shelf, only) : shelf)
      deps.looks.ended()
      isOwed = !shelf
      if (!shelf) return void underway.delete(ending)
      const again = toReadAgain(shelf.entries, files, resume)
      for (const entry of again) state.put(entry)
      // What is being read goes on being read.
      if (isAsItWas && !resume && again.length === 0) return void underway.delete(ending)
      background = readNew(ending.signal).finally(() => underway.delete(ending))
      // Only now: what both read is read once.
      endAll(ending)
    },
    async stop() {
      left = new Set(unread().map(({ id }) => id))
      endAll()
      await background
    },
    abandon() {
      closed = true
      endAll()
    },
    whenRead: () => background,
  }
}

/** A shelf after a look at some files alone, with what was known to be wrong with the others. */
function withOthers(root: string, shelf: Shelf, last: Shelf, only: ReadonlySet<string>): Shelf {
  const looked = new Set([...only].map((path) => join(root, path)))
  for (const { path } of shelf.problems) if (path !== undefined) looked.add(path)
  const others = last.problems.filter(({ path }) => path === undefined || !looked.has(path))
  return { ...shelf, problems: [...others, ...shelf.problems] }
}

/** Where notes were made on what a file holds now, it is that article. */
const stillUnsettled = (
  { shelf, unsettled }: ShelfState,
  records: readonly ArticleRecord[],
): ReadonlyMap<string, CacheEntry> => {
  const left = new Map(unsettled)
  for (const { id, sha256 } of records)
    if (left.size > 0 && shelf.entries.get(id)?.sha256 === sha256) left.delete(id)
  return left
}

/** What may have been read with another encoding is to be read once more. */
const withoutOpen = (
  entries: readonly CacheEntry[],
  isOpen: CatalogueDeps['isOpen'],
): readonly CacheEntry[] =>
  entries.map((entry) => (isOpen(entry) ? { ...entry, read: null } : entry))

const byId = (entries: readonly CacheEntry[]): Map<string, CacheEntry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

/**
 * As if nobody had read them: files that are split now but were not when they were read.
 * @param resume also those that could not be read
 */
const toReadAgain = (
  entries: ReadonlyMap<string, CacheEntry>,
  { needsParts }: FileReading,
  resume: boolean,
): CacheEntry[] => {
  const again: CacheEntry[] = []
  for (const entry of entries.values())
    if (resume && entry.problem && entry.sha256 !== '') again.push({ ...entry, problem: null })
    else if (needsParts(entry)) again.push({ ...entry, read: null })
  return again
}

/** Reads a file, unless what was read of its bytes is known from before. */
async function takeIn(
  { memory, state, files, isOpen }: Pick<LookingDeps, 'memory' | 'state' | 'files' | 'isOpen'>,
  entry: CacheEntry,
  order: Order,
): Promise<void> {
  const known = isOpen(entry) ? null : memory.read(contentKey(entry))
  if (!known) return void (await files.readEntry(entry, order))
  if (state.shelf.entries.get(entry.id) !== entry) return
  const read = { ...entry, read: known }
  state.put(read)
  if (files.needsParts(read)) await files.askParts(entry.id, order)
}
