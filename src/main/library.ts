// One open library: its files, its records, lock and history, and the features over them, tied together.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CallResult, HistoryState, ParsedArg, TagCount } from '../shared/calls.ts'
import { readingKind } from '../shared/kinds/reading.ts'
import { storyKind } from '../shared/kinds/story.ts'
import type { Annotation, ResolvedAnnotation } from '../shared/model/annotation.ts'
import type { Correction } from '../shared/model/correction.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../shared/model/library.ts'
import type { CorrectionOffer } from '../shared/model/reading.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { AcrossCalls } from './across.ts'
import { type BroughtIn, bringIn } from './assembly/bring-in.ts'
import { firstLook, mostPatience } from './assembly/first-look.ts'
import type { LibraryDeps } from './assembly/library-deps.ts'
import { createFeatures, type LibraryFeatures } from './assembly/library-features.ts'
import { type LibraryParts, openParts } from './assembly/library-parts.ts'
import type { Ledger } from './core/records/ledger.ts'
import { shownRecords } from './core/records/shown.ts'
import { notAFolder, openingStopped } from './core/refusals.ts'
import type { Identity } from './core/shelf/listing.ts'
import { rowOf } from './core/shelf/rows.ts'
import { writeAgain } from './core/write-again.ts'
import { attempt, errorFor } from './errors.ts'
import { createWays, type Ways, type WaysIn } from './features/adding/ways.ts'
import { countTags } from './features/annotations/tags.ts'
import { readPicture } from './features/articles/picture.ts'
import type { Incoming } from './features/exchange/incoming.ts'
import { withFewRows } from './features/listing/few-rows.ts'
import {
  createListCalls,
  createListTelling,
  type ListCalls,
  type ListTelling,
} from './features/listing/list-calls.ts'
import { createMemoryRows, type ListIndex } from './features/listing/memory-rows.ts'
import { createLibrarySearch, type LibrarySearch, unreadIn } from './features/search/following.ts'
import type { SearchCalls } from './features/search/searching.ts'
import type { KeptSearches } from './features/searches/kept-searches.ts'
import type { Tags } from './features/tags/tags.ts'
import { sweepStore } from './store/sweep.ts'
import type { PictureBytes } from './work/file-work.ts'

export type { LibraryDeps } from './assembly/library-deps.ts'

export interface Library extends WaysIn, AcrossCalls, SearchCalls, ListCalls {
  readonly path: string
  info(): LibraryInfo
  /** In the order of their paths. */
  articles(): ArticleSummary[]
  /** Who the articles are, for matching what comes from elsewhere. Complete once all are read. */
  identities(): Identity[]
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
  /** Resolves when every file has been read. */
  whenRead(): Promise<void>
  open(id: string): Promise<Result<OpenArticle>>
  create(draft: ParsedArg<'annotations-create'>): Promise<Result<ResolvedAnnotation>>
  /** All of them, or none: as one step of undo. */
  createMany(
    drafts: readonly ParsedArg<'annotations-create'>[],
  ): Promise<Result<Record<never, never>>>
  update(arg: ParsedArg<'annotations-update'>): Promise<Result<Annotation[]>>
  settle(arg: ParsedArg<'annotations-settle'>): Promise<Result<Annotation>>
  remove(arg: ParsedArg<'annotations-delete'>): Promise<Result<Record<never, never>>>
  restore(id: string): Promise<Result<OpenArticle>>
  /** One of an article's pictures, by its place in `OpenArticle.pictures`. */
  picture(id: string, picture: number): Promise<Result<PictureBytes>>
  /** Shows the articles in a file as one each, or the file as one; gives what stands for it now. */
  split(id: string, split: boolean): Promise<Result<CallResult<'article-split'>>>
  /** Finds out which articles a file holds, for matching what comes from elsewhere. */
  askParts(id: string): Promise<Result<unknown>>
  /** As the reader made them, wherever they stand now. */
  annotations(id: string): readonly Annotation[]
  /** The reader's own word on an article, also what was taken back. */
  corrections(id: string): readonly Correction[]
  correct(arg: ParsedArg<'article-correct'>): Promise<Result<OpenArticle>>
  /** Corrections of this article that would suit others of its outlet. */
  offers(id: string): CorrectionOffer[]
  applyOffer(arg: ParsedArg<'corrections-apply'>): Promise<Result<{ changed: string[] }>>
  /** All records as they are now. */
  readonly ledger: Pick<Ledger, 'all' | 'get' | 'entry'>
  /** Adds what was made elsewhere as one step that can be undone. */
  add(label: string, incoming: readonly Incoming[], brought?: BroughtIn): Promise<Result<void>>
  /** Records of a kind that windows show. Fails with `bad-argument` for one that they do not. */
  recordsGet(arg: ParsedArg<'records-get'>): Result<CallResult<'records-get'>>
  setReading(arg: ParsedArg<'reading-set'>): Promise<Result<CallResult<'reading-set'>>>
  readonly keptSearches: KeptSearches
  saveTag: Tags['save']
  undo(): Promise<Result<HistoryState>>
  redo(): Promise<Result<HistoryState>>
  history(): HistoryState
  /** By name. */
  tags(): TagCount[]
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
  const root = resolve(folder)
  const found = await attempt(root, 'opened', () => stat(root))
  if (!found.ok) return found
  if (!found.value.isDirectory()) return fail(notAFolder(root))
  const parts = await openParts(root, deps)
  const { access, ledger, catalogue } = parts
  const features = createFeatures(parts, deps, search)
  parts.heard.wereRead = (ids, done, total) => {
    features.telling.files(ids)
    if (total > 0) deps.emit('library-progress', { done, total })
  }
  parts.heard.indexLost = (notice) => {
    deps.emit('notice', notice)
    parts.memory.lost()
    search.lost()
    void catalogue.saveFiles()
  }
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
      pending: deps.search ? search.pending : () => ({ unread: unreadIn(parts), settling: false }),
    }),
    ...articleCalls(parts, features, deps),
    ...recordCalls(parts, features),
    async open(id) {
      const opened = await features.opening.open(id)
      search.opened(id)
      return opened
    },
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
      await closeParts(parts, features, ways)
      await closeIndex(parts, isWhole)
      await access.close()
    },
  })
}

function waysInto(
  parts: LibraryParts,
  { telling }: LibraryFeatures,
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
    row: (entry) => rowOf(entry, records.get(entry.id)),
    problems: () => telling.info().problems,
    changed: (changed) => telling.rows(changed),
    look: () => queue.run(() => telling.refresh(false)),
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

function watchAccess(parts: LibraryParts, { telling }: LibraryFeatures, deps: LibraryDeps): void {
  const { access, texts, queue, ledger, places } = parts
  access.watch({
    removed: texts.forget,
    writeAgain: () => queue.run(() => writeAgain(ledger, places)),
    gained() {
      void queue.run(async () => {
        await sweepStore(places)
        await telling.refresh()
        deps.gained?.()
      })
    },
    tell: (error) => deps.emit('notice', error),
  })
}

async function closeParts(parts: LibraryParts, features: LibraryFeatures, ways: Ways) {
  features.across.endComparing()
  parts.catalogue.abandon()
  await ways.close()
  await parts.access.settled()
  await parts.queue.idle()
  await features.tags.idle()
  await parts.ledger.close()
  await parts.catalogue.close()
}

/** @param isWhole whether nothing is being told to it: else it ends in the middle, and is told the rest again */
async function closeIndex({ index }: LibraryParts, isWhole: boolean): Promise<void> {
  if (index.ok) await (isWhole ? index.value.close() : index.value.abandon())
}

type ArticleCalls = Pick<
  Library,
  | 'info'
  | 'articles'
  | 'identities'
  | 'open'
  | 'restore'
  | 'picture'
  | 'split'
  | 'askParts'
  | 'correct'
  | 'offers'
  | 'applyOffer'
>

function articleCalls(
  parts: LibraryParts,
  { opening, telling, splitting, correcting, offers }: LibraryFeatures,
  deps: LibraryDeps,
): ArticleCalls {
  const { root, catalogue, listing, ledger, queue } = parts
  return {
    info: telling.info,
    articles: listing.articles,
    identities: listing.identities,
    open: opening.open,
    async restore(id) {
      const refused = parts.refusal()
      if (refused) return fail(refused)
      const restored = await ledger.restore(id)
      if (!restored.ok) return restored
      await queue.run(() => telling.refresh())
      telling.annotations.whole(id)
      return opening.open(id)
    },
    picture: (id, picture) => readPicture(root, deps.work, catalogue, id, picture),
    async split(id, split) {
      const done = await splitting.split(id, split)
      if (!done.ok) return done
      const { changed } = listing.ofFile(splitting.fileOf(id) ?? id)
      const there = changed.filter(({ state }) => state !== 'missing')
      return ok({ articles: there.map((row) => row.id) })
    },
    askParts: (id) => catalogue.askParts(id),
    async correct(arg) {
      const done = await correcting.correct(arg)
      return done.ok ? opening.open(arg.article) : done
    },
    offers: offers.of,
    async applyOffer({ article, offer, articles: chosen }) {
      const done = await offers.apply(article, offer, chosen)
      return done.ok ? ok({ changed: done.value }) : done
    },
  }
}

type RecordCalls = Pick<
  Library,
  | 'create'
  | 'createMany'
  | 'update'
  | 'settle'
  | 'remove'
  | 'annotations'
  | 'corrections'
  | 'ledger'
  | 'recordsGet'
  | 'setReading'
  | 'keptSearches'
  | 'saveTag'
  | 'add'
  | 'undo'
  | 'redo'
  | 'history'
  | 'tags'
>

function recordCalls(parts: LibraryParts, features: LibraryFeatures): RecordCalls {
  const { annotating, changing, telling } = features
  return {
    async create(draft) {
      const created = await annotating.create(draft)
      if (!created.ok) return created
      const mine = await telling.annotations.resolved(draft.article, created.value.id)
      if (!mine) throw new Error('a new annotation is not among those of its article')
      return ok(mine)
    },
    createMany: annotating.createMany,
    update: ({ article, ids, patch }) => annotating.update(article, ids, patch),
    settle: annotating.settle,
    async remove({ article, ids }) {
      const removed = await annotating.remove(article, ids)
      return removed.ok ? ok({}) : removed
    },
    annotations: parts.annotationsOf,
    corrections: parts.correctionsOf,
    ledger: parts.ledger,
    recordsGet: (arg) => shownRecords(parts.ledger, arg),
    setReading: features.reading.set,
    keptSearches: features.keptSearches,
    saveTag: features.tags.save,
    add: (label, incoming, brought) => bringIn(parts, features, label, incoming, brought),
    undo: changing.undo,
    redo: changing.redo,
    history: changing.history,
    tags: () => countTags([...parts.records.all()].flatMap(({ annotations }) => annotations)),
  }
}
