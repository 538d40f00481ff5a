// Puts files into an open library: read first, from a copy under way, and only what could be read gets
// a place. What one file costs does not grow with the library.
import { lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { claimedFormat, formatFacts } from '../../../shared/formats.ts'
import type { ParsedArticle, Warning } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { AddedFile } from '../../../shared/model/reading.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import { maxFileSize, tooLarge } from '../../core/shelf/shelf.ts'
import type { FoundFile } from '../../core/shelf/walk.ts'
import { attempt, errorFor } from '../../errors.ts'
import { createFolderSync, type Disk, type Staged, stage } from '../../store/new-file.ts'
import type { Queue } from '../../store/queue.ts'
import type { Work } from '../../work/work.ts'
import type { Suspect } from './duplicates.ts'
import type { Likeness } from './likeness.ts'
import { numbered, safePath } from './safe-name.ts'

interface Admitted {
  readonly entry: CacheEntry
  readonly suspects: readonly Suspect[]
}

export interface AddingDeps {
  readonly root: string
  /** Where files are while they are read; on the library's own disk. */
  readonly incoming: string
  /** Another disk than the real one; for tests of disks that this machine has not. */
  readonly disk: Disk | undefined
  readonly work: Work
  readonly queue: Queue
  readonly refusal: () => AppError | null
  /** Takes a file in; also tells those before it that may be the same. */
  readonly admit: (file: FoundFile, parsed: ParsedArticle) => Promise<Admitted>
  readonly entryAt: (path: string) => CacheEntry | null
  readonly row: (entry: CacheEntry) => ArticleSummary
  readonly suspectsOf: (entry: CacheEntry) => Promise<readonly Suspect[]>
  readonly confirm: Likeness['confirm']
  /** Rows that are new. Comes a few times a second at most, and once more when all is done. */
  readonly added: (rows: readonly ArticleSummary[]) => void
  readonly saveFiles: () => Promise<void>
}

/** A file to add: the name it shall have, and its bytes or where it lies. */
export interface NewFile {
  readonly name: string
  readonly source: Uint8Array | string
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

/** Milliseconds between two tellings of rows, and from the last file to saving which files there are. */
const tellEvery = 250
const saveAfter = 1_000
/** Files after which it is saved which there are, though more are coming. */
const saveEvery = 1_000

export function createAdding(deps: AddingDeps): Adding {
  const { root, queue, refusal } = deps
  const syncFolder = createFolderSync()
  const inFlight = new Set<Promise<unknown>>()
  /** The number that was given last to a name that was taken. */
  const numbers = new Map<string, number>()
  let untold: ArticleSummary[] = []
  let toldAt = 0
  let unsaved = 0
  let saving: NodeJS.Timeout | undefined

  /** True paths of folders, each asked for once: many files come from one. */
  const truePaths = new Map<string, Promise<string>>()
  const trueOf = (folder: string): Promise<string> => {
    const known = truePaths.get(folder) ?? realpath(folder).catch(() => folder)
    truePaths.set(folder, known)
    return known
  }

  /** The path inside the library, whichever way leads there; null for a file outside of it. */
  const insideOf = async (path: string): Promise<string | null> => {
    const [from, to] = await Promise.all([trueOf(root), trueOf(dirname(path))])
    const inside = relative(from, join(to, basename(path)))
    if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return null
    return inside.split(sep).join('/')
  }

  const tell = (now: boolean): void => {
    if (untold.length === 0 || (!now && Date.now() - toldAt < tellEvery)) return
    deps.added(untold)
    untold = []
    toldAt = Date.now()
  }

  const save = (): Promise<void> => {
    clearTimeout(saving)
    unsaved = 0
    return queue.run(deps.saveFiles)
  }

  const settle = (): void => {
    tell(inFlight.size === 0)
    if (inFlight.size === 0) truePaths.clear()
    if (unsaved >= saveEvery) void save()
    else if (inFlight.size === 0 && unsaved > 0) {
      clearTimeout(saving)
      saving = setTimeout(() => void save(), saveAfter)
      saving.unref()
    }
  }

  const put = async (file: NewFile): Promise<Result<AddedFile>> => {
    const inside = typeof file.source === 'string' ? await insideOf(file.source) : null
    const there = inside === null ? null : deps.entryAt(inside)
    if (there) return ok(await inPlace(file.name, there))
    const read = await readFirst(file)
    if (!read.ok) return ok(refusedFile(file.name, read.error))
    const { staged, parsed } = read.value
    try {
      const placed = await queue.run(() => give(staged, parsed, safePath(file.name)))
      if (!placed.ok) return ok(refusedFile(file.name, placed.error))
      const { entry, suspects } = placed.value
      const article = deps.row(entry)
      untold.push(article)
      unsaved++
      // The file is there and is told; should this fail, it may be gone after a power cut.
      const synced = await attempt(join(root, entry.path), 'saved', () =>
        syncFolder(dirname(join(root, entry.path))),
      )
      const warnings = [...parsed.warnings, ...(synced.ok ? [] : [mayNotLast(synced.error)])]
      return ok({
        ...{ name: file.name, path: entry.path, article, warnings },
        ...{ duplicates: await deps.confirm(entry, suspects), error: null },
      })
    } catch (thrown) {
      return ok(refusedFile(file.name, errorFor(thrown, file.name, 'saved')))
    } finally {
      await staged.remove()
    }
  }

  /** What is said of a file that lies in the library already. */
  const inPlace = async (name: string, entry: CacheEntry): Promise<AddedFile> => ({
    ...{ name, path: entry.path, article: deps.row(entry) },
    warnings: [
      {
        code: 'in-library',
        message: `“${entry.path}” lies in the library already, so it was read where it is.`,
      },
      ...(entry.read?.warnings ?? []),
    ],
    duplicates: await deps.confirm(entry, await deps.suspectsOf(entry)),
    error: entry.problem,
  })

  const readFirst = async ({
    name,
    source,
  }: NewFile): Promise<Result<{ staged: Staged; parsed: ParsedArticle }>> => {
    const size = typeof source === 'string' ? await sizeOf(source) : ok(source.length)
    if (!size.ok) return size
    if (size.value > maxFileSize) return fail(tooLarge(name, size.value, 'save it as plain text'))
    const staged = await attempt(name, 'copied', () =>
      stage(deps.incoming, basename(safePath(name)), source, deps.disk),
    )
    if (!staged.ok) return staged
    // Outside the queue: what waits for the disk holds up nobody.
    const [parsed, settled] = await Promise.all([
      deps.work.readArticle(staged.value.path, null, { rank: 'soon' }),
      attempt(name, 'saved', staged.value.settle),
    ])
    if (!parsed.ok) {
      await staged.value.remove()
      return fail({ ...parsed.error, path: name })
    }
    if (!settled.ok) {
      await staged.value.remove()
      return settled
    }
    return ok({ staged: staged.value, parsed: parsed.value })
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
    const folder = await makeFolders(root, dirname(named), syncFolder)
    if (!folder.ok) return folder
    let number = numbers.get(named) ?? 1
    let path = named
    for (;;) {
      path = number === 1 ? named : numbered(named, number)
      if (await staged.place(join(root, path))) break
      number++
    }
    // Of many files of one name none asks again for those that are taken.
    if (number > 1) numbers.set(named, number)
    const { size, mtimeMs } = await stat(join(root, path))
    return ok(await deps.admit({ path, size, mtimeMs }, parsed))
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
        settle()
      }
    },
    isBusy: () => inFlight.size > 0,
    async idle() {
      await Promise.allSettled(inFlight)
      tell(true)
      clearTimeout(saving)
    },
  }
}

const mayNotLast = ({ message }: AppError): Warning => ({
  code: 'not-synced',
  message: `It was added, but the disk did not confirm it; it may be gone after a power cut. ${message}`,
})

const refusedFile = (name: string, error: AppError): AddedFile => ({
  ...{ name, path: null, article: null, warnings: [], duplicates: [], error },
})

async function sizeOf(path: string): Promise<Result<number>> {
  const found = await attempt(path, 'read', () => stat(path))
  if (!found.ok) return found
  if (found.value.isFile()) return ok(found.value.size)
  const isFolder = found.value.isDirectory()
  return fail({
    code: isFolder ? 'is-folder' : 'unsupported',
    message: `“${basename(path)}” is a ${isFolder ? 'folder' : 'device or a pipe'}, not a file.`,
    advice: 'Choose a file.',
    path,
  })
}

/**
 * Makes the folders of a dropped path, so that they last. A link in their place is refused: it may lead
 * out of the library.
 */
async function makeFolders(
  root: string,
  folder: string,
  syncFolder: (folder: string) => Promise<void>,
): Promise<Result<void>> {
  let here = root
  for (const part of folder === '.' ? [] : folder.split('/')) {
    here = join(here, part)
    const made = await attempt(here, 'made', async () => {
      const there = await lstat(here).catch(() => null)
      if (there) return there
      await mkdir(here).then(
        () => syncFolder(dirname(here)),
        (thrown: NodeJS.ErrnoException) => {
          if (thrown.code !== 'EEXIST') throw thrown
        },
      )
      return lstat(here)
    })
    if (!made.ok) return made
    if (!made.value.isDirectory()) return fail(inTheWay(here))
  }
  return ok(undefined)
}

const inTheWay = (path: string): AppError => ({
  code: 'not-a-folder',
  message: `“${basename(path)}” is a file or a link in the library, where a folder of that name was to be made.`,
  advice: 'Rename one of them, then try again.',
  path,
})
