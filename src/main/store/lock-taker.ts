// Tries to take a lock: where its owner is dead, or was given up, the file is taken away first, by one
// taker at a time.
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppError } from '../../shared/errors.ts'
import { errorFor } from '../errors.ts'
import { sweepDrafts, tryLink } from './lock-files.ts'
import { cannotLock, hold, type Lock, makeOne } from './lock-held.ts'
import { type Life, lifeOf, lookAt, type Owner, ourselves, type Seen } from './lock-owner.ts'
import type { Machine } from './machine.ts'

/** Milliseconds between two tries while another takes a lock over, and tries after which what stands still is left over. */
const pause = 50
const patientTries = 10
const mostTries = 60

/**
 * Whether a lock has stood still for so many looks. Looks are counted, not time: a machine that slept
 * between two of them has seen nothing meanwhile.
 */
export function createPatience(looks: number): (stamp: string) => boolean {
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

export async function createTaker(
  path: string,
  machine: Machine,
  data: string | null,
): Promise<Taker> {
  const mine = await ourselves(machine, data)
  const draft = `${path}.${mine.token}`
  const content = `${JSON.stringify(mine)}\n`

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
      const held = await heldBy(seen, silent, machine)
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
      const life = await judge(taking, null, machine)
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
        const held = await heldBy(lookAt(path), silent, machine)
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

/** Whether what was seen may be taken away, and by what its owner is known to live. */
async function judge(seen: Seen, silent: string | null, machine: Machine): Promise<Life> {
  if (seen.is === 'nothing') return 'dead'
  const life = seen.is === 'torn' ? 'unknown' : await lifeOf(seen.owner, machine)
  // Silence tells only where nothing else does: a process that is known to live may be held up.
  return life === 'unknown' && seen.stamp === silent ? 'dead' : life
}

/** The answer where an owner lives, or may live. */
async function heldBy(
  seen: Seen,
  silent: string | null,
  machine: Machine,
): Promise<Attempt | null> {
  const life = await judge(seen, silent, machine)
  return seen.is === 'owned' && life !== 'dead'
    ? { is: 'held', owner: seen.owner, life, stamp: seen.stamp }
    : null
}
