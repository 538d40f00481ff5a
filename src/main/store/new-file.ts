// Puts a new file beside the user's own: whole or not at all, and never over another.
import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFolder, tempIn } from './atomic-file.ts'

/** A file on its way in, in a folder of its own, under the name that it came with. */
export interface Staged {
  readonly path: string
  /** Makes its content last, then gives it a place. False when something stands there already. */
  place(target: string): Promise<boolean>
  remove(): Promise<void>
}

/**
 * Writes bytes, or copies a file, into a new folder below `incoming`, on the disk where it shall go.
 * Throws what the file system throws; nothing is left then.
 */
export async function stage(
  incoming: string,
  name: string,
  source: Uint8Array | string,
): Promise<Staged> {
  const folder = join(incoming, `${process.pid}-${randomBytes(6).toString('hex')}`)
  const path = join(folder, name)
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const to = await open(path, 'wx')
    try {
      if (typeof source !== 'string') await to.writeFile(source)
    } finally {
      await to.close()
    }
    // Over the empty file, so that the copy has the rights of a new file, not those of the old one.
    if (typeof source === 'string') await copyInto(source, path)
  } catch (thrown) {
    await remove()
    throw thrown
  }
  return { path, remove, place: (target) => place(path, target) }
}

/** Bytes; more of a file that grows without end is not copied. */
const mostCopied = 64 * 1024 * 1024

/** A file that changes meanwhile is copied once more. */
async function copyInto(source: string, path: string): Promise<void> {
  const stamp = async (): Promise<string> => {
    const { size, mtimeMs } = await stat(source)
    return `${size} ${mtimeMs}`
  }
  for (let tries = 0; tries < 2; tries++) {
    const before = await stamp()
    await pipeline(createReadStream(source, { end: mostCopied }), createWriteStream(path))
    if ((await stamp()) === before) return
  }
}

const cannotLink: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
])

async function place(path: string, target: string): Promise<boolean> {
  await sync(path)
  try {
    // Linking fails when the name is taken, where renaming would overwrite.
    await link(path, target)
    return true
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    if (code !== 'EXDEV' && !cannotLink.has(code)) throw thrown
    return placeWithoutLink(path, target, code === 'EXDEV')
  }
}

/** For disks that know no links, and folders of the library that lie on another disk. */
async function placeWithoutLink(path: string, target: string, copy: boolean): Promise<boolean> {
  if (await stands(target)) return false
  if (!copy) {
    await rename(path, target)
    return true
  }
  const temp = tempIn(dirname(target))
  try {
    await copyFile(path, temp)
    await sync(temp)
    if (await stands(target)) return false
    await rename(temp, target)
    return true
  } finally {
    await rm(temp, { force: true })
  }
}

const stands = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Makes what was put into folders last. Of many at the same time, those that wait for one folder are
 * served by one sync.
 */
export function createFolderSync(): (folder: string) => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<void>>()
  const begin = (folder: string): Promise<void> => {
    const work = syncFolder(folder).finally(() => {
      if (running.get(folder) === work) running.delete(folder)
    })
    running.set(folder, work)
    return work
  }
  return (folder) => {
    const now = running.get(folder)
    if (!now) return begin(folder)
    // What runs may have begun before the file was there.
    let next = waiting.get(folder)
    if (!next) {
      next = now
        .catch(() => undefined)
        .then(() => {
          waiting.delete(folder)
          return begin(folder)
        })
      waiting.set(folder, next)
    }
    return next
  }
}
