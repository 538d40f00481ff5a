// One open library: catalogue, annotation files, lock and history tied together. Every change passes
// through one queue.
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { EventName } from '../../shared/call-names.ts'
import type { EventData, HistoryState, ParsedArg, TagCount } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Annotation, ResolvedAnnotation } from '../../shared/model/annotation.ts'
import { metaOf } from '../../shared/model/article.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../../shared/model/library.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { inPathOrder } from '../../shared/text/path-order.ts'
import { attempt } from '../errors.ts'
import { sweepTemps } from '../store/atomic-file.ts'
import { storeFolder } from '../store/folder.ts'
import { type Lock, takeLock } from '../store/lock.ts'
import { createQueue } from '../store/queue.ts'
import { openTexts } from '../store/texts.ts'
import type { Work } from '../work/work.ts'
import { createAnnotating } from './annotating.ts'
import { openCatalogue } from './catalogue.ts'
import { createReading, goneWarning } from './reading.ts'
import { openRecords } from './records.ts'
import { fileGone, missingRow, rowOf } from './rows.ts'
import { createWays, sweepIncoming, type WaysIn } from './ways.ts'

export interface LibraryDeps {
  readonly work: Work
  readonly now: () => Date
  readonly emit: <E extends EventName>(event: E, data: EventData<E>) => void
  /** `read` takes no lock and writes nothing: for looking on from the command line. */
  readonly mode: 'write' | 'read'
  readonly sample: boolean
  /** Notice what other programs do to the folder. */
  readonly watch?: boolean
}

/** Annotations made elsewhere, for one article; `adoptId` is the id it had there. */
export interface Incoming {
  readonly article: string
  readonly adoptId: string | null
  readonly annotations: readonly Annotation[]
}

/** How an article can be known again, and which annotations it has. */
export interface Identity {
  readonly id: string
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  readonly annotationIds: ReadonlySet<string>
}

export interface Library extends WaysIn {
  readonly path: string
  info(): LibraryInfo
  /** In the order of their paths. */
  articles(): ArticleSummary[]
  /** Who the articles are, for matching what comes from elsewhere. Complete once all are read. */
  identities(): Identity[]
  /** Looks at the folder again. Resolves when it is known which files there are. */
  refresh(): Promise<ArticleSummary[]>
  /** Resolves when every file has been read. */
  whenRead(): Promise<void>
  open(id: string): Promise<Result<OpenArticle>>
  create(draft: ParsedArg<'annotations-create'>): Promise<Result<ResolvedAnnotation>>
  update(arg: ParsedArg<'annotations-update'>): Promise<Result<Annotation[]>>
  remove(arg: ParsedArg<'annotations-delete'>): Promise<Result<Record<never, never>>>
  restore(id: string): Promise<Result<OpenArticle>>
  /** Adds annotations as one step that can be undone. */
  add(label: string, incoming: readonly Incoming[]): Promise<Result<void>>
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
  const annotationsOf = (id: string): readonly Annotation[] => records.get(id)?.annotations ?? []

  const catalogue = await openCatalogue({
    root,
    cachePath: places.cache,
    reading,
    annotated: () =>
      [...records.all()].filter((data) => data.annotations.length > 0).map((data) => data.article),
    mayWrite: () => readOnly === null,
    wereRead(ids, done, total) {
      const changed = ids.flatMap((id) => {
        const entry = catalogue.shelf.entries.get(id)
        return entry ? [rowOf(entry, annotationsOf(id))] : []
      })
      deps.emit('library-changed', { info: info(), changed, removed: [] })
      if (total > 0) deps.emit('library-progress', { done, total })
    },
  })

  const refusal = (): AppError | null => {
    if (!readOnly && lock && !lock.isHeld()) readOnly = lockLost(places.lock)
    return readOnly
  }

  const info = (): LibraryInfo => ({
    path: root,
    name: basename(root) || root,
    readOnly,
    sample: deps.sample,
    problems: [...records.problems(), ...catalogue.shelf.problems],
  })

  const articles = (): ArticleSummary[] =>
    [
      ...[...catalogue.shelf.entries.values()].map((entry) =>
        rowOf(entry, annotationsOf(entry.id)),
      ),
      ...[...catalogue.shelf.missing.values()].map((gone) =>
        missingRow(gone, annotationsOf(gone.id)),
      ),
    ].sort(inPathOrder)

  /** @param asked by the user; otherwise what is as it was is not told, and reading that was stopped stays so */
  const refresh = async (asked = true): Promise<ArticleSummary[]> => {
    const before = new Map(articles().map((row) => [row.id, JSON.stringify(row)]))
    const brought = await records.look()
    await catalogue.refresh(asked)
    const after = articles()
    const ids = new Set(after.map(({ id }) => id))
    const changed = after.filter((row) => before.get(row.id) !== JSON.stringify(row))
    const removed = [...before.keys()].filter((id) => !ids.has(id))
    if (asked || changed.length > 0 || removed.length > 0)
      deps.emit('library-changed', { info: info(), changed, removed })
    for (const article of brought)
      deps.emit('annotations-changed', { article, resolved: await resolvedNow(article) })
    return after
  }

  const open = async (id: string): Promise<Result<OpenArticle>> => {
    const read = await catalogue.current(id)
    const entry = catalogue.shelf.entries.get(id)
    const record = records.get(id)?.article
    // Without its file, an annotated article is still shown, from the text that was kept.
    const parsed = read.ok ? read.value.parsed : record ? await reading.readKept(record) : null
    if (!parsed) return read.ok ? fail(fileGone(id)) : read
    const row =
      read.ok && entry
        ? rowOf(entry, annotationsOf(id))
        : record && missingRow(record, annotationsOf(id))
    if (!row) return fail(fileGone(id))
    const { text, textHash, blocks, spans, pictures } = parsed
    return ok({
      ...row,
      ...{ text, textHash, blocks, spans, pictures },
      said: metaOf(parsed),
      problem: read.ok ? null : read.error,
      warnings: read.ok ? parsed.warnings : [goneWarning(row.path)],
      resolved: reading.resolve(parsed, annotationsOf(id)),
      frozen: refusal() ?? records.frozen(id),
    })
  }

  const resolvedNow = async (id: string): Promise<ResolvedAnnotation[]> => {
    const known = catalogue.recall(id)
    if (known) return reading.resolve(known.parsed, annotationsOf(id))
    const opened = await open(id)
    return opened.ok ? opened.value.resolved : []
  }

  const annotating = createAnnotating({
    records,
    texts,
    now: deps.now,
    refusal,
    article: catalogue.current,
    recall: catalogue.recall,
    changed: async (article) =>
      deps.emit('annotations-changed', { article, resolved: await resolvedNow(article) }),
    historyChanged: (state) => deps.emit('history-changed', state),
  })

  const create = async (
    draft: ParsedArg<'annotations-create'>,
  ): Promise<Result<ResolvedAnnotation>> => {
    const created = await annotating.create(draft)
    if (!created.ok) return created
    const all = await resolvedNow(draft.article)
    const mine = all.find(({ annotation }) => annotation.id === created.value.id)
    if (!mine) throw new Error('a new annotation is not among those of its article')
    return ok(mine)
  }

  const add = async (label: string, incoming: readonly Incoming[]): Promise<Result<void>> => {
    const refused = refusal()
    if (refused) return fail(refused)
    for (const { article, adoptId } of incoming)
      if (adoptId !== null) catalogue.rename(article, adoptId)
    const added = await annotating.add(
      label,
      incoming.map(({ article, adoptId, annotations }) => ({
        article: adoptId ?? article,
        annotations,
      })),
    )
    deps.emit('library-changed', {
      info: info(),
      changed: articles(),
      removed: incoming.flatMap(({ article, adoptId }) => (adoptId === null ? [] : [article])),
    })
    await catalogue.saveCache()
    return added
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
    ...{ root, places, catalogue, queue, refusal, articles },
    ...{ work: deps.work, now: deps.now, watch: deps.watch === true },
    row: (entry) => rowOf(entry, annotationsOf(entry.id)),
    problems: () => info().problems,
    changed: (changed) => deps.emit('library-changed', { info: info(), changed, removed: [] }),
    look: () => queue.run(() => refresh(false)),
    notice: (error) => deps.emit('notice', error),
  })

  return ok({
    path: root,
    info,
    articles,
    ...ways.calls,
    identities: () =>
      [
        ...[...catalogue.shelf.entries.values()].map(({ id, path, sha256, read }) => ({
          ...{ id, path, sha256 },
          textHash: read?.textHash ?? '',
        })),
        ...catalogue.shelf.missing.values(),
      ].map(({ id, path, sha256, textHash }) => ({
        ...{ id, path, sha256, textHash },
        annotationIds: new Set(annotationsOf(id).map((annotation) => annotation.id)),
      })),
    refresh: () => queue.run(refresh),
    whenRead: () => catalogue.whenRead(),
    open,
    create: (draft) => queue.run(() => create(draft)),
    update: ({ article, ids, patch }) => queue.run(() => annotating.update(article, ids, patch)),
    remove: ({ article, ids }) =>
      queue.run(async () => {
        const removed = await annotating.remove(article, ids)
        return removed.ok ? ok({}) : removed
      }),
    restore: (id) => queue.run(() => restore(id)),
    add: (label, incoming) => queue.run(() => add(label, incoming)),
    undo: () => queue.run(annotating.undo),
    redo: () => queue.run(annotating.redo),
    history: annotating.history,
    tags: () => countTags([...records.all()].flatMap(({ annotations }) => annotations)),
    async close() {
      await ways.close()
      await queue.idle()
      await catalogue.close()
      await records.idle()
      await lock?.release()
    },
  })
}

function countTags(annotations: readonly Annotation[]): TagCount[] {
  const counts = new Map<string, number>()
  for (const { tags } of annotations)
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

const notAFolder = (path: string): AppError => ({
  code: 'not-a-folder',
  message: `“${basename(path)}” is a file; a library is a folder of article files.`,
  advice: 'Open the folder it is in.',
  path,
})

const lookingOn = (): AppError => ({
  code: 'locked',
  message: 'This library was opened for reading only.',
  advice: 'Open it in the app to change it.',
})

const lockLost = (path: string): AppError => ({
  code: 'locked',
  message:
    'Another Parallax took over this library while this computer slept, so nothing more is saved here.',
  advice: 'Close the other window, then open the library again.',
  path,
})
