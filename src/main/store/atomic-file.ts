// A text file that is whole or not there: temp, fsync, rename, fsync of the folder.
// Anything less loses acknowledged writes in a power cut. It is lowdb's storage adapter.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const tempMark = '.parallax-tmp-'

/**
 * Writes a file so that a reader, a crash or a power cut sees the old content or the new.
 * Makes the folder when it is missing. Throws what the file system throws; the old file then
 * stands as it was and no temporary file is left.
 */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  const temp = join(
    folder,
    `${basename(path)}${tempMark}${process.pid}-${randomBytes(4).toString('hex')}`,
  )
  try {
    await writeSynced(temp, content).catch(async (thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'ENOENT') throw thrown
      await mkdir(folder, { recursive: true })
      await writeSynced(temp, content)
    })
    await rename(temp, path)
  } catch (thrown) {
    await rm(temp, { force: true })
    throw thrown
  }
  await syncFolder(folder)
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename in the folder last. Windows cannot open folders, and needs it not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The file's text, or null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

/** Removes what kills in the middle of a write left behind. Only for the one who holds the lock. */
export async function sweepTemps(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const temps = names.filter((name) => name.includes(tempMark))
  await Promise.all(temps.map((name) => rm(join(folder, name), { force: true })))
  return temps.length
}
