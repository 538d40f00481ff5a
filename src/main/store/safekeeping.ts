// What stands between a user's annotations and a bad day: a copy of each file as it was before this
// session changed it, and a place apart for files that cannot be read. Nothing here deletes.
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { attempt } from '../errors.ts'
import { readIfThere, writeAtomic } from './atomic-file.ts'
import { makeFolder } from './make-folder.ts'
import { type Format, parseVersioned } from './versioned.ts'

/** Keeps a copy of data that was just read or written whole. */
export async function backUp<T>(backup: string, format: Format<T>, data: T): Promise<Result<void>> {
  return attempt(backup, 'saved', async () => {
    await writeAtomic(backup, format.serialize(data))
  })
}

/** Moves a damaged file out of the way, into `folder`, under a name that says when. Gives the new path. */
export async function setAside(file: string, folder: string, now: Date): Promise<Result<string>> {
  const stamp = now.toISOString().replaceAll(':', '-')
  const target = join(folder, `${stamp}-${randomBytes(3).toString('hex')}-${basename(file)}`)
  return attempt(file, 'moved aside', async () => {
    await makeFolder(folder, undefined, 0)
    await rename(file, target)
    return target
  })
}

/** Whether the kept copy is there and can be read. */
export async function hasGoodCopy<T>(backup: string, format: Format<T>): Promise<boolean> {
  const text = await readIfThere(backup).catch(() => null)
  return text !== null && parseVersioned(format, text, backup).ok
}

/** Puts the kept copy where the damaged file was. Fails when something stands there. */
export async function restoreCopy<T>(
  file: string,
  backup: string,
  format: Format<T>,
): Promise<Result<void>> {
  const copy = await attempt(backup, 'read', () => readIfThere(backup))
  if (!copy.ok) return copy
  if (copy.value === null) return fail(noCopy(backup))
  const parsed = parseVersioned(format, copy.value, backup)
  if (!parsed.ok) return parsed
  const there = await attempt(file, 'read', () => readIfThere(file))
  if (!there.ok) return there
  if (there.value !== null) return ok(undefined)
  const text = copy.value
  return attempt(file, 'saved', async () => {
    await writeAtomic(file, text)
  })
}

const noCopy = (path: string) =>
  ({
    code: 'not-found',
    message: 'There is no earlier copy of these annotations.',
    advice: 'Go on without it; the damaged file is kept.',
    path,
  }) as const
