// Puts files into an open library: read first, from a copy under way, and only what could be read gets
// a place. What one file costs does not grow with the library.
import type { AppError } from '../../../shared/errors.ts'
import { claimedFormat, formatFacts } from '../../../shared/formats.ts'
import type { ParsedArticle } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { AddedFile } from '../../../shared/model/reading.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { FoundFile } from '../../core/shelf/walk.ts'
import { errorFor } from '../../errors.ts'
import type { Staged } from '../../store/new-file.ts'
import type { Queue } from '../../store/queue.ts'
import {
  type AddedFacts,
  type Admitted,
  fileInPlace,
  fileThatCameIn,
  refusedFile,
} from './added-file.ts'
import { createAfterwards } from './afterwards.ts'
import { createInsidePaths } from './inside-paths.ts'
import { createPlacing } from './placing.ts'
import { type NewFile, type ReadingFirst, readFirst } from './read-first.ts'
import { safePath } from './safe-name.ts'

export interface AddingDeps extends ReadingFirst, AddedFacts {
  readonly root: string
  readonly queue: Queue
  readonly refusal: () => AppError | null
  /** Takes a file in; also tells those before it that may be the same. */
  readonly admit: (file: FoundFile, parsed: ParsedArticle) => Promise<Admitted>
  readonly entryAt: (path: string) => CacheEntry | null
  /** Rows that are new. Comes a few times a second at most, and once more when all is done. */
  readonly added: (rows: readonly ArticleSummary[]) => void
  readonly saveFiles: () => Promise<void>
}

export interface Adding {
  /**
   * Adds a file. Several may be on their way at the same time. What became of it is a value; it fails
   * only when nothing can be added at all.
   */
  add(file: NewFile): Promise<Result<AddedFile>>
  isBusy(): boolean
  /** Resolves when nothing is on its way and all is told. */
  idle(): Promise<void>
}

export function createAdding(deps: AddingDeps): Adding {
  const { root, queue, refusal } = deps
  const inFlight = new Set<Promise<unknown>>()
  const inside = createInsidePaths(root)
  const placing = createPlacing(root)
  const afterwards = createAfterwards(deps.added, () => queue.run(deps.saveFiles))

  const put = async (file: NewFile): Promise<Result<AddedFile>> => {
    const path = typeof file.source === 'string' ? await inside.of(file.source) : null
    const there = path === null ? null : deps.entryAt(path)
    if (there) return ok(await fileInPlace(deps, file.name, there))
    const read = await readFirst(deps, file)
    if (!read.ok) return ok(refusedFile(file.name, read.error))
    const { staged, parsed } = read.value
    try {
      const placed = await queue.run(() => give(staged, parsed, safePath(file.name)))
      if (!placed.ok) return ok(refusedFile(file.name, placed.error))
      const { entry } = placed.value
      const article = deps.row(entry)
      afterwards.note(article)
      // The file is there and is told; should this fail, it may be gone after a power cut.
      const synced = await placing.sync(entry.path)
      return ok(
        await fileThatCameIn(deps, file.name, placed.value, article, parsed.warnings, synced),
      )
    } catch (thrown) {
      return ok(refusedFile(file.name, errorFor(thrown, file.name, 'saved')))
    } finally {
      await staged.remove()
    }
  }

  /** Gives a file its place and takes it in. Nothing else changes the library meanwhile. */
  const give = async (
    staged: Staged,
    parsed: ParsedArticle,
    wanted: string,
  ): Promise<Result<Admitted>> => {
    const refused = refusal()
    if (refused) return fail(refused)
    const named =
      claimedFormat(wanted) === null ? `${wanted}.${formatFacts[parsed.format].endings[0]}` : wanted
    const placed = await placing.place(staged, named)
    return placed.ok ? ok(await deps.admit(placed.value, parsed)) : placed
  }

  return {
    async add(file) {
      const refused = refusal()
      if (refused) return fail(refused)
      const work = put(file)
      inFlight.add(work)
      try {
        return await work
      } finally {
        inFlight.delete(work)
        const isLast = inFlight.size === 0
        if (isLast) inside.forget()
        afterwards.settle(isLast)
      }
    },
    isBusy: () => inFlight.size > 0,
    async idle() {
      await Promise.allSettled(inFlight)
      afterwards.end()
    },
  }
}
