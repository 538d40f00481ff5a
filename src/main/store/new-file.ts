// Puts a new file beside the user's own: whole or not at all, and never over another.
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, link, lstat, open, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFolder, tempIn } from './atomic-file.ts'
import { makeFolder } from './make-folder.ts'
import { openRegular } from './regular-file.ts'

/** A file on its way in, in a folder of its own, under the name that it came with. */
export interface Staged {
  readonly path: string
  /** Makes its content last: may be begun while it is read. `place` waits for it. */
  settle(): Promise<void>
  /** Gives what has settled a place. False when something stands there already. */
  place(target: string): Promise<boolean>
  remove(): Promise<void>
}

/** What is asked of the disk where it can fail for reasons that are the disk's own. */
export interface Disk {
  /** Makes a new file of bytes, or of what another file holds, with the rights of a new file. */
  readonly fill: (path: string, source: Uint8Array | string) => Promise<void>
  /** Gives a file a second name; fails with EEXIST where that is taken. */
  readonly link: (path: string, target: string) => Promise<void>
  readonly copy: (path: string, target: string) => Promise<void>
}

const realDisk: Disk = {
  fill: (path, source) =>
    typeof source === 'string' ? copyInto(source, path) : writeFile(path, source, { flag: 'wx' }),
  link,
  copy: copyFile,
}

/**
 * Writes bytes, or copies a file, into a new folder below `incoming`, on the disk where it shall go.
 * Throws what the file system throws; nothing is left then.
 */
export async function stage(
  incoming: string,
  name: string,
  source: Uint8Array | string,
  disk: Disk = realDisk,
): Promise<Staged> {
  const folder = join(incoming, `${process.pid}-${randomBytes(6).toString('hex')}`)
  const path = join(folder, name)
  const remove = async (): Promise<void> => {
    try {
      await rm(path, { force: true })
      await rmdir(folder)
    } catch {
      await rm(folder, { recursive: true, force: true })
    }
  }
  let settled: Promise<void> | null = null
  const settle = (): Promise<void> => {
    settled ??= sync(path)
    return settled
  }
  try {
    await makeFolder(folder, 0o700, 1)
    await disk.fill(path, source)
  } catch (thrown) {
    await remove()
    throw thrown
  }
  return {
    path,
    remove,
    settle,
    async place(target) {
      await settle()
      return place(disk, path, target)
    },
  }
}

/** Bytes: what is read in one piece, and of a file that grows without end, what is copied. */
const onePiece = 4 * 1024 * 1024
const mostCopied = 64 * 1024 * 1024

/** A file that changes meanwhile is copied once more. Not `copyFile`, which takes its rights over. */
async function copyInto(source: string, path: string): Promise<void> {
  for (const flag of ['wx', 'w']) {
    const before = await stat(source)
    if (before.size <= onePiece)
      await writeFile(path, await readPiece(source, before.size), { flag })
    else
      await pipeline(
        // The stream closes the file.
        (await openRegular(source)).createReadStream({ end: mostCopied }),
        createWriteStream(path, { flags: flag }),
      )
    const { size, mtimeMs } = await stat(source)
    if (size === before.size && mtimeMs === before.mtimeMs) return
  }
}

/** As many bytes of a file, or as many as it has. */
async function readPiece(path: string, size: number): Promise<Uint8Array> {
  const file = await openRegular(path)
  try {
    const buffer = Buffer.allocUnsafe(size)
    let length = 0
    while (length < size) {
      const { bytesRead } = await file.read(buffer, length, size - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

const cannotLink: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
])

async function place(disk: Disk, path: string, target: string): Promise<boolean> {
  try {
    // Linking fails when the name is taken, where renaming would overwrite.
    await disk.link(path, target)
    return true
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    if (code !== 'EXDEV' && !cannotLink.has(code)) throw thrown
    return code === 'EXDEV' ? placeByCopy(disk, path, target) : placeByRename(path, target)
  }
}

/** For disks that know no links. */
async function placeByRename(path: string, target: string): Promise<boolean> {
  if (await stands(target)) return false
  await rename(path, target)
  return true
}

/** For folders of the library that lie on another disk. */
async function placeByCopy(disk: Disk, path: string, target: string): Promise<boolean> {
  if (await stands(target)) return false
  const temp = tempIn(dirname(target))
  try {
    await disk.copy(path, temp)
    await sync(temp)
    return await placeByRename(temp, target)
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
