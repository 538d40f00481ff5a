// The annotation files of a library, in memory while it is open: one store file per annotated
// article, opened once, written one at a time, copied now and then to a safe place.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { noMeta } from '../../shared/model/article.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { isThere } from '../is-there.ts'
import {
  type AnnotationData,
  type ArticleRecord,
  annotationFormat,
} from '../store/annotation-file.ts'
import type { StoreFolder } from '../store/folder.ts'
import { backUp, hasGoodCopy, restoreCopy, setAside } from '../store/safekeeping.ts'
import { openStoreFile, type StoreFile } from '../store/store-file.ts'
import { mergeData } from './merge.ts'

/** Milliseconds after which a changed file's safe copy is renewed. */
const copyAfter = 120_000

export interface Records {
  /** The data of an article's file; null when there is none yet or it cannot be read. */
  get(id: string): AnnotationData | null
  /** Why an article's annotations cannot be changed; null when they can. */
  frozen(id: string): AppError | null
  all(): Iterable<AnnotationData>
  problems(): readonly AppError[]
  /**
   * The data to build the next state on: what is in memory, joined with what another program may
   * have put on disk meanwhile. Null when there is none yet. Fails when what is there cannot be read.
   */
  settle(id: string): Promise<Result<AnnotationData | null>>
  /** Takes in what other programs have put on disk. Gives the articles whose data is another now. */
  look(): Promise<readonly string[]>
  /** Writes what was built on the data that `settle` has just given. */
  write(id: string, data: AnnotationData): Promise<Result<AnnotationData>>
  /** Resolves when the copies that are under way are made. */
  idle(): Promise<void>
  /** Sets a damaged file aside and puts its last good copy, or nothing, in its place. */
  restore(id: string): Promise<Result<void>>
}

const fileName = /^([0-9a-f]{16})\.json$/

/** Opens every annotation file. Damaged and newer ones are left as they are, told, and frozen. */
export async function openRecords(folder: StoreFolder): Promise<Records> {
  const files = new Map<string, StoreFile<AnnotationData>>()
  const broken = new Map<string, AppError>()
  const strange: AppError[] = []
  const copied = new Map<string, number>()
  /** What memory and disk amount to together, until the next write puts it there. */
  const settled = new Map<string, AnnotationData>()

  /** Reads an article's file, and gives why it cannot be. What cannot be read at all is frozen. */
  const open = async (id: string): Promise<AppError | null> => {
    const opened = await openStoreFile(folder.annotationFile(id), annotationFormat, emptyOf(id))
    broken.delete(id)
    if (opened.ok) {
      files.set(id, opened.value)
      return null
    }
    const error = await withOffer(opened.error, folder.backupFile(id))
    // A disk that does not answer now may answer later: what is in memory stays good.
    if (isUnreadable(error) || !files.has(id)) broken.set(id, error)
    return error
  }

  /** The articles that have a file; strange names are told anew. */
  const onDisk = async (): Promise<string[]> => {
    strange.length = 0
    const names = await readdir(folder.annotations).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'ENOENT') strange.push(errorFor(thrown, folder.annotations, 'read'))
      return []
    })
    return names.flatMap((name) => {
      const id = fileName.exec(name)?.[1]
      if (id === undefined && /^[^.].*\.json$/.test(name))
        strange.push(strangeFile(join(folder.annotations, name)))
      return id ?? []
    })
  }
  await inBatches(await onDisk(), 32, async (id) => {
    await open(id)
  })

  const keepCopy = async (id: string, data: AnnotationData): Promise<Result<void>> => {
    const kept = await backUp(folder.backupFile(id), annotationFormat, data)
    if (kept.ok) copied.set(id, Date.now())
    return kept
  }

  /** Beside the saving: nobody waits for it, and one that fails is tried again with the next save. */
  let copying: Promise<unknown> = Promise.resolve()
  const renewCopy = (id: string, data: AnnotationData): Promise<unknown> =>
    Promise.all([copying, keepCopy(id, data)])

  const settle = async (id: string): Promise<Result<AnnotationData | null>> => {
    const mine = files.get(id)
    const before = current(id)
    // A file that could not be read may have been mended by hand.
    if (broken.has(id) || !mine || mine.hasChanged()) {
      const error = await open(id)
      if (error) return fail(error)
      const theirs = files.get(id)
      // A file that was taken away is no word about what was in it.
      if (before && theirs && theirs !== mine) settled.set(id, mergeData(theirs.data, before))
    }
    return ok(current(id))
  }

  const current = (id: string): AnnotationData | null => {
    const data = settled.get(id) ?? files.get(id)?.data ?? null
    return data?.article.path === '' ? null : data
  }

  return {
    get: current,
    settle,
    async look() {
      const ids = new Set([...(await onDisk()), ...files.keys()])
      const changed: string[] = []
      for (const id of ids) {
        const before = current(id)
        await settle(id)
        if (current(id) !== before) changed.push(id)
      }
      return changed
    },
    frozen: (id) => broken.get(id) ?? null,
    *all() {
      for (const id of files.keys()) {
        const data = current(id)
        if (data) yield data
      }
    },
    problems: () => [...broken.values(), ...strange],
    async write(id, data) {
      const file = files.get(id)
      if (!file) throw new Error(`${id} was not settled before it was written`)
      const before = current(id)
      if (before && !copied.has(id)) {
        // Before the first change of this session: the state that was read and found whole.
        const copy = await keepCopy(id, before)
        if (!copy.ok) return copy
      }
      const written = await file.write(data)
      if (!written.ok) return written
      settled.delete(id)
      const last = copied.get(id)
      if (last === undefined || Date.now() - last > copyAfter) copying = renewCopy(id, data)
      return written
    },
    async idle() {
      await copying
    },
    async restore(id) {
      await settle(id)
      const error = broken.get(id)
      if (!error) return ok(undefined)
      if (error.code === 'store-newer') return fail(error)
      const path = folder.annotationFile(id)
      const good = await hasGoodCopy(folder.backupFile(id), annotationFormat)
      if (await isThere(path)) {
        const aside = await setAside(path, folder.damaged, new Date())
        if (!aside.ok) return aside
      }
      const mine = files.get(id)
      if (mine && current(id)) {
        // It was torn while the library was open: what is in memory is newer than any copy.
        const written = await mine.write(mine.data)
        if (!written.ok) return written
        broken.delete(id)
      } else if (good) {
        const restored = await restoreCopy(path, folder.backupFile(id), annotationFormat)
        if (!restored.ok) return restored
        await open(id)
      } else broken.delete(id)
      return ok(undefined)
    },
  }
}

const isUnreadable = ({ code }: AppError): boolean =>
  code === 'store-damaged' || code === 'store-newer'

const noRecord: Omit<ArticleRecord, 'id'> = {
  path: '',
  sha256: '',
  textHash: '',
  ...noMeta,
}

const emptyOf = (id: string): AnnotationData => ({
  article: { id, ...noRecord },
  annotations: [],
  deleted: [],
  corrections: [],
})

async function withOffer(error: AppError, backup: string): Promise<AppError> {
  if (error.code !== 'store-damaged') return error
  const good = await hasGoodCopy(backup, annotationFormat)
  return {
    ...error,
    advice: good
      ? 'It was not changed. Open the article to restore the last good copy; the damaged file is then set aside, not deleted.'
      : 'It was not changed, and there is no earlier copy. Open the article to set the damaged file aside and begin anew.',
  }
}

const strangeFile = (path: string): AppError => ({
  code: 'store-damaged',
  message: `“${path.split(/[\\/]/).at(-1)}” in the annotations folder is not a name Parallax gives, so it was not read.`,
  advice: 'If a program that syncs folders made it, compare it with the file it is a copy of.',
  path,
})

async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += size)
    await Promise.all(items.slice(at, at + size).map(work))
}
