// Whether there is a folder where somebody says that a library is.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../shared/result.ts'
import { notAFolder } from './core/refusals.ts'
import { attempt } from './errors.ts'

/** Its absolute path. Fails with `not-found`, `not-a-folder`, or why it cannot be looked at. */
export async function libraryFolder(path: string): Promise<Result<string>> {
  const root = resolve(path)
  const found = await attempt(root, 'opened', () => stat(root))
  if (!found.ok) return found
  return found.value.isDirectory() ? ok(root) : fail(notAFolder(root))
}
