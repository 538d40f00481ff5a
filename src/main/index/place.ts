// Where the index of a library lies: in the user's own cache folder, never in the library, which may be
// synced. One file a library and a version of the index.
import { createHash } from 'node:crypto'
import { mkdir, readdir, realpath, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { indexVersion } from './schema.ts'

/** What SQLite keeps beside a file. */
const companions = ['', '-wal', '-shm', '-journal'] as const
const namePattern = /^[0-9a-f]{32}-\d+\.sqlite/
const day = 24 * 60 * 60 * 1000
/** Days after which the index of a library that was not opened is removed. */
export const daysKept = 90

/** The folder of all indexes below the user's data folder. */
const indexFolder = (dataDir: string): string => join(dataDir, 'cache')

/**
 * The file for a library. By its true path, so that a link to it is the same library.
 * @param library absolute path of its folder
 */
export async function indexPath(dataDir: string, library: string): Promise<string> {
  const path = await realpath(library).catch(() => library)
  const name = createHash('sha256').update(path).digest('hex').slice(0, 32)
  return join(indexFolder(dataDir), `${name}-${indexVersion}.sqlite`)
}

/** Names the user's data folder where others may read it: the same for the same folder, and no path. */
export async function nameOfData(dataDir: string): Promise<string> {
  // Not there at the first start: then it has no true path yet.
  await mkdir(dataDir, { recursive: true }).catch(() => undefined)
  const path = await realpath(dataDir).catch(() => dataDir)
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

/** The files of an index, there or not. */
export const filesOf = (path: string): readonly string[] =>
  companions.map((companion) => path + companion)

/** Notes that an index is in use, for `sweepIndexes`. Fails silently: it is only kept less long. */
export async function markUsed(path: string, now: Date): Promise<boolean> {
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

/**
 * Removes indexes that were not used for long, and what is left of them.
 * @returns the names of the files that were removed
 */
export async function sweepIndexes(dataDir: string, now: Date): Promise<readonly string[]> {
  const folder = indexFolder(dataDir)
  const names = await readdir(folder).catch(() => [])
  const mains = new Set(names.filter((name) => namePattern.test(name)).map(mainName))
  const removed: string[] = []
  for (const name of mains) {
    const path = join(folder, name)
    const used = await Promise.all(filesOf(path).map(lastUsed))
    if (now.getTime() - Math.max(...used) < daysKept * day) continue
    for (const file of filesOf(path)) await rm(file, { force: true }).catch(() => undefined)
    removed.push(name)
  }
  return removed.sort()
}

const mainName = (name: string): string => name.slice(0, name.indexOf('.sqlite') + '.sqlite'.length)

const lastUsed = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
