// One process writes a library; a second opens it read-only. proper-lockfile knows a dead owner only
// by an old time stamp: a start right after a crash would be read-only, and a clock that is set anew
// would make a living owner seem dead. This one asks for the owner's process. Where that cannot be
// looked up, on another machine, it watches for signs of life and counts its own looks.
import { link, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppError } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorFor } from '../errors.ts'
import { cannotLock, hold, type Lock, lockedBy, makeOne } from './lock-held.ts'
import { type Life, lifeOf, lookAt, type Owner, ourselves, type Seen } from './lock-owner.ts'
import { type Machine, thisMachine } from './machine.ts'

/** Milliseconds between two looks at an owner that cannot be looked up, and how many it may stay silent for. */
const lookEvery = 3_000
const patientLooks = 20
/** Milliseconds between two tries while another takes a lock over, and tries after which what stands still is left over. */
const pause = 50
const patientTries = 10
const mostTries = 60

export type { Lock } from './lock-held.ts'

export interface LockOptions {
  readonly machine?: Machine
  /** Milliseconds between two looks at an owner that cannot be looked up; 3,000 if not given. */
  readonly every?: number
  /** Looks without a sign of life after which such an owner is given up; 20 if not given. */
  readonly looks?: number
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
  const taker = await createTaker(path, options.machine ?? thisMachine())
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
  const taker = createTaker(path, options.machine ?? thisMachine())
  const isSilent = createPatience(looks)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    const seen = safely(() => lookAt(path))
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

/**
 * Whether a lock has stood still for so many looks. Looks are counted, not time: a machine that slept
 * between two of them has seen nothing meanwhile.
 */
function createPatience(looks: number): (stamp: string) => boolean {
  let before = ''
  let quiet = 0
  return (stamp) => {
    quiet = stamp === before ? quiet + 1 : 0
    before = stamp
    return quiet >= looks
  }
}

type Attempt =
  | { readonly is: 'taken'; readonly lock: Lock }
  | {
      readonly is: 'held'
      readonly owner: Owner | null
      readonly life: Exclude<Life, 'dead'>
      readonly stamp: string
    }
  | { readonly is: 'failed'; readonly error: AppError }

interface Taker {
  /** @param silent the state of a lock whose owner was given up */
  attempt(silent: string | null): Promise<Attempt>
}

async function createTaker(path: string, machine: Machine): Promise<Taker> {
  const mine = await ourselves(machine)
  const draft = `${path}.${mine.token}`
  const content = `${JSON.stringify(mine)}\n`

  /** Whether what was seen may be taken away, and by what its owner is known to live. */
  const judge = async (seen: Seen, silent: string | null): Promise<Life> => {
    if (seen.is === 'nothing') return 'dead'
    const life = seen.is === 'torn' ? 'unknown' : await lifeOf(seen.owner, machine)
    // Silence tells only where nothing else does: a process that is known to live may be held up.
    return life === 'unknown' && seen.stamp === silent ? 'dead' : life
  }

  /** The answer where an owner lives, or may live. */
  const heldBy = async (seen: Seen, silent: string | null): Promise<Attempt | null> => {
    const life = await judge(seen, silent)
    return seen.is === 'owned' && life !== 'dead'
      ? { is: 'held', owner: seen.owner, life, stamp: seen.stamp }
      : null
  }

  const tryAll = async (given: string | null): Promise<Attempt> => {
    // A torn lock is being written at this moment, or never will be.
    const isTorn = createPatience(patientTries)
    const isLeft = createPatience(patientTries)
    let silent = given
    for (let tries = 0; tries < mostTries; tries++) {
      if (await tryLink(content, draft, path)) {
        await sweepDrafts(path, machine)
        return { is: 'taken', lock: hold(path, mine, content) }
      }
      const seen = lookAt(path)
      if (seen.is === 'nothing') continue
      const held = await heldBy(seen, silent)
      if (held) return held
      if (seen.is === 'owned' || seen.stamp === silent) await removeStale(seen.stamp, isLeft)
      else if (isTorn(seen.stamp)) silent = seen.stamp
      else await sleep(pause)
    }
    return { is: 'held', owner: null, life: 'alive', stamp: '' }
  }

  /**
   * Takes a dead owner's file away. Of several that want to, one at a time may, and looks again before:
   * otherwise the second would take away what the first had just made.
   */
  const removeStale = async (stamp: string, isLeft: (stamp: string) => boolean): Promise<void> => {
    const takeover = `${path}.takeover`
    if (!(await tryLink(content, draft, takeover))) {
      const taking = lookAt(takeover)
      if (taking.is === 'nothing') return
      const life = await judge(taking, null)
      const isLeftOver = life === 'dead' || (life === 'unknown' && isLeft(taking.stamp))
      if (isLeftOver) await rm(takeover, { force: true })
      else await sleep(pause)
      return
    }
    try {
      const seen = lookAt(path)
      if (seen.is !== 'nothing' && seen.stamp === stamp) await rm(path, { force: true })
    } finally {
      await rm(takeover, { force: true })
    }
  }

  return {
    async attempt(silent) {
      try {
        // Most often another has it: then nothing need be written to find that out.
        const held = await heldBy(lookAt(path), silent)
        if (held) return held
        makeOne(dirname(path))
        return await tryAll(silent)
      } catch (thrown) {
        return { is: 'failed', error: cannotLock(errorFor(thrown, path, 'made')) }
      } finally {
        await rm(draft, { force: true }).catch(() => undefined)
      }
    },
  }
}

const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

/** Makes a file with this content where none is: of two that try at once, one succeeds. */
async function tryLink(content: string, draft: string, to: string): Promise<boolean> {
  try {
    // Another taker may have swept it.
    await writeFile(draft, content, { mode: 0o600 })
    await link(draft, to)
    return true
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return false
    // Some network disks and FAT know no links: make the file outright.
    if (!noLinks.has(code)) throw thrown
    const made = await writeFile(to, content, { flag: 'wx', mode: 0o600 }).catch(
      (second: NodeJS.ErrnoException) => second,
    )
    if (made === undefined) return true
    if (made.code === 'EEXIST') return false
    throw made
  }
}

/** Milliseconds after which a draft that names no owner is left over. One that was not is written again. */
const draftLasts = 60_000

/** Removes what takers that were killed have left beside the lock. Only its holder may. */
async function sweepDrafts(path: string, machine: Machine): Promise<void> {
  const folder = dirname(path)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const draft = join(folder, name)
    const seen = safely(() => lookAt(draft))
    if (seen === null || seen.is === 'nothing') continue
    const isLeft =
      seen.is === 'owned'
        ? (await lifeOf(seen.owner, machine)) === 'dead'
        : Date.now() - Number(seen.stamp.split(' ')[2]) > draftLasts
    if (isLeft) await rm(draft, { force: true })
  }
}

function safely<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
