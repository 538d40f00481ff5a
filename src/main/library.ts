// One open library: catalogue, annotation files, lock and history tied together. Every change passes
// through one queue.
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { HistoryState, ParsedArg, TagCount } from '../shared/calls.ts'
import type { AppError } from '../shared/errors.ts'
import type { Brought } from '../shared/import/across-json.ts'
import type { Annotation, ResolvedAnnotation } from '../shared/model/annotation.ts'
import { metaOf } from '../shared/model/article.ts'
import type { Correction } from '../shared/model/correction.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../shared/model/library.ts'
import type { CorrectionOffer } from '../shared/model/reading.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { type AcrossCalls, createAcross } from './across.ts'
import type { ArticleChange } from './core/change-sets.ts'
import { createChanging } from './core/changing.ts'
import { openRecords } from './core/records.ts'
import { lockLost, lookingOn, notAFolder } from './core/refusals.ts'
import { versioned } from './core/shelf/article-version.ts'
import { sameFields } from './core/shelf/cache.ts'
import { openCatalogue } from './core/shelf/catalogue.ts'
import { knownParts, otherArticles } from './core/shelf/kept.ts'
import { createListing, type Identity } from './core/shelf/listing.ts'
import { markedBlocks } from './core/shelf/marked-blocks.ts'
import { createReading, goneWarning } from './core/shelf/reading.ts'
import { fileGone, missingRow, rowOf } from './core/shelf/rows.ts'
import type { Emit } from './core/stream.ts'
import { createTelling } from './core/telling.ts'
import { attempt } from './errors.ts'
import { createWays, sweepIncoming, type WaysIn } from './features/adding/ways.ts'
import { createAnnotating } from './features/annotations/annotating.ts'
import { countTags } from './features/annotations/tags.ts'
import { createCorrecting } from './features/articles/correcting.ts'
import { createOffers } from './features/articles/offers.ts'
import { readPicture } from './features/articles/picture.ts'
import { createSplitting } from './features/articles/splitting.ts'
import { type Incoming, importChanges, renamedIn } from './features/exchange/incoming.ts'
import { sweepTemps } from './store/atomic-file.ts'
import { storeFolder } from './store/folder.ts'
import { type Lock, takeLock } from './store/lock.ts'
import type { Disk } from './store/new-file.ts'
import { createQueue } from './store/queue.ts'
import { openSplits } from './store/splits.ts'
import { openTexts } from './store/texts.ts'
import type { PictureBytes, Work } from './work/work.ts'

export interface LibraryDeps {
  readonly work: Work
  readonly now: () => Date
  readonly emit: Emit
  /** `read` takes no lock and writes nothing: for looking on from the command line. */
  readonly mode: 'write' | 'read'
  readonly sample: boolean
  /** Notice what other programs do to the folder. */
  readonly watch?: boolean
  /** Where added files go another way than to the disk as it is: for tests of other disks. */
  readonly disk?: Disk
}

export type { Identity } from './core/shelf/listing.ts'
export type { Incoming } from './features/exchange/incoming.ts'

export interface Library extends WaysIn, AcrossCalls {
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
  remove(arg: ParsedArg<'annotations-delete'>): Promise<Result<Record<never, never>>>
  restore(id: string): Promise<Result<OpenArticle>>
  /** One of an article's pictures, by its place in `OpenArticle.pictures`. */
  picture(id: string, picture: number): Promise<Result<PictureBytes>>
  /** Shows the articles in a file as one each, or the file as one; gives all rows. */
  split(id: string, split: boolean): Promise<Result<ArticleSummary[]>>
  /** Finds out which articles a file holds, for matching what comes from elsewhere. */
  askParts(id: string): Promise<Result<unknown>>
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
export async function openLibrary(folder: string, deps: LibraryDeps): Promise<Result<Library>> {
  const root = resolve(folder)
  const found = await attempt(root, 'opened', () => stat(root))
  if (!found.ok) return found
  if (!found.value.isDirectory()) return fail(notAFolder(root))

  const places = storeFolder(root)
  let lock: Lock | null = null
  let readOnly: AppError | null = deps.mode === 'read' ? lookingOn() : null
  if (deps.mode === 'write') {
    const taken = await takeLock(places.lock)
    if (taken.ok) lock = taken.value
    else readOnly = taken.error
  }
  if (lock)
    await Promise.all([
      ...[places.root, places.annotations, places.texts, places.backups].map(sweepTemps),
      sweepIncoming(places.incoming),
    ])

  const records = await openRecords(places)
  const texts = openTexts(places.texts)
  const reading = createReading(root, deps.work, texts)
  const queue = createQueue()
  const splits = await openSplits(places)
  const annotationsOf = (id: string): readonly Annotation[] => records.get(id)?.annotations ?? []
  const correctionsOf = (id: string): readonly Correction[] => records.get(id)?.corrections ?? []

  const across = await createAcross({
    ...{ places, records, queue, reading, now: deps.now, emit: deps.emit },
    ...{ comparer: deps.work.comparer, catalogue: () => catalogue },
    readable: () => listing.readable(),
    problemsChanged: () => deps.emit('library-changed', { info: info(), changed: [], removed: [] }),
    refusal: () => refusal(),
    open: (id) => open(id),
    perform: (label, changes) => changing.perform(label, changes),
  })

  const catalogue = await openCatalogue({
    root,
    cachePath: places.cache,
    reading,
    annotated: () =>
      [...records.all()]
        .filter(({ annotations, article }) => annotations.length > 0 && !article.part)
        .map(({ article }) => article),
    others: () => otherArticles(records.all(), splits.all(), across.files()),
    isSplit: splits.isSplit,
    knownParts: (file) => knownParts(records.all(), file),
    mayWrite: () => readOnly === null,
    wereRead(ids, done, total) {
      tellFiles(ids)
      if (total > 0) deps.emit('library-progress', { done, total })
    },
  })

  const listing = createListing(catalogue, records, splits)
  const { articles } = listing

  /** Tells what some files stand for now. */
  const tellFiles = (ids: readonly string[]): void => {
    const told = ids.map(listing.ofFile)
    const changed = told.flatMap((each) => each.changed)
    const removed = told.flatMap((each) => each.removed)
    deps.emit('library-changed', { info: info(), changed, removed })
  }

  const refusal = (): AppError | null => {
    if (!readOnly && lock && !lock.isHeld()) readOnly = lockLost(places.lock)
    return readOnly
  }

  const info = (): LibraryInfo => ({
    path: root,
    name: basename(root) || root,
    readOnly,
    sample: deps.sample,
    problems: [
      ...[...records.problems(), ...splits.problems(), ...across.problems()],
      ...catalogue.shelf.problems,
    ],
  })

  /** @param asked by the user; otherwise what is as it was is not told, and reading that was stopped stays so */
  const refresh = async (asked = true): Promise<ArticleSummary[]> => {
    const before = new Map(articles().map((row) => [row.id, row]))
    const brought = await records.look()
    await splits.look()
    await across.look()
    await catalogue.refresh(asked)
    const after = articles()
    const ids = new Set(after.map(({ id }) => id))
    const changed = after.filter((row) => !sameFields(row, before.get(row.id)))
    const removed = [...before.keys()].filter((id) => !ids.has(id))
    if (asked || changed.length > 0 || removed.length > 0)
      deps.emit('library-changed', { info: info(), changed, removed })
    for (const article of brought) await telling.whole(article)
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
    return ok(versioned(opened))
  }

  const telling = createTelling({ records, reading, recall, open, emit: deps.emit })

  const tellChanges = async (article: string, changes: readonly ArticleChange[]): Promise<void> => {
    const row = listing.row(article)
    if (row && changes.some(({ kind }) => kind === 'correction'))
      deps.emit('library-changed', { info: info(), changed: [row], removed: [] })
    await telling.changes(article, changes)
  }

  const splitting = createSplitting({
    ...{ catalogue, splits, records, refusal, now: deps.now },
    changed: (file) => tellFiles([file]),
  })

  const changing = createChanging({
    ...{ texts, refusal, recall, now: deps.now, article: current },
    records: { ...records, settle: telling.settle },
    ...{ split: splitting.split, writeStories: across.writeStories },
    ...{ writeVerdicts: across.writeVerdicts, changed: tellChanges },
    historyChanged: (state) => deps.emit('history-changed', state),
  })
  const made = { records, reading, now: deps.now, article: current, perform: changing.perform }
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
    const [mine] = await telling.resolved(draft.article, [created.value])
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
    for (const { article, adoptId } of incoming) {
      if (adoptId === null) continue
      catalogue.rename(article, adoptId)
      const renamed = await splitting.rename(article, adoptId)
      if (!renamed.ok) return renamed
    }
    const kept = await across.rename(renamedIn(incoming))
    if (!kept.ok) return kept
    // What is brought to an article of a file shows there, so the file is split.
    for (const { article, adoptId } of incoming) {
      const place = catalogue.place(adoptId ?? article)
      if (!place || place.part === null || splits.isSplit(place.entry.id)) continue
      const done = await splitting.split(place.id, true)
      if (!done.ok) return done
    }
    const added = await changing.perform(label, [
      ...importChanges(incoming, correctionsOf),
      ...across.incoming(brought),
    ])
    deps.emit('library-changed', {
      info: info(),
      changed: articles(),
      removed: incoming.flatMap(({ article, adoptId }) => (adoptId === null ? [] : [article])),
    })
    await catalogue.saveCache()
    return added.ok ? across.arrange(brought) : added
  }

  const restore = async (id: string): Promise<Result<OpenArticle>> => {
    const refused = refusal()
    if (refused) return fail(refused)
    const restored = await records.restore(id)
    if (!restored.ok) return restored
    await refresh()
    return open(id)
  }

  await catalogue.refresh(true)

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

  return ok({
    path: root,
    info,
    articles,
    identities: listing.identities,
    ...ways.calls,
    ...across.calls,
    refresh: (resume) => queue.run(() => refresh(resume)),
    whenRead: () => catalogue.whenRead(),
    open,
    create: (draft) => queue.run(() => create(draft)),
    createMany: (drafts) => queue.run(() => annotating.createMany(drafts)),
    update: ({ article, ids, patch }) => queue.run(() => annotating.update(article, ids, patch)),
    remove: ({ article, ids }) =>
      queue.run(async () => {
        const removed = await annotating.remove(article, ids)
        return removed.ok ? ok({}) : removed
      }),
    restore: (id) => queue.run(() => restore(id)),
    add: (label, incoming, brought) => queue.run(() => add(label, incoming, brought)),
    picture: (id, picture) => readPicture(root, deps.work, catalogue, id, picture),
    split: (id, split) =>
      queue.run(async () => {
        const file = splitting.fileOf(id)
        const done =
          file === null || splits.isSplit(file) === split
            ? await splitting.split(id, split)
            : await changing.perform(split ? 'Split into articles' : 'Show as one article', [
                { kind: 'split', article: file, before: !split, after: split },
              ])
        return done.ok ? ok(articles()) : done
      }),
    askParts: (id) => catalogue.askParts(id),
    corrections: correctionsOf,
    correct: (arg) =>
      queue.run(async () => {
        const done = await correcting.correct(arg)
        return done.ok ? open(arg.article) : done
      }),
    offers: offers.of,
    applyOffer: ({ article, offer, articles: chosen }) =>
      queue.run(async () => {
        const done = await offers.apply(article, offer, chosen)
        return done.ok ? ok({ changed: done.value }) : done
      }),
    undo: () => queue.run(changing.undo),
    redo: () => queue.run(changing.redo),
    history: changing.history,
    tags: () => countTags([...records.all()].flatMap(({ annotations }) => annotations)),
    async close() {
      across.calls.stopComparing()
      await ways.close()
      await queue.idle()
      await catalogue.close()
      await records.idle()
      await lock?.release()
    },
  })
}
