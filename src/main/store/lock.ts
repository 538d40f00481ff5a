// One process writes a library; a second opens it read-only. proper-lockfile knows a dead owner only
// by an old time stamp: a start right after a crash would be read-only, and a clock that is set anew
// would make a living owner seem dead. This one asks for the owner's process. Where that cannot be
// looked up, on another machine, it watches for signs of life and counts its own looks.
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { seenAt } from './lock-files.ts'
import { type Lock, lockedBy } from './lock-held.ts'
import { createPatience, createTaker } from './lock-taker.ts'
import { type Machine, thisMachine } from './machine.ts'

/** Milliseconds between two looks at an owner that cannot be looked up, and how many it may stay silent for. */
const lookEvery = 3_000
const patientLooks = 20

export type { Lock } from './lock-held.ts'

export interface LockOptions {
  readonly machine?: Machine
  /** Milliseconds between two looks at an owner that cannot be looked up; 3,000 if not given. */
  readonly every?: number
  /** Looks without a sign of life after which such an owner is given up; 20 if not given. */
  readonly looks?: number
  /** As `Owner.data`. */
  readonly data?: string | null
}

/**
 * Takes the lock file. Fails with `locked` when a process has it that lives, or may live; with
 * what the disk says when it cannot be made.
 * @param waiting is told who has the lock when only time can tell whether that process lives, and
 *   then the answer is waited for; without it such a lock counts as held
 */
export async function takeLock(
  path: string,
  options: LockOptions & { readonly waiting?: (held: AppError) => void } = {},
): Promise<Result<Lock>> {
  const { every = lookEvery, looks = patientLooks, waiting } = options
  const taker = await createTaker(path, options.machine ?? thisMachine(), options.data ?? null)
  const isSilent = createPatience(looks)
  let attempt = await taker.attempt(null)
  if (attempt.is === 'held' && attempt.life === 'unknown' && waiting) {
    waiting(lockedBy(attempt.owner, path))
    const first = attempt.stamp
    while (attempt.is === 'held' && attempt.life === 'unknown' && attempt.stamp === first) {
      const silent = isSilent(attempt.stamp) ? attempt.stamp : null
      if (silent === null) await sleep(every)
      attempt = await taker.attempt(silent)
    }
  }
  if (attempt.is === 'taken') return ok(attempt.lock)
  return fail(attempt.is === 'failed' ? attempt.error : lockedBy(attempt.owner, path))
}

/**
 * Watches a lock that another has, and takes it as soon as it is free. Never keeps the process alive.
 * @param taken is called once, with the lock, unless it was stopped before
 * @returns stops the watching; resolves when nothing is under way any more
 */
export function waitForLock(
  path: string,
  taken: (lock: Lock) => void,
  options: LockOptions = {},
): () => Promise<void> {
  const { every = lookEvery, looks = patientLooks } = options
  const taker = createTaker(path, options.machine ?? thisMachine(), options.data ?? null)
  const isSilent = createPatience(looks)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    const seen = seenAt(path)
    const silent = seen !== null && 'stamp' in seen && isSilent(seen.stamp) ? seen.stamp : null
    const attempt = await (await taker).attempt(silent)
    if (attempt.is !== 'taken') return arm()
    if (stopped) await attempt.lock.release()
    else taken(attempt.lock)
  }
  const arm = (): void => {
    if (stopped) return
    timer = setTimeout(() => {
      looking = look()
    }, every)
    timer.unref()
  }
  arm()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await looking
  }
}
