// The ways into an open library: files that are added or pasted, and what other programs put into its
// folder. Ties these to the library, and to the report of what came of it.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { AddedFile, ReadingReport } from '../../../shared/model/reading.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import { contentKey } from '../../core/shelf/content-key.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import { type Watching, watchFolder } from '../../core/shelf/watching.ts'
import { errorFor } from '../../errors.ts'
import type { StoreFolder } from '../../store/folder.ts'
import type { Disk } from '../../store/new-file.ts'
import type { Queue } from '../../store/queue.ts'
import type { Work } from '../../work/work.ts'
import { createAddedSteps } from './added-steps.ts'
import { type Adding, createAdding } from './adding.ts'
import type { SketchOf } from './duplicates.ts'
import { createKnownArticles } from './known-articles.ts'
import { createLikeness } from './likeness.ts'
import { fileOfPaste } from './pasting.ts'
import { createPlacing } from './placing.ts'
import type { NewFile } from './read-first.ts'
import { repairedIn, reportOf } from './report.ts'
import { createTakingBack } from './taking-back.ts'

export interface WaysIn {
  /**
   * Puts a file into the library and reads it. Several may be on their way at the same time.
   * @param run files of one run are one step of undo
   */
  put(file: NewFile, run?: string): Promise<Result<AddedFile>>
  /** Makes an article of what is on the clipboard. */
  paste(clip: { readonly html: string | null; readonly text: string }): Promise<Result<AddedFile>>
  /** Stops reading new and changed files. */
  stop(): Promise<void>
  /** What came of reading the files, as far as they were read. */
  report(): Promise<ReadingReport>
  /** The files that were read though something in them was mended or left out. */
  repaired(): ReadingReport['repaired']
  /** Resolves when the folder is being watched, if it is to be. */
  whenWatching(): Promise<void>
}

export interface WaysDeps {
  readonly root: string
  readonly places: StoreFolder
  readonly catalogue: Catalogue
  readonly queue: Queue
  readonly work: Work
  readonly now: () => Date
  readonly watch: boolean
  /** Resolves when every file has been read. */
  readonly whenRead: () => Promise<void>
  readonly disk: Disk | undefined
  readonly toBin: ((path: string) => Promise<void>) | undefined
  /** Does something as a step of undo. */
  readonly act: Changing['act']
  readonly refusal: () => AppError | null
  readonly articles: () => readonly ArticleSummary[]
  readonly row: (entry: CacheEntry) => ArticleSummary
  readonly isShownSplit: (file: string) => boolean
  readonly reading: Reading
  readonly problems: () => readonly AppError[]
  readonly changed: (rows: ArticleSummary[]) => void
  /** Looks at the folder again; at these files of it alone, unless null is given. */
  readonly look: (only: ReadonlySet<string> | null) => Promise<unknown>
  /** Looks at all of it within a turn of the queue. */
  readonly lookInTurn: () => Promise<unknown>
  readonly notice: (error: AppError) => void
}

export interface Ways {
  readonly calls: WaysIn
  close(): Promise<void>
}

export function createWays(deps: WaysDeps): Ways {
  const { root, catalogue, queue } = deps
  const likeness = createLikeness(deps.reading.peek)
  const sketchOf: SketchOf = (entry) =>
    entry.read ? (catalogue.facts(contentKey(entry), null)?.sketch ?? null) : null
  const known = createKnownArticles(catalogue, sketchOf)
  const adding = createAdding({
    root,
    queue,
    work: deps.work,
    disk: deps.disk,
    incoming: deps.places.incoming,
    row: deps.row,
    refusal: deps.refusal,
    async admit(file, parsed) {
      // What was here before may only have been moved: then it is known by its content where it is now.
      const before = catalogue.at(file.path)
      if (before && before.sha256 !== parsed.sha256) await deps.lookInTurn()
      return known.admit(file, parsed)
    },
    entryAt: catalogue.at,
    suspectsOf: known.suspectsOf,
    confirm: likeness.confirm,
    added: (rows) => deps.changed([...rows]),
    saveFiles: catalogue.saveFiles,
  })
  const watching = watchLater(deps, adding)
  const steps = createAddedSteps({
    takingBack: createTakingBack({
      root,
      removed: deps.places.removed,
      toBin: deps.toBin,
      placing: createPlacing(root),
    }),
    queue,
    sha256At: (path) => catalogue.at(path)?.sha256 ?? null,
    look: deps.look,
    notice: deps.notice,
  })
  const put: WaysIn['put'] = (file, run) =>
    deps.act(
      () => adding.add(file),
      (added) => (added.ok ? steps.stepOf(added.value, run) : null),
    )

  return {
    calls: {
      put,
      async paste({ html, text }) {
        const clean = html === null ? null : await deps.work.cleanHtml(html)
        const file = fileOfPaste(clean?.ok ? clean.value : null, text, deps.now())
        if (!file.ok) return fail(clean?.ok === false ? clean.error : file.error)
        const added = await put(file.value)
        if (clean?.ok !== false || !added.ok) return added
        return ok({ ...added.value, warnings: [...added.value.warnings, plainTextTaken] })
      },
      stop: () => catalogue.stop(),
      report: () =>
        reportOf(
          [...catalogue.shelf.entries.values()],
          deps.articles(),
          deps.problems(),
          deps.isShownSplit,
          likeness,
          sketchOf,
        ),
      repaired: () => repairedIn([...catalogue.shelf.entries.values()]),
      whenWatching: () => watching.started,
    },
    async close() {
      watching.forgo()
      await adding.idle()
      await watching.end()
    },
  }
}

interface LaterWatching {
  /** Resolves when the folder is being watched, if it is to be. */
  readonly started: Promise<void>
  /** Watches no more, if it does not watch yet. */
  forgo(): void
  end(): Promise<void>
}

/** Watches from the first reading on: what is read then needs no telling, and the start is not slowed. */
function watchLater(deps: WaysDeps, adding: Adding): LaterWatching {
  const { root } = deps
  let watching: Watching | null = null
  let closed = false

  const begin = async (): Promise<void> => {
    await deps.whenRead()
    if (closed) return
    watching = watchFolder({
      root,
      isBusy: adding.isBusy,
      async changed(paths) {
        // A folder that was renamed or unplugged is not a library from which all was deleted.
        await stat(root)
        await deps.look(paths)
      },
      failed: (thrown) => deps.notice(cannotWatch(root, thrown)),
    })
    await watching.ready
    // What came between the look that was read and now was heard by nobody.
    if (!closed) await deps.look(null)
  }

  return {
    started: deps.watch ? begin() : Promise.resolve(),
    forgo() {
      closed = true
    },
    async end() {
      await watching?.close()
    },
  }
}

/** What is too much for a worker comes in as plain text. */
const plainTextTaken: Warning = {
  code: 'html-left-out',
  message:
    'The headings, links and tables on the clipboard could not be read, so its plain text was taken.',
}

function cannotWatch(root: string, thrown: unknown): AppError {
  const error = errorFor(thrown, root, 'watched')
  if (error.code === 'not-found')
    return {
      ...error,
      message: `The folder “${basename(root)}” is not there any more.`,
      advice: 'Put it back and press F5, or open it where it is now.',
    }
  return {
    ...error,
    code: 'io',
    message:
      'This folder cannot be watched, so what other programs change in it is not noticed by itself.',
    advice: 'Press F5 to look for new and changed files.',
  }
}
