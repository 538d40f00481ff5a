// One open library: its files, its records, lock and history, and the features over them, tied together.
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { HistoryState, ParsedArg, TagCount } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import type { Brought } from '../shared/import/across-json.ts'
import { annotationKind } from '../shared/kinds/annotation.ts'
import { correctionKind } from '../shared/kinds/correction.ts'
import type { Change } from '../shared/kinds/kind.ts'
import { splitKind } from '../shared/kinds/split.ts'
import type { Annotation, ResolvedAnnotation } from '../shared/model/annotation.ts'
import { metaOf } from '../shared/model/article.ts'
import type { Correction } from '../shared/model/correction.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../shared/model/library.ts'
import type { CorrectionOffer } from '../shared/model/reading.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { type AcrossCalls, createAcross } from './across.ts'
import { createChanging } from './core/changing.ts'
import { articleRecords } from './core/records/article-data.ts'
import { Ledger } from './core/records/ledger.ts'
import { notAFolder, openingStopped } from './core/refusals.ts'
import { versioned } from './core/shelf/article-version.ts'
import { sameFields } from './core/shelf/cache.ts'
import { type Catalogue, openCatalogue } from './core/shelf/catalogue.ts'
import { knownParts, otherArticles } from './core/shelf/kept.ts'
import { filesNamedIn } from './core/shelf/known-files.ts'
import { createListing, type Identity } from './core/shelf/listing.ts'
import { markedBlocks } from './core/shelf/marked-blocks.ts'
import { createReading, goneWarning } from './core/shelf/reading.ts'
import { fileGone, missingRow, rowOf } from './core/shelf/rows.ts'
import type { Emit } from './core/stream.ts'
import { createTelling } from './core/telling.ts'
import { openWriteAccess } from './core/write-access.ts'
import { writeAgain } from './core/write-again.ts'
import { attempt } from './errors.ts'
import { createWays, type WaysIn } from './features/adding/ways.ts'
import { createAnnotating } from './features/annotations/annotating.ts'
import { countTags } from './features/annotations/tags.ts'
import { createCorrecting } from './features/articles/correcting.ts'
import { createOffers } from './features/articles/offers.ts'
import { readPicture } from './features/articles/picture.ts'
import { createSplitting, isSplit } from './features/articles/splitting.ts'
import { type Incoming, importChanges, renamedIn } from './features/exchange/incoming.ts'
import { createLibrarySearch, type SearchOptions } from './features/search/following.ts'
import type { SearchCalls } from './features/search/searching.ts'
import { storeFolder } from './store/folder.ts'
import type { Disk } from './store/new-file.ts'
import { createQueue } from './store/queue.ts'
import { sweepStore } from './store/sweep.ts'
import { openTexts } from './store/texts.ts'
import type { PictureBytes, Work } from './work/work.ts'

export type { SearchOptions } from './features/search/following.ts'

export interface LibraryDeps {
  readonly work: Work
  readonly now: () => Date
  readonly emit: Emit
  /** `read` takes no lock and writes nothing: for looking on from the command line. */
  readonly mode: 'write' | 'read'
  readonly sample: boolean
  /** Names this machine in what is written: lower-case letters and digits. */
  readonly machine?: string
  /** Notice what other programs do to the folder. */
  readonly watch?: boolean
  /** Told who has the library when only time can tell whether that process lives; the opening then waits. */
  readonly waiting?: (held: AppError) => void
  /** The library was opened for reading only, and may be changed from now on. */
  readonly gained?: () => void
  /** Milliseconds between two looks at a lock that another has: for tests. */
  readonly lookEvery?: number | undefined
  /** Where added files go another way than to the disk as it is: for tests of other disks. */
  readonly disk?: Disk
  /** Where the index for search is kept; absent: none is kept, and nothing can be searched. */
  readonly search?: SearchOptions
  /** Ends the opening when it is not wanted any more: it then fails with `stopped`. */
  readonly signal?: AbortSignal
}

export interface Library extends WaysIn, AcrossCalls, SearchCalls {
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
  refresh(resume?: boolean): Promise<ArticleSummary[]>
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
  /** Shows the articles in a file as one each, or the file as one; gives all rows. */
  split(id: string, split: boolean): Promise<Result<ArticleSummary[]>>
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
  /** Adds annotations, corrections, stories and verdicts as one step that can be undone. */
  add(label: string, incoming: readonly Incoming[], brought?: Brought): Promise<Result<void>>
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
  const search = createLibrarySearch(given)
  const deps: LibraryDeps = { ...given, work: search.work, emit: search.emit }
  const root = resolve(folder)
  const found = await attempt(root, 'opened', () => stat(root))
  if (!found.ok) return found
  if (!found.value.isDirectory()) return fail(notAFolder(root))

  const places = storeFolder(root)
  const access = await openWriteAccess(places, deps.mode, {
    waiting: deps.waiting,
    every: deps.lookEvery,
  })
  const { refusal } = access
  if (!refusal()) await sweepStore(places)

  /** Told in the order in which they were made true. */
  const foreign: Change[] = []
  const ledger = await Ledger.open({
    folder: places,
    machine: deps.machine ?? 'here',
    now: deps.now,
    mayWrite: () => refusal() === null,
    onForeign: (changes) => foreign.push(...changes),
    notice: (error) => deps.emit('notice', error),
  })
  const records = articleRecords(ledger)
  const texts = openTexts(places.texts)
  const reading = createReading(root, deps.work, texts)
  /** Looks at the folder, and placing files in it. Saving does not wait for these. */
  const queue = createQueue()
  const isSplitFile = (file: string): boolean => isSplit(ledger, file)
  const annotationsOf = (id: string): readonly Annotation[] => ledger.all(annotationKind, id)
  const annotationOf = (article: string, id: string): Annotation | null =>
    ledger.get(annotationKind, article, id)
  const correctionsOf = (id: string): readonly Correction[] => ledger.all(correctionKind, id)

  const catalogue = await openCatalogue({
    root,
    cachePath: places.cache,
    reading,
    annotated: () =>
      [...records.all()]
        .filter(({ annotations, article }) => annotations.length > 0 && !article.part)
        .map(({ article }) => article),
    others: () => otherArticles(records.all(), ledger.all(splitKind), filesNamedIn(ledger)),
    isSplit: isSplitFile,
    knownParts: (file) => knownParts(records.all(), file),
    mayWrite: () => refusal() === null,
    wereRead(ids, done, total) {
      tellFiles(ids)
      if (total > 0) deps.emit('library-progress', { done, total })
    },
  })

  const listing = createListing(catalogue, records, isSplitFile)
  const { articles } = listing

  /** Tells what some files stand for now. */
  const tellFiles = (ids: readonly string[]): void => {
    const told = ids.map(listing.ofFile)
    const changed = told.flatMap((each) => each.changed)
    const removed = told.flatMap((each) => each.removed)
    deps.emit('library-changed', { info: info(), changed, removed })
  }

  let problemsTold = ''
  const info = (): LibraryInfo => {
    const problems = [...ledger.problems(), ...catalogue.shelf.problems]
    problemsTold = JSON.stringify(problems)
    return {
      path: root,
      name: basename(root) || root,
      readOnly: refusal(),
      sample: deps.sample,
      problems,
    }
  }

  /** There may be another thing wrong with the library now, or one less. */
  const tellProblems = (): void => {
    const before = problemsTold
    const now = info()
    if (problemsTold !== before)
      deps.emit('library-changed', { info: now, changed: [], removed: [] })
  }

  /** @param asked by the user; otherwise what is as it was is not told, and reading that was stopped stays so */
  const refresh = async (asked = true): Promise<ArticleSummary[]> => {
    const before = new Map(articles().map((row) => [row.id, row]))
    await ledger.look()
    await catalogue.refresh(asked)
    const after = articles()
    const ids = new Set(after.map(({ id }) => id))
    const changed = after.filter((row) => !sameFields(row, before.get(row.id)))
    const removed = [...before.keys()].filter((id) => !ids.has(id))
    if (asked || changed.length > 0 || removed.length > 0)
      deps.emit('library-changed', { info: info(), changed, removed })
    await tell(foreign.splice(0))
    return after
  }

  /** The article in its file as it is now. */
  const current: typeof catalogue.current = async (id) => {
    const hidden = listing.hidden(id)
    return hidden ? fail(hidden) : catalogue.current(id)
  }
  const recall: typeof catalogue.recall = (id) => (listing.hidden(id) ? null : catalogue.recall(id))

  const open = async (id: string): Promise<Result<OpenArticle>> => {
    const record = records.get(id)?.article
    // An article of a file that was not split has nothing to lose, and is shown as it is.
    const read = await (record ? current(id) : catalogue.current(id))
    // Without its file, an annotated article is still shown, from the text that was kept.
    const parsed = read.ok ? read.value.parsed : record ? await reading.readKept(record) : null
    if (!parsed) return read.ok ? fail(fileGone(id)) : read
    const data = records.get(id)
    const row = read.ok || !data ? listing.row(id) : missingRow(data, read.error)
    if (!row) return fail(fileGone(id))
    const { text, textHash, spans, pictures } = parsed
    const opened = {
      ...row,
      ...{ text, textHash, spans, pictures },
      blocks: markedBlocks(parsed, correctionsOf(id), reading.locate),
      said: metaOf(parsed),
      problem: read.ok ? null : read.error,
      warnings: read.ok ? parsed.warnings : [goneWarning(row.path)],
      resolved: reading.resolve(parsed, annotationsOf(id)),
      frozen: refusal() ?? records.frozen(id),
    }
    search.opened(id)
    return ok(versioned(opened))
  }

  const telling = createTelling({
    annotations: annotationsOf,
    reading,
    recall,
    open,
    emit: deps.emit,
  })

  const tell = async (changes: readonly Change[]): Promise<void> => {
    const of = (kind: Change['kind']): Set<string> =>
      new Set(changes.flatMap((each) => (each.kind === kind ? (each.article ?? []) : [])))
    const corrected = [...of(correctionKind)].flatMap((id) => listing.row(id) ?? [])
    if (corrected.length > 0)
      deps.emit('library-changed', { info: info(), changed: corrected, removed: [] })
    search.changes(changes)
    await telling.changes(changes)
    for (const { kind, key } of changes) if (kind === splitKind) await showSplit(key)
    across.changed(changes)
    tellProblems()
  }

  /** A file stands for other rows now: which articles it holds has to be known for that. */
  const showSplit = async (file: string): Promise<void> => {
    if (isSplitFile(file)) await catalogue.askParts(file)
    tellFiles([file])
    await catalogue.saveCache()
  }

  const changing = createChanging({
    ledger,
    texts,
    refusal,
    recall: catalogue.recall,
    now: deps.now,
    article: catalogue.current,
    async changed(changes) {
      await tell([...foreign.splice(0), ...changes])
    },
    historyChanged: (state) => deps.emit('history-changed', state),
  })
  const { perform, keep } = changing
  const splitting = createSplitting({ catalogue, ledger, now: deps.now, perform })
  const across = createAcross({
    ledger,
    records,
    catalogue,
    reading,
    refusal,
    open,
    perform,
    keep,
    now: deps.now,
    emit: deps.emit,
    comparer: deps.work.comparer,
    readable: () => listing.readable(),
  })
  const made = { ledger, reading, now: deps.now, article: current, perform }
  const annotating = createAnnotating(made)
  const correcting = createCorrecting(made)
  const offers = createOffers({
    ...made,
    ...{ correcting, readable: listing.readable, corrections: correctionsOf },
  })
  const create = async (
    draft: ParsedArg<'annotations-create'>,
  ): Promise<Result<ResolvedAnnotation>> => {
    const created = await annotating.create(draft)
    if (!created.ok) return created
    const mine = await telling.resolved(draft.article, created.value.id)
    if (!mine) throw new Error('a new annotation is not among those of its article')
    return ok(mine)
  }

  const add = async (
    label: string,
    incoming: readonly Incoming[],
    brought: Brought = { stories: [], verdicts: [] },
  ): Promise<Result<void>> => {
    const refused = refusal()
    if (refused) return fail(refused)
    const renamed = renamedIn(incoming)
    for (const [before, after] of renamed) catalogue.rename(before, after)
    // What is brought to an article of a file shows there, so the file is split.
    const inParts = incoming
      .map(({ article, adoptId }) => catalogue.place(adoptId ?? article))
      .flatMap((place) => (place && place.part !== null ? [place.id] : []))
    const added = await perform(
      label,
      [...importChanges(incoming, correctionsOf, annotationOf), ...across.incoming(brought)],
      [
        ...changing.rename(renamed),
        ...[...renamed].flatMap(([before, after]) => splitting.rename(before, after)),
        ...(await splitting.changesFor(inParts)),
        ...across.arrangements(brought),
      ],
    )
    if (!added.ok) for (const [before, after] of renamed) catalogue.rename(after, before)
    deps.emit('library-changed', {
      info: info(),
      changed: articles(),
      removed: added.ok ? [...renamed.keys()] : [],
    })
    await catalogue.saveCache()
    return added
  }

  const restore = async (id: string): Promise<Result<OpenArticle>> => {
    const refused = refusal()
    if (refused) return fail(refused)
    const restored = await ledger.restore(id)
    if (!restored.ok) return restored
    await queue.run(() => refresh())
    await telling.whole(id)
    return open(id)
  }

  if (!(await firstLook(catalogue, deps.signal))) {
    await Promise.all([ledger.close(), catalogue.close()])
    await access.close()
    return fail(openingStopped(root))
  }
  await tell(foreign.splice(0))

  const ways = createWays({
    ...{ root, places, catalogue, queue, refusal, articles, reading },
    isShownSplit: listing.isShownSplit,
    ...{ work: deps.work, now: deps.now, watch: deps.watch === true, disk: deps.disk },
    row: (entry) => rowOf(entry, records.get(entry.id)),
    problems: () => info().problems,
    changed: (changed) => deps.emit('library-changed', { info: info(), changed, removed: [] }),
    look: () => queue.run(() => refresh(false)),
    notice: (error) => deps.emit('notice', error),
  })

  search.begin(root, { list: { catalogue, listing, records }, ledger, reading })

  access.watch({
    removed: texts.forget,
    writeAgain: () => queue.run(() => writeAgain(ledger, places)),
    gained() {
      void queue.run(async () => {
        await sweepStore(places)
        await refresh()
        deps.gained?.()
      })
    },
    tell: (error) => deps.emit('notice', error),
  })

  return ok({
    path: root,
    info,
    articles,
    identities: listing.identities,
    ...ways.calls,
    ...across.calls,
    ...search.calls,
    refresh: (resume) => queue.run(() => refresh(resume)),
    whenRead: () => catalogue.whenRead(),
    open,
    create,
    createMany: annotating.createMany,
    update: ({ article, ids, patch }) => annotating.update(article, ids, patch),
    settle: annotating.settle,
    async remove({ article, ids }) {
      const removed = await annotating.remove(article, ids)
      return removed.ok ? ok({}) : removed
    },
    restore,
    add,
    picture: (id, picture) => readPicture(root, deps.work, catalogue, id, picture),
    async split(id, split) {
      const done = await splitting.split(id, split)
      return done.ok ? ok(articles()) : done
    },
    askParts: (id) => catalogue.askParts(id),
    annotations: annotationsOf,
    corrections: correctionsOf,
    async correct(arg) {
      const done = await correcting.correct(arg)
      return done.ok ? open(arg.article) : done
    },
    offers: offers.of,
    async applyOffer({ article, offer, articles: chosen }) {
      const done = await offers.apply(article, offer, chosen)
      return done.ok ? ok({ changed: done.value }) : done
    },
    undo: changing.undo,
    redo: changing.redo,
    history: changing.history,
    tags: () => countTags([...records.all()].flatMap(({ annotations }) => annotations)),
    async close() {
      across.endComparing()
      catalogue.abandon()
      await search.close()
      await ways.close()
      await access.settled()
      await queue.idle()
      await ledger.close()
      await catalogue.close()
      await access.close()
    },
  })
}

/** Looks at the folder for the first time. @returns false when that was not wanted any more */
async function firstLook(catalogue: Catalogue, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) catalogue.abandon()
  signal?.addEventListener('abort', catalogue.abandon)
  await catalogue.refresh(true)
  signal?.removeEventListener('abort', catalogue.abandon)
  return signal?.aborted !== true
}
