// What can go wrong with a file that is only a cache, and what is done about it: made anew where that
// helps, else done without a file. Either way it is told once, and no work of the user's waits for it.
import { rmSync } from 'node:fs'
import type { AppError } from '../../shared/errors.ts'
import { filesOf } from './place.ts'
import { OtherVersion } from './schema.ts'
import { resultCodes, sqliteCode } from './sqlite.ts'

/** anew: the file is of no use. without: the file, or its disk, cannot be used now. */
type Remedy = 'anew' | 'without'

/** What crosses from the thread that writes. */
export interface Trouble {
  readonly remedy: Remedy
  /** Primary result code of SQLite; null for anything else. */
  readonly code: number | null
  readonly detail: string
}

/** Null for what is a bug of ours and must be thrown. */
export function troubleOf(thrown: unknown): Trouble | null {
  if (thrown instanceof OtherVersion) return { remedy: 'anew', code: null, detail: thrown.message }
  if (!(thrown instanceof Error)) return null
  const code = sqliteCode(thrown)
  const remedy = code === null ? undefined : remedies.get(code)
  if (remedy) return { remedy, code, detail: thrown.message }
  // Damage that SQLite cannot see as such. Any other mistake in a statement is ours.
  const damaged = code !== null && /no such table|no such column|malformed/.test(thrown.message)
  return damaged ? { remedy: 'anew', code, detail: thrown.message } : null
}

const remedies: ReadonlyMap<number, Remedy> = new Map([
  [resultCodes.corrupt, 'anew'],
  [resultCodes.notADatabase, 'anew'],
  [resultCodes.busy, 'without'],
  [resultCodes.readOnly, 'without'],
  [resultCodes.io, 'without'],
  [resultCodes.full, 'without'],
  [resultCodes.cannotOpen, 'without'],
])

/** What the reader is told, once. */
export function noticeOf({ remedy, code, detail }: Trouble, path: string): AppError {
  if (remedy === 'anew')
    return {
      code: 'damaged',
      message: 'The index of this library could not be read and is made anew.',
      advice: 'You need not do anything: no work of yours is in it. Search finds more as it grows.',
      path,
      detail,
    }
  const [errorCode, why, advice] = reasons.get(code ?? -1) ?? otherReason
  return {
    code: errorCode,
    message: `The index of this library ${why}, so it is kept in memory until Parallax is closed.`,
    advice,
    path,
    detail,
  }
}

type Reason = readonly [code: AppError['code'], why: string, advice: string]
const otherReason: Reason = [
  'io',
  'cannot be written',
  'Look at the details below. Your work is saved all the same.',
]
const noPermission: Reason = [
  'no-permission',
  'lies in a folder that cannot be written to',
  'Give yourself permission to write there to have it read faster next time.',
]
const reasons: ReadonlyMap<number, Reason> = new Map([
  [
    resultCodes.full,
    ['disk-full', 'finds no room on its disk', 'Free some space to have it read faster next time.'],
  ],
  [resultCodes.readOnly, noPermission],
  [resultCodes.cannotOpen, noPermission],
  [
    resultCodes.busy,
    ['locked', 'is held by another program', 'Close other windows of Parallax if this stays so.'],
  ],
])

/** Removes an index that is of no use. Gives whether it is gone. */
export function removeIndex(path: string): boolean {
  try {
    for (const file of filesOf(path)) rmSync(file, { force: true, recursive: true })
    return true
  } catch (thrown) {
    // Another process holds it (Windows), or the folder is read-only: then it is done without.
    if (thrown instanceof Error) return false
    throw thrown
  }
}
