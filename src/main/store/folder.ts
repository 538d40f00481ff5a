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
  annotationFile(articleId: string): string
  backupFile(articleId: string): string
  /** A list of the whole library, and its safe copy. */
  list(name: 'splits' | 'stories' | 'verdicts'): { readonly file: string; readonly backup: string }
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
    annotationFile: (id) => join(annotations, `${id}.json`),
    backupFile: (id) => join(backups, `${id}.json`),
    list: (name) => ({ file: join(root, `${name}.json`), backup: join(backups, `${name}.json`) }),
  }
}
