// The ways into an open library: files that are added or pasted, and what other programs put into its
// folder. Ties these to the library, and to the report of what came of it.
import { rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { AddedFile, ReadingReport } from '../../shared/model/reading.ts'
import { fail, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import type { StoreFolder } from '../store/folder.ts'
import type { Queue } from '../store/queue.ts'
import type { Work } from '../work/work.ts'
import { createAdding, type NewFile } from './adding.ts'
import type { CacheEntry } from './cache.ts'
import type { Catalogue } from './catalogue.ts'
import { createDuplicateIndex, type DuplicateIndex } from './duplicates.ts'
import { fileOfPaste } from './pasting.ts'
import { reportOf } from './report.ts'
import { type Watching, watchFolder } from './watching.ts'

export interface WaysIn {
  /** Puts a file into the library and reads it. Several may be on their way at the same time. */
  put(file: NewFile): Promise<Result<AddedFile>>
  /** Makes an article of what is on the clipboard. */
  paste(clip: { readonly html: string | null; readonly text: string }): Promise<Result<AddedFile>>
  /** Stops reading new and changed files. */
  stop(): Promise<void>
  /** What came of reading the files, as far as they were read. */
  report(): ReadingReport
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
  readonly refusal: () => AppError | null
  readonly articles: () => readonly ArticleSummary[]
  readonly row: (entry: CacheEntry) => ArticleSummary
  readonly problems: () => readonly AppError[]
  readonly changed: (rows: ArticleSummary[]) => void
  /** Looks at the folder again. */
  readonly look: () => Promise<unknown>
  readonly notice: (error: AppError) => void
}

export interface Ways {
  readonly calls: WaysIn
  close(): Promise<void>
}

export function createWays(deps: WaysDeps): Ways {
  const { root, catalogue, queue } = deps
  let known: { readonly entries: unknown; readonly index: DuplicateIndex } | null = null
  let watching: Watching | null = null
  let closed = false

  /** Of the folder as it was last looked at, and what was added since. */
  const duplicates = (): DuplicateIndex => {
    const { entries } = catalogue.shelf
    if (known?.entries !== entries) {
      known = { entries, index: createDuplicateIndex((id) => catalogue.shelf.entries.get(id)) }
      for (const entry of entries.values()) known.index.put(entry)
    }
    return known.index
  }

  const adding = createAdding({
    ...{ root, queue, work: deps.work, incoming: deps.places.incoming, row: deps.row },
    refusal: deps.refusal,
    admit(file, parsed) {
      const index = duplicates()
      const entry = catalogue.admit(file, parsed)
      // Before it is put in: of two that come at the same time, the second tells.
      const found = index.find(entry)
      index.put(entry)
      return { entry, duplicates: found }
    },
    entryAt: (path) => {
      for (const entry of catalogue.shelf.entries.values()) if (entry.path === path) return entry
      return null
    },
    duplicatesOf: (entry) => duplicates().find(entry),
    added: (rows) => deps.changed([...rows]),
    saveCache: catalogue.saveCache,
  })

  const started = deps.watch ? beginWatching() : Promise.resolve()

  /** After the first reading: what is read then needs no telling, and the start is not slowed. */
  async function beginWatching(): Promise<void> {
    await catalogue.whenRead()
    if (closed) return
    watching = watchFolder({
      root,
      isBusy: adding.isBusy,
      async changed() {
        // A folder that was renamed or unplugged is not a library from which all was deleted.
        await stat(root)
        await deps.look()
      },
      failed: (thrown) => deps.notice(cannotWatch(root, thrown)),
    })
    await watching.ready
  }

  return {
    calls: {
      put: adding.add,
      async paste(clip) {
        const file = fileOfPaste(clip, deps.now())
        return file.ok ? adding.add(file.value) : fail(file.error)
      },
      stop: () => catalogue.stop(),
      report: () =>
        reportOf([...catalogue.shelf.entries.values()], deps.articles(), deps.problems()),
      whenWatching: () => started,
    },
    async close() {
      closed = true
      await adding.idle()
      await watching?.close()
    },
  }
}

/** Removes what was on its way when a process was killed. Only whoever holds the library's lock may. */
export const sweepIncoming = (incoming: string): Promise<void> =>
  rm(incoming, { recursive: true, force: true }).catch(() => undefined)

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
