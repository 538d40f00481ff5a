// A text file that is whole or not there: temp, fsync, rename, fsync of the folder.
// Anything less loses acknowledged writes in a power cut. It is lowdb's storage adapter.
import { randomBytes } from 'node:crypto'
import { renameSync, type Stats, statSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRunning } from './is-running.ts'
import { makeFolder } from './make-folder.ts'
import { readRegular } from './regular-file.ts'

const tempMark = '.parallax-tmp-'
const tempName = /^\.parallax-tmp-(\d+)-/

/** A path for a temporary file. Not named after the file: a long name has no room for more. */
export const tempIn = (folder: string): string =>
  join(folder, `${tempMark}${process.pid}-${randomBytes(6).toString('hex')}`)

/**
 * Tells one state of a file from the next; empty when there is none. Not left to a thread: asking
 * costs a hundredth of a write, waiting for a thread a fifth.
 */
export function stampOf(path: string): string {
  try {
    return stampIn(statSync(path))
  } catch {
    return ''
  }
}

/** Milliseconds for which a disk may give one time to several states. */
const coarsest = 3_000

/**
 * Tells one state of a file from every other, also after this process has ended: on most disks no program
 * can set the time of a change back. Empty when there is none, or when its disk tells too little; also
 * while another state could have the same times, as on disks that count in seconds.
 */
export function markOf(path: string): string {
  try {
    const stats = statSync(path)
    const { ctimeMs, mtimeMs } = stats
    if (!stats.isFile() || ctimeMs <= 0) return ''
    const isCoarse = mtimeMs % 1000 === 0
    if (isCoarse && Date.now() - Math.max(ctimeMs, mtimeMs) < coarsest) return ''
    return `${stampIn(stats)} ${ctimeMs}`
  } catch {
    return ''
  }
}

/** The stamp of the state of a mark. */
export const stampOfMark = (mark: string): string => mark.slice(0, mark.lastIndexOf(' '))

const stampIn = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`

/** Thrown when the file that was to be replaced is another than was expected: it is left as it is. */
export class Overtaken extends Error {
  constructor(readonly path: string) {
    super(`${path} was written by another program`)
  }
}

/**
 * Writes a file so that a reader, a crash or a power cut sees the old content or the new. Throws what
 * the file system throws; the old file then stands as it was and no temporary file is left.
 * @param expected the stamp of the only state that may be replaced; any if not given
 * @returns the stamp of what was written
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  expected?: string,
): Promise<string> {
  const folder = dirname(path)
  const temp = tempIn(folder)
  let stamp: string
  try {
    stamp = await writeSynced(temp, content)
    if (expected === undefined) await rename(temp, path)
    else {
      // At one go: what another program writes between the look and the renaming would be lost.
      if (stampOf(path) !== expected) throw new Overtaken(path)
      renameSync(temp, path)
    }
  } catch (thrown) {
    await rm(temp, { force: true }).catch(() => undefined)
    throw thrown
  }
  await syncFolder(folder)
  return stamp
}

/** The same, and makes the folder when it is missing, but none above it: for a place that is ours. */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
  expected?: string,
): Promise<string> {
  try {
    return await replaceFile(path, content, expected)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    await makeFolder(dirname(path), undefined, 0)
    return replaceFile(path, content, expected)
  }
}

/** @returns its stamp, which stays the same when it is renamed */
async function writeSynced(path: string, content: string | Uint8Array): Promise<string> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
    return stampIn(await file.stat())
  } finally {
    await file.close()
  }
}

const cannotSync: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR'])

/** Makes a rename in the folder last. Windows cannot open folders, and needs it not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (thrown) {
    // Some disks cannot; the rename is done, and nothing more can be had there.
    if (!cannotSync.has((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown
  } finally {
    await handle.close()
  }
}

/** The file's text, or null when there is none. Throws `NotAFile` where something else stands. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readRegular(path)).toString('utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

/** Removes what processes that were killed in the middle of a write left behind. Gives how many. */
export async function sweepTemps(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const dead = names.filter((name) => {
    const pid = tempName.exec(name)?.[1]
    return pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid))
  })
  await Promise.all(dead.map((name) => rm(join(folder, name), { force: true })))
  return dead.length
}
