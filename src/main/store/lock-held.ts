// A library's lock while it is held: signs of life, and what has become of it.
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { constants, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { lookAt, markLetGo, type Owner, parseOwner } from './lock-owner.ts'

/** Milliseconds between two signs of life. */
const beat = 10_000

const noWaiting = (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** What has become of a lock that was taken. */
type Holding =
  | { readonly is: 'held' }
  /** Another has it: this machine slept for long, or was cut off from the disk. */
  | { readonly is: 'taken'; readonly owner: Owner }
  /** The file was removed, maybe with its folder. */
  | { readonly is: 'gone' }
  | { readonly is: 'unreadable'; readonly error: AppError }

export interface Lock {
  /** Whether the lock is still ours. */
  isHeld(): boolean
  holding(): Holding
  /**
   * Makes a lock that is gone anew, with its folder, but never the folder above that. Does not wait.
   * Fails with `locked` when another was faster, else with what the disk says.
   */
  retake(): Result<void>
  release(): Promise<void>
}

/**
 * A lock whose file has just been made.
 * @param content of the file
 */
export function hold(path: string, mine: Owner, content: string): Lock {
  const holding = (): Holding => {
    try {
      const seen = lookAt(path)
      if (seen.is === 'nothing') return { is: 'gone' }
      if (seen.is === 'torn') return { is: 'unreadable', error: tornLock(path) }
      const { owner } = seen
      return owner.token === mine.token ? { is: 'held' } : { is: 'taken', owner }
    } catch (thrown) {
      return { is: 'unreadable', error: cannotLock(errorFor(thrown, path, 'read')) }
    }
  }
  const isHeld = (): boolean => holding().is === 'held'
  const timer = setInterval(() => {
    // When none can be given, whoever writes next is told what has become of the lock.
    giveSign(path, mine).catch(() => undefined)
  }, beat)
  timer.unref()
  return {
    isHeld,
    holding,
    retake() {
      try {
        makeOne(dirname(path))
        writeFileSync(path, content, { flag: 'wx', mode: 0o600 })
        return ok(undefined)
      } catch (thrown) {
        const now = holding()
        if (now.is === 'held') return ok(undefined)
        return fail(
          now.is === 'taken' ? lockedBy(now.owner, path) : errorFor(thrown, dirname(path), 'made'),
        )
      }
    },
    async release() {
      clearInterval(timer)
      const isOurs = isHeld()
      markLetGo(mine)
      if (isOurs) await rm(path, { force: true })
    },
  }
}

/**
 * Makes one folder, in a folder that is there: a library that was moved away is not begun anew where it
 * was. Does nothing when it is there; throws when something else is, a link too.
 */
export function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (thrown) {
    const isThere = (thrown as NodeJS.ErrnoException).code === 'EEXIST'
    // Not through a link: it may lead anywhere.
    if (!isThere || !lstatSync(path).isDirectory()) throw thrown
  }
}

/** A sign of life, given to the file that was asked whose it is, whatever stands in its place by then. */
async function giveSign(path: string, mine: Owner): Promise<void> {
  const file = await open(path, constants.O_RDWR | noWaiting)
  try {
    const now = new Date()
    if (parseOwner(await file.readFile('utf8'))?.token === mine.token) await file.utimes(now, now)
  } finally {
    await file.close()
  }
}

export const lockedBy = (owner: Owner | null, path: string): AppError => ({
  code: 'locked',
  message: 'This library is open in another Parallax, so it can be read here but not changed.',
  advice: 'Close the other window, then open the library again.',
  path,
  ...(owner && { detail: `process ${owner.pid} on ${owner.host}` }),
})

export const cannotLock = (error: AppError): AppError => ({
  ...error,
  message: `This library can be read here but not changed: ${error.message}`,
})

const tornLock = (path: string): AppError => ({
  code: 'locked',
  message:
    'Another program wrote over the mark by which this library is kept for one Parallax, so nothing more is saved here.',
  advice: 'Open the library again.',
  path,
})
