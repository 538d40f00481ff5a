// Turns what Node throws into the errors the app speaks: which file, what happened, what to do.
import { basename } from 'node:path'
import type { AppError, ErrorCode } from '../shared/errors.ts'
import { fail, type Result } from '../shared/result.ts'

/** Thrown where a file was to be read and something else stands: it is not opened. */
export class NotAFile extends Error {
  readonly code: 'EISDIR' | 'ENOTFILE'

  /** @param kind in words: "a named pipe" */
  constructor(
    readonly path: string,
    readonly kind: string,
  ) {
    super(`${path} is ${kind}, not a file`)
    this.code = kind === 'a folder' ? 'EISDIR' : 'ENOTFILE'
  }
}

const isErrno = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error && 'code' in thrown

/** What was being done to the file, as it stands after "could not be". */
export type Verb =
  | 'copied'
  | 'made'
  | 'moved'
  | 'moved aside'
  | 'opened'
  | 'read'
  | 'removed'
  | 'saved'
  | 'watched'

interface Words {
  readonly code: ErrorCode
  /** What happened, after the file's name. */
  readonly what: string
  readonly advice: string
}

const writing: ReadonlySet<Verb> = new Set(['made', 'moved', 'moved aside', 'removed', 'saved'])

const noRoom = (why: string) => (): Words => ({
  code: 'disk-full',
  what: `could not be written: ${why}`,
  advice: 'Free some space, then try again.',
})

const noPermission = (verb: Verb): Words => ({
  code: 'no-permission',
  what: writing.has(verb)
    ? `could not be ${verb}: this user may not write there`
    : 'may not be opened by this user',
  advice: 'Give yourself permission to read and write it, then try again.',
})

const known: Readonly<Record<string, ((verb: Verb) => Words) | undefined>> = {
  ENOENT: (verb) =>
    writing.has(verb)
      ? {
          code: 'not-found',
          what: `could not be ${verb}: the folder for it is not there`,
          advice: 'Look whether that folder was moved, renamed or unplugged.',
        }
      : {
          code: 'not-found',
          what: 'is not there',
          advice: 'Look whether its name is right, and whether it was moved or renamed.',
        },
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: (verb) => ({
    code: 'no-permission',
    what: `could not be ${verb}: the disk cannot be written to`,
    advice: 'Make the disk writable, or copy the folder to another one, then try again.',
  }),
  EISDIR: () => ({
    code: 'is-folder',
    what: 'is a folder, not a file',
    advice: 'Choose a file.',
  }),
  ENOTDIR: () => ({
    code: 'not-a-folder',
    what: 'cannot be reached: a file stands where a folder should be',
    advice: 'Move that file away, then try again.',
  }),
  ELOOP: () => ({
    code: 'io',
    what: 'cannot be reached: the links to it lead in a circle',
    advice: 'Put the file itself in the place of the link.',
  }),
  ENAMETOOLONG: () => ({
    code: 'bad-argument',
    what: 'has a longer name than this disk takes',
    advice: 'Give it a shorter name.',
  }),
  EIO: (verb) => ({
    code: 'io',
    what: `could not be ${verb}: the disk reports a fault`,
    advice: 'See that the disk is connected and sound, then try again.',
  }),
  ENOSPC: noRoom('the disk is full'),
  EDQUOT: noRoom('your quota of disk space is used up'),
  EFBIG: noRoom('it would be too large'),
}

/** The AppError for something thrown while touching `path`. */
export function errorFor(thrown: unknown, path: string, verb: Verb): AppError {
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  const name = `“${basename(path)}”`
  if (thrown instanceof NotAFile && thrown.code === 'ENOTFILE')
    return {
      code: 'unsupported',
      message: `${name} is ${thrown.kind}, not a file, so it was not opened.`,
      advice: 'Move it away, then try again.',
      path,
      detail,
    }
  const words = isErrno(thrown) && thrown.code !== undefined ? known[thrown.code] : undefined
  if (words) {
    const { code, what, advice } = words(verb)
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
  verb: Verb,
  work: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    return fail(errorFor(thrown, path, verb))
  }
}
