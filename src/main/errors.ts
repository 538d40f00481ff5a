// Turns what Node throws into the errors the app speaks: which file, what happened, what to do.
import { basename } from 'node:path'
import type { AppError, ErrorCode } from '../shared/errors.ts'
import { fail, type Result } from '../shared/result.ts'

const isErrno = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && 'code' in thrown

const known: Readonly<
  Record<string, readonly [code: ErrorCode, what: string, advice: string] | undefined>
> = {
  ENOENT: [
    'not-found',
    'is not there',
    'Look whether its name is right, and whether it was moved or renamed.',
  ],
  EACCES: [
    'no-permission',
    'may not be opened by this user',
    'Give yourself permission to read and write it, then try again.',
  ],
  EPERM: [
    'no-permission',
    'may not be opened by this user',
    'Give yourself permission to read and write it, then try again.',
  ],
  EROFS: [
    'no-permission',
    'is on a disk that cannot be written to',
    'Copy the folder to a disk that can be written to.',
  ],
  EISDIR: ['is-folder', 'is a folder, not a file', 'Choose a file.'],
  ENOTDIR: [
    'not-a-folder',
    'cannot be reached: a file stands where a folder should be',
    'Move that file away, then try again.',
  ],
  ENOSPC: [
    'disk-full',
    'could not be written: the disk is full',
    'Free some space, then try again.',
  ],
  EDQUOT: [
    'disk-full',
    'could not be written: your quota of disk space is used up',
    'Free some space, then try again.',
  ],
  EFBIG: [
    'disk-full',
    'could not be written: it would be too large',
    'Free some space, then try again.',
  ],
}

/**
 * The AppError for something thrown while touching `path`.
 * @param verb what was being done, for the unknown case: "read", "saved"
 */
export function errorFor(thrown: unknown, path: string, verb: string): AppError {
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  const name = `“${basename(path)}”`
  const match = isErrno(thrown) && thrown.code !== undefined ? known[thrown.code] : undefined
  if (match) {
    const [code, what, advice] = match
    return { code, message: `${name} ${what}.`, advice, path, detail }
  }
  return {
    code: 'io',
    message: `${name} could not be ${verb}.`,
    advice: 'Look at the details below, then try again.',
    path,
    detail,
  }
}

/** Runs work that touches one file and gives its failure as a value. */
export async function attempt<T>(
  path: string,
  verb: string,
  work: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    return fail(errorFor(thrown, path, verb))
  }
}
