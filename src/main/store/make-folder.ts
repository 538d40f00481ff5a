// Makes folders and says truly why one cannot be made: on a disk that cannot be written to, Node's
// own recursive `mkdir` says that the folder is not there.
import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are missing. Does nothing when it is there.
 * @param mode of the folders that are made
 * @param above how many above it may be made: what lies in a library must not begin the library anew
 *   where it was moved away; all if not given
 * @throws what the file system says of the first that cannot be made
 */
export async function makeFolder(
  path: string,
  mode?: number,
  above = Number.POSITIVE_INFINITY,
): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    const parent = dirname(path)
    if (code === 'ENOENT' && parent !== path && above > 0) {
      await makeFolder(parent, mode, above - 1)
      return makeFolder(path, mode, 0)
    }
    // Another may have made it, and some disks say first that they cannot be written to.
    const there = await stat(path).catch(() => null)
    if (!there?.isDirectory()) throw thrown
  }
}
