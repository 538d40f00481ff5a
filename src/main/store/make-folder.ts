// Makes folders and says truly why one cannot be made: on a disk that cannot be written to, Node's
// own recursive `mkdir` says that the folder is not there.
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are missing. Does nothing when it is there.
 * @param mode of the folders that are made
 * @throws what the file system says of the first that cannot be made
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    const parent = dirname(path)
    if (code === 'ENOENT' && parent !== path) {
      await makeFolder(parent, mode)
      return makeFolder(path, mode)
    }
    // Another may have made it, and some disks say first that they cannot be written to.
    const there = await stat(path).catch(() => null)
    if (!there?.isDirectory()) throw thrown
  }
}
