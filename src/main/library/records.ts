// The annotation files of a library, in memory while it is open: one store file per annotated
// article, opened once, written one at a time, copied now and then to a safe place.
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import {
  type AnnotationData,
  type ArticleRecord,
  annotationFormat,
} from '../store/annotation-file.ts'
import type { StoreFolder } from '../store/folder.ts'
import { backUp, hasGoodCopy, restoreCopy, setAside } from '../store/safekeeping.ts'
import { openStoreFile, type StoreFile } from '../store/store-file.ts'

/** Milliseconds after which a changed file's safe copy is renewed. */
const copyAfter = 120_000

export interface Records {
  /** The data of an article's file; null when there is none yet or it cannot be read. */
  get(id: string): AnnotationData | null
  /** Why an article's annotations cannot be changed; null when they can. */
  frozen(id: string): AppError | null
  all(): Iterable<AnnotationData>
  problems(): readonly AppError[]
  write(id: string, data: AnnotationData): Promise<Result<AnnotationData>>
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

  const open = async (id: string): Promise<void> => {
    const path = folder.annotationFile(id)
    const opened = await openStoreFile(path, annotationFormat, emptyOf(id))
    broken.delete(id)
    if (opened.ok) files.set(id, opened.value)
    else broken.set(id, await withOffer(opened.error, folder.backupFile(id)))
  }

  const names = await readdir(folder.annotations).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'ENOENT') strange.push(errorFor(thrown, folder.annotations, 'read'))
    return []
  })
  const ids: string[] = []
  for (const name of names) {
    const id = fileName.exec(name)?.[1]
    if (id !== undefined) ids.push(id)
    else if (name.endsWith('.json')) strange.push(strangeFile(join(folder.annotations, name)))
  }
  await inBatches(ids, 32, open)

  const keepCopy = (id: string, data: AnnotationData): Promise<Result<void>> => {
    copied.set(id, Date.now())
    return backUp(folder.backupFile(id), annotationFormat, data)
  }

  return {
    get: (id) => files.get(id)?.data ?? null,
    frozen: (id) => broken.get(id) ?? null,
    *all() {
      for (const file of files.values()) yield file.data
    },
    problems: () => [...broken.values(), ...strange],
    async write(id, data) {
      const error = broken.get(id)
      if (error) return fail(error)
      let file = files.get(id)
      if (file === undefined) {
        const opened = await openStoreFile(folder.annotationFile(id), annotationFormat, data)
        if (!opened.ok) return opened
        file = opened.value
      } else if (!copied.has(id)) {
        // Before the first change of this session: the state that was just read and found whole.
        const copy = await keepCopy(id, file.data)
        if (!copy.ok) return copy
      }
      const written = await file.write(data)
      if (!written.ok) return written
      files.set(id, file)
      const last = copied.get(id)
      if (last === undefined) copied.set(id, Date.now())
      else if (Date.now() - last > copyAfter) void keepCopy(id, data)
      return written
    },
    async restore(id) {
      const error = broken.get(id)
      if (!error) return ok(undefined)
      if (error.code === 'store-newer') return fail(error)
      const path = folder.annotationFile(id)
      const good = await hasGoodCopy(folder.backupFile(id), annotationFormat)
      const there = await access(path).then(
        () => true,
        () => false,
      )
      if (there) {
        const aside = await setAside(path, folder.damaged, new Date())
        if (!aside.ok) return aside
      }
      if (good) {
        const restored = await restoreCopy(path, folder.backupFile(id), annotationFormat)
        if (!restored.ok) return restored
        await open(id)
      } else broken.delete(id)
      return ok(undefined)
    },
  }
}

const noRecord: Omit<ArticleRecord, 'id'> = {
  path: '',
  sha256: '',
  textHash: '',
  title: null,
  byline: null,
  source: null,
  published: null,
  language: null,
}

const emptyOf = (id: string): AnnotationData => ({
  article: { id, ...noRecord },
  annotations: [],
  deleted: [],
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
