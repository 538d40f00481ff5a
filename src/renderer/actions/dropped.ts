// What was dropped or chosen, as a flat list of files. Folders are gone through without recursion, and
// no file is read here.
import type { AppError } from '../../shared/errors.ts'
import { claimedFormat } from '../../shared/formats.ts'
import { isHiddenName } from '../../shared/text/hidden-name.ts'
import { inPathOrder } from '../../shared/text/path-order.ts'

/** A file that may be added: its path as it was dropped, with `/`, and how to get hold of it. */
export interface Offered {
  readonly path: string
  open(): Promise<File>
}

export interface Gathered {
  /** In the order of their paths. */
  readonly files: readonly Offered[]
  /** Files in folders whose endings are none of ours. Hidden ones do not count. */
  readonly skipped: number
  /** Folders that could not be looked into. */
  readonly problems: readonly AppError[]
}

/** To be called while the drop is being handled: afterwards nothing is in it any more. */
export function entriesOf(data: DataTransfer): (File | FileSystemDirectoryEntry)[] {
  return [...data.items].flatMap((item): (File | FileSystemDirectoryEntry)[] => {
    if (item.kind !== 'file') return []
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]
    const file = item.getAsFile()
    return file ? [file] : []
  })
}

const offer = (path: string, file: File): Offered => ({ path, open: async () => file })

/**
 * Goes through folders at any depth. Files that were dropped by themselves are taken whatever their
 * ending; of those in folders only what Parallax reads.
 * @param found is told how many files there are so far
 * @param enough ends the search early
 */
export async function gather(
  entries: readonly (File | FileSystemDirectoryEntry)[],
  found: (count: number) => void = () => undefined,
  enough: () => boolean = () => false,
): Promise<Gathered> {
  const files: Offered[] = []
  const problems: AppError[] = []
  let skipped = 0
  const folders: FileSystemDirectoryEntry[] = []
  for (const entry of entries) {
    if (entry instanceof File) files.push(offer(entry.name, entry))
    else folders.push(entry)
  }
  for (let folder = folders.pop(); folder && !enough(); folder = folders.pop()) {
    const inside = await listFolder(folder, problems)
    for (const entry of inside) {
      if (isHiddenName(entry.name)) continue
      if (entry.isDirectory) folders.push(entry as FileSystemDirectoryEntry)
      else if (claimedFormat(entry.name) === null) skipped++
      else files.push(offerEntry(entry as FileSystemFileEntry))
    }
    found(files.length)
  }
  return { files: files.sort(inPathOrder), skipped, problems }
}

const offerEntry = (entry: FileSystemFileEntry): Offered => ({
  path: entry.fullPath.replace(/^\/+/, ''),
  open: () => new Promise((done, failed) => entry.file(done, failed)),
})

/** All that lies in a folder. It is given in portions, the last of which is empty. */
async function listFolder(
  folder: FileSystemDirectoryEntry,
  problems: AppError[],
): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const portion = (): Promise<FileSystemEntry[]> =>
    new Promise((done, failed) => reader.readEntries(done, failed))
  const all: FileSystemEntry[] = []
  try {
    for (let some = await portion(); some.length > 0; some = await portion()) all.push(...some)
  } catch (thrown) {
    problems.push({
      code: 'io',
      message: `The folder “${folder.name}” could not be looked into.`,
      advice: 'Choose it with “Add a folder…”, or see whether you may open it.',
      path: folder.fullPath.replace(/^\/+/, ''),
      detail: String(thrown),
    })
  }
  return all
}

/** What a file input gave: with `webkitdirectory`, all that lies in the folder. */
export function gatherChosen(chosen: Iterable<File>): Gathered {
  const files: Offered[] = []
  let skipped = 0
  for (const file of chosen) {
    const path = file.webkitRelativePath
    if (path === '') files.push(offer(file.name, file))
    // The name of the folder itself is the reader's choice.
    else if (path.split('/').slice(1).some(isHiddenName)) continue
    else if (claimedFormat(file.name) === null) skipped++
    else files.push(offer(path, file))
  }
  return { files: files.sort(inPathOrder), skipped, problems: [] }
}
