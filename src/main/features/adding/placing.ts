// Gives a file its place in the library: its folders, and a name that none has yet.
import { lstat, mkdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { AppError } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { FoundFile } from '../../core/shelf/walk.ts'
import { attempt } from '../../errors.ts'
import { createFolderSync, type Staged } from '../../store/new-file.ts'
import { numbered } from './safe-name.ts'

export interface Placing {
  /**
   * Puts a copy where it is wanted, or beside what stands there. Throws what the disk says of the file
   * itself.
   * @param wanted path inside the library; a number goes into it while it is taken
   */
  place(staged: Pick<Staged, 'place'>, wanted: string): Promise<Result<FoundFile>>
  /** Makes what was placed last through a power cut; fails with what the disk says. */
  sync(path: string): Promise<Result<void>>
}

/** @param root of the library */
export function createPlacing(root: string): Placing {
  const syncFolder = createFolderSync()
  /** The number that was given last to a name that was taken. */
  const numbers = new Map<string, number>()
  return {
    async place(staged, wanted) {
      const folder = await makeFolders(root, dirname(wanted), syncFolder)
      if (!folder.ok) return folder
      let number = numbers.get(wanted) ?? 1
      let path = wanted
      for (;;) {
        path = number === 1 ? wanted : numbered(wanted, number)
        if (await staged.place(join(root, path))) break
        number++
      }
      // Of many files of one name none asks again for those that are taken.
      if (number > 1) numbers.set(wanted, number)
      const { size, mtimeMs } = await stat(join(root, path))
      return ok({ path, size, mtimeMs })
    },
    sync: (path) => attempt(join(root, path), 'saved', () => syncFolder(dirname(join(root, path)))),
  }
}

/**
 * Makes the folders of a dropped path, so that they last. A link in their place is refused: it may lead
 * out of the library.
 */
async function makeFolders(
  root: string,
  folder: string,
  syncFolder: (folder: string) => Promise<void>,
): Promise<Result<void>> {
  let here = root
  for (const part of folder === '.' ? [] : folder.split('/')) {
    here = join(here, part)
    const made = await attempt(here, 'made', async () => {
      const there = await lstat(here).catch(() => null)
      if (there) return there
      await mkdir(here).then(
        () => syncFolder(dirname(here)),
        (thrown: NodeJS.ErrnoException) => {
          if (thrown.code !== 'EEXIST') throw thrown
        },
      )
      return lstat(here)
    })
    if (!made.ok) return made
    if (!made.value.isDirectory()) return fail(inTheWay(here))
  }
  return ok(undefined)
}

const inTheWay = (path: string): AppError => ({
  code: 'not-a-folder',
  message: `“${basename(path)}” is a file or a link in the library, where a folder of that name was to be made.`,
  advice: 'Rename one of them, then try again.',
  path,
})
