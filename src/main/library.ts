// One open library: its files, its records, lock and history, and the features over them, tied together.
import { readingKind } from '../shared/kinds/reading.ts'
import { storyKind } from '../shared/kinds/story.ts'
import { tagKind } from '../shared/kinds/tag.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { AcrossCalls } from './across.ts'
import { bringIn } from './assembly/bring-in.ts'
import { firstLook, mostPatience } from './assembly/first-look.ts'
import type { LibraryDeps } from './assembly/library-deps.ts'
import {
  createFeatures,
  type FeatureCalls,
  type LibraryFeatures,
} from './assembly/library-features.ts'
import { type LibraryParts, openParts } from './assembly/library-parts.ts'
import { openingStopped } from './core/refusals.ts'
import { rowOf } from './core/shelf/rows.ts'
import { writeAgain } from './core/write-again.ts'
import { errorFor } from './errors.ts'
import { createWays, type Ways, type WaysIn } from './features/adding/ways.ts'
import { type AnnotationCalls, createAnnotationCalls } from './features/annotations/calls.ts'
import { type ArticleCalls, createArticleCalls } from './features/articles/calls.ts'
import { readPicture } from './features/articles/picture.ts'
import type { ExchangeLibrary } from './features/exchange/exchange-library.ts'
import { withFewRows } from './features/listing/few-rows.ts'
import {
  createListCalls,
  createListTelling,
  type ListCalls,
  type ListTelling,
} from './features/listing/list-calls.ts'
import { createMemoryRows, type ListIndex } from './features/listing/memory-rows.ts'
import { createLibrarySearch, type LibrarySearch } from './features/search/following.ts'
import type { SearchCalls } from './features/search/searching.ts'
import { libraryFolder } from './library-folder.ts'
import { sweepStore } from './store/sweep.ts'

export type { LibraryDeps } from './assembly/library-deps.ts'

export interface Library
  extends ArticleCalls,
    AnnotationCalls,
    AcrossCalls,
    ListCalls,
    SearchCalls,
    FeatureCalls,
    WaysIn,
    ExchangeLibrary {
  readonly path: string
  /**
   * Looks at the folder again. Resolves when it is known which files there are.
   * @param resume whether reading that was stopped goes on; it does if not given
   */
  refresh(resume?: boolean): Promise<void>
  /**
   * Has the folder looked at, as `refresh` without resuming does, and does not wait for it. Asked for
   * while a look waits to begin, that one does.
   */
  lookSoon(): void
  close(): Promise<void>
}

/**
 * Opens a folder as a library. Fails only when there is no such folder; one that is open elsewhere
 * or cannot be written to opens read-only, and `info()` says why.
 */
export async function openLibrary(folder: string, given: LibraryDeps): Promise<Result<Library>> {
  const list = createListTelling(given.emit)
  // The index is told of every row, the windows of a few.
  const search = createLibrarySearch({ ...given, emit: withFewRows(given.emit) }, list.changed)
  const deps: LibraryDeps = { ...given, emit: search.emit }
  const found = await libraryFolder(folder)
  if (!found.ok) return found
  const root = found.value
  const parts = await openParts(root, deps)
  const { access, ledger, catalogue } = parts
  const features = createFeatures(parts, deps, search)
  hear(parts, features, deps, search)
  const look = firstLook(parts, features.telling, {
    signal: deps.signal,
    patience: deps.patience ?? mostPatience,
    notice: (error) => deps.emit('notice', error),
  })
  if (!(await look.shown)) {
    await parts.queue.idle()
    await Promise.all([ledger.close(), catalogue.close()])
    await closeIndex(parts, true)
    await access.close()
    return fail(openingStopped(root))
  }
  const whenRead = async (): Promise<void> => {
    await look.done
    await catalogue.whenRead()
  }
  features.tags.settle(null)
  if (deps.search) search.begin(parts, look.done)
  // What an earlier version knew is not needed any more when the index knows it.
  void search.calls.whenIndexed().then(catalogue.saveFiles)
  const ending = new AbortController()
  // What is remembered is settled: the next opening goes by that.
  const settled = whenRead().then(features.tags.idle)
  const remembering = remember(parts, features, settled, ending.signal)
  const ways = waysInto(parts, features, deps, whenRead)
  watchAccess(parts, features, deps)
  return ok({
    path: root,
    ...ways.calls,
    ...features.across.calls,
    ...search.calls,
    ...createListCalls({
      index: listIndex(parts, deps, search, list),
      row: parts.listing.row,
      pending: deps.search
        ? search.pending
        : () => ({ unread: parts.catalogue.unread, settling: false }),
    }),
    ...articleCalls(parts, features, deps, search),
    ...annotationCalls(parts, features),
    ...features.calls,
    ...exchangeCalls(parts, features),
    async refresh(resume = true) {
      await parts.queue.run(() => features.telling.refresh(resume))
      if (resume) search.again()
    },
    lookSoon: lookingSoon(parts, features, deps),
    whenRead,
    async close() {
      list.end()
      const isWhole = search.isIdle()
      search.end()
      ending.abort()
      await closeParts(parts, features, ways)
      await remembering
      if (isWhole) await remember(parts, features, remembering)
      await closeIndex(parts, isWhole)
      await access.close()
    },
  })
}

/** Who is told of what happens by itself. */
function hear(
  { heard, catalogue }: LibraryParts,
  { telling }: LibraryFeatures,
  { emit }: LibraryDeps,
  search: LibrarySearch,
): void {
  heard.wereRead = (ids, done, total) => {
    telling.files(ids)
    if (total > 0) emit('library-progress', { done, total })
  }
  heard.indexLost = (notice) => {
    emit('notice', notice)
    search.lost()
    void catalogue.saveFiles()
  }
  // At once: what the index is told of an article says that it knows all of its records.
  heard.foreign = search.changes
}

function waysInto(
  parts: LibraryParts,
  { telling, changing }: LibraryFeatures,
  deps: LibraryDeps,
  whenRead: () => Promise<void>,
): Ways {
  const { root, places, catalogue, queue, refusal, reading, records, listing } = parts
  return createWays({
    root,
    places,
    catalogue,
    queue,
    refusal,
    reading,
    articles: listing.articles,
    isShownSplit: listing.isShownSplit,
    work: parts.work,
    now: deps.now,
    watch: deps.watch === true,
    whenRead,
    disk: deps.disk,
    toBin: deps.toBin,
    act: changing.act,
    row: (entry) => rowOf(entry, records.get(entry.id)),
    problems: () => telling.info().problems,
    changed: (changed) => telling.rows(changed),
    look: (only) => queue.run(() => telling.refresh(false, only)),
    lookInTurn: () => telling.refresh(false),
    notice: (error) => deps.emit('notice', error),
  })
}

/** The index; where the library has none, or is not searched, its rows in memory. */
function listIndex(
  parts: LibraryParts,
  { search: place }: LibraryDeps,
  search: LibrarySearch,
  { changed }: ListTelling,
): () => Promise<Result<ListIndex>> {
  if (place && parts.index.ok) return async () => search.index()
  const rows = createMemoryRows({
    articles: parts.listing.articles,
    annotations: parts.annotationsOf,
    stories: () => parts.ledger.all(storyKind),
    reading: (id) => parts.ledger.get(readingKind, null, id)?.state,
    fileChanged: (id) => parts.catalogue.place(id)?.entry.mtimeMs ?? 0,
  })
  search.onTold(() => {
    rows.forget()
    // Of one that is not searched no window shows a list.
    if (place) changed()
  })
  return async () => ok(rows)
}

function lookingSoon(
  { queue, root }: LibraryParts,
  { telling }: LibraryFeatures,
  { emit }: LibraryDeps,
): () => void {
  let isWaiting = false
  const look = (): Promise<void> => {
    isWaiting = false
    return telling.refresh(false)
  }
  return () => {
    if (isWaiting) return
    isWaiting = true
    queue.run(look).catch((thrown: unknown) => emit('notice', errorFor(thrown, root, 'read')))
  }
}

function watchAccess(
  parts: LibraryParts,
  { telling, tags }: LibraryFeatures,
  deps: LibraryDeps,
): void {
  const { access, texts, queue, ledger, places } = parts
  access.watch({
    removed: texts.forget,
    writeAgain: () => queue.run(() => writeAgain(ledger, places)),
    gained() {
      void queue.run(async () => {
        await sweepStore(places)
        await telling.refresh()
        // What came while another process had the library.
        tags.settle(null)
        deps.gained?.()
      })
    },
    tell: (error) => deps.emit('notice', error),
  })
}

/**
 * Has the files of records remembered. Nobody waits for it, and what is not remembered costs the next
 * opening time, nothing else; of an index that cannot be written, whoever tells it the rest says so.
 */
function remember(
  { ledger, foreign }: LibraryParts,
  { tags }: LibraryFeatures,
  after: Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  // What was not told yet, as what an ending library finds, nobody has settled.
  const unsettled = () => (tags.isSettled() && foreign.length === 0 ? [] : [tagKind])
  return after.then(() => ledger.remember(unsettled, signal)).catch(() => undefined)
}

async function closeParts(parts: LibraryParts, features: LibraryFeatures, ways: Ways) {
  features.across.endComparing()
  parts.catalogue.abandon()
  await ways.close()
  await parts.access.settled()
  await parts.queue.idle()
  await features.tags.idle()
  await features.changing.idle()
  await parts.ledger.close()
  await parts.catalogue.close()
}

/** @param isWhole whether nothing is being told to it: else it ends in the middle, and is told the rest again */
async function closeIndex({ index }: LibraryParts, isWhole: boolean): Promise<void> {
  if (index.ok) await (isWhole ? index.value.close() : index.value.abandon())
}

function articleCalls(
  { root, catalogue, listing }: LibraryParts,
  { opening, splitting, correcting, offers, readingAs }: LibraryFeatures,
  { work }: LibraryDeps,
  search: Pick<LibrarySearch, 'opened'>,
): ArticleCalls {
  return createArticleCalls({
    open: opening.open,
    opened: search.opened,
    picture: (id, picture) => readPicture(root, work, catalogue, id, picture),
    splitting,
    listedOf: (file) =>
      listing
        .ofFile(file)
        .changed.filter(({ state }) => state !== 'missing')
        .map(({ id }) => id),
    correcting,
    offers,
    readingAs,
  })
}

const annotationCalls = (
  { ledger, queue, refusal }: LibraryParts,
  { annotating, opening, telling }: LibraryFeatures,
): AnnotationCalls =>
  createAnnotationCalls({
    annotating,
    resolved: telling.annotations.resolved,
    async restore(id) {
      const refused = refusal()
      if (refused) return fail(refused)
      const restored = await ledger.restore(id)
      if (!restored.ok) return restored
      await queue.run(() => telling.refresh())
      telling.annotations.whole(id)
      return opening.open(id)
    },
  })

type ExchangeCalls = Omit<
  ExchangeLibrary,
  keyof (AcrossCalls & ArticleCalls & FeatureCalls) | 'whenRead'
>

const exchangeCalls = (parts: LibraryParts, features: LibraryFeatures): ExchangeCalls => ({
  info: features.telling.info,
  articles: parts.listing.articles,
  identities: parts.listing.identities,
  askParts: (id) => parts.catalogue.askParts(id),
  annotations: parts.annotationsOf,
  finderIn: parts.reading.finderIn,
  corrections: parts.correctionsOf,
  ledger: parts.ledger,
  add: (label, incoming, brought) => bringIn(parts, features, label, incoming, brought),
})
