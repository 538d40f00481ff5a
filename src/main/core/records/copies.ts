// Copies of the store's files that programs which sync folders leave when two machines have written
// one: Syncthing, Dropbox, Nextcloud, OneDrive, Google Drive, iCloud. Each is joined with the file it
// is a copy of, and then put beside the safe copies.
import { readdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { attempt, errorFor } from '../../errors.ts'
import { isThere } from '../../is-there.ts'
import type { StoreFolder } from '../../store/folder.ts'
import { makeFolder } from '../../store/make-folder.ts'
import { emptySheet, type Sheet } from '../../store/sheet.ts'
import { openStoreFile } from '../../store/store-file.ts'
import { articleSheet, librarySheets, placeOf, type SheetPlace } from './places.ts'

interface Copy {
  readonly path: string
  /** What it is a copy of. */
  readonly place: SheetPlace
  readonly sheet: Sheet
}

export interface Found {
  /** The names of the sheets that have a file. */
  readonly sheets: readonly string[]
  readonly copies: readonly Copy[]
  /** Files of names that are not ours, and copies that cannot be read. */
  readonly problems: readonly AppError[]
}

const articleFile = /^([0-9a-f]{16})(.*)\.json$/
/** What such programs put between a name and its ending. */
const mark = /^(?:[ ._(~-].*)$/

/** Looks which sheets and which copies of them are there. Changes nothing. */
export async function findSheets(folder: StoreFolder): Promise<Found> {
  const sheets: string[] = []
  const copies: Copy[] = []
  const problems: AppError[] = []
  const take = async (path: string, sheet: string, between: string): Promise<void> => {
    const place = placeOf(folder, sheet)
    if (!place) return
    if (between === '') {
      sheets.push(sheet)
      return
    }
    const opened = await openStoreFile(path, place.format, emptySheet)
    if (!opened.ok) problems.push(unreadableCopy(path, opened.error))
    else if (place.article !== null && opened.value.data.head?.id !== place.article)
      problems.push(strangeFile(path))
    else copies.push({ path, place, sheet: opened.value.data })
  }
  for (const name of await namesIn(folder.annotations, problems)) {
    const path = join(folder.annotations, name)
    const [, id = '', between = ''] = articleFile.exec(name) ?? []
    if (id !== '' && (between === '' || mark.test(between)))
      await take(path, articleSheet(id), between)
    else problems.push(strangeFile(path))
  }
  for (const name of await namesIn(folder.root, problems)) {
    const sheet = librarySheets.find((each) => name.startsWith(each))
    const between = name.slice(sheet?.length ?? 0, -'.json'.length)
    if (sheet !== undefined && (between === '' || mark.test(between)))
      await take(join(folder.root, name), sheet, between)
  }
  return { sheets, copies, problems }
}

async function namesIn(folder: string, problems: AppError[]): Promise<readonly string[]> {
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'ENOENT') problems.push(errorFor(thrown, folder, 'read'))
    return []
  })
  return names.filter((name) => /^[^.].*\.json$/.test(name)).sort()
}

/**
 * Copies that were joined go to the safe copies: nothing is deleted.
 * @param deps `notice` is told of each
 */
export async function putCopiesAway(
  copies: readonly Pick<Copy, 'path' | 'place'>[],
  {
    folder: { backups },
    notice,
  }: { readonly folder: StoreFolder; readonly notice: (error: AppError) => void },
): Promise<void> {
  for (const { path, place } of copies) {
    const named = join(backups, basename(path))
    const target = (await isThere(named)) ? join(backups, `${Date.now()}-${basename(path)}`) : named
    const moved = await attempt(path, 'moved', async () => {
      await makeFolder(backups, undefined, 0)
      await rename(path, target)
    })
    notice(moved.ok ? joinedCopy(path, place.file) : moved.error)
  }
}

/** What is said once a copy was joined. */
const joinedCopy = (copy: string, file: string): AppError => ({
  code: 'changed',
  message: `“${basename(copy)}”, which a program that syncs folders had left, was joined with “${basename(file)}”: nothing of either is lost.`,
  advice: 'There is nothing to do. The copy now lies in .parallax/backups.',
  path: copy,
})

const strangeFile = (path: string): AppError => ({
  code: 'store-damaged',
  message: `“${basename(path)}” in the annotations folder is not a name Parallax gives, so it was not read.`,
  advice: 'If a program that syncs folders made it, compare it with the file it is a copy of.',
  path,
})

const unreadableCopy = (path: string, error: AppError): AppError => ({
  ...error,
  message: `“${basename(path)}” looks like a copy that a program which syncs folders has left, but it cannot be read.`,
  advice: 'It was left as it is. Compare it with the file it is a copy of, or take it away.',
})
