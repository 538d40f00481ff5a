// Which files a path stands for that could be added to a library.
import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { CallResult } from '../../../shared/calls.ts'
import { walk } from '../../core/shelf/walk.ts'
import { attempt } from '../../errors.ts'

/** A file as it is; of a folder its article files, which keep their places in it. */
export async function filesAt(named: string): Promise<CallResult<'files-find'>> {
  const path = resolve(named)
  const there = await attempt(path, 'read', () => stat(path))
  // What is not there is told with the others, as a file that was refused.
  if (!there.ok || !there.value.isDirectory())
    return { files: [{ name: basename(path), path }], problems: [] }
  const { files, problems } = await walk(path)
  const folder = basename(path)
  return {
    files: files.map((file) => ({
      name: folder === '' ? file.path : `${folder}/${file.path}`,
      path: join(path, file.path),
    })),
    problems: [...problems],
  }
}
