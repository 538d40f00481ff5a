// The places inside a library's `.parallax` folder.
import { join } from 'node:path'

const storeFolderName = '.parallax'

export interface StoreFolder {
  readonly root: string
  readonly annotations: string
  readonly texts: string
  readonly backups: string
  readonly damaged: string
  readonly cache: string
  readonly lock: string
  /** Files on their way into the library. */
  readonly incoming: string
  /** Files that were added and taken back, where there is no bin to put them into. */
  readonly removed: string
  /** Changes of several files that are not in all of them yet. */
  readonly journal: string
  annotationFile(articleId: string): string
  backupFile(articleId: string): string
  /** A file of records of the whole library, by its name without its ending. */
  libraryFile(name: string): string
  libraryBackup(name: string): string
}

export function storeFolder(library: string): StoreFolder {
  const root = join(library, storeFolderName)
  const annotations = join(root, 'annotations')
  const backups = join(root, 'backups')
  return {
    root,
    annotations,
    texts: join(root, 'texts'),
    backups,
    damaged: join(root, 'damaged'),
    cache: join(root, 'cache.json'),
    lock: join(root, 'lock'),
    incoming: join(root, 'incoming'),
    removed: join(root, 'removed'),
    journal: join(root, 'journal'),
    annotationFile: (id) => join(annotations, `${id}.json`),
    backupFile: (id) => join(backups, `${id}.json`),
    libraryFile: (name) => join(root, `${name}.json`),
    libraryBackup: (name) => join(backups, `${name}.json`),
  }
}
