// Whether another Parallax that shares the user's own folder has a library on this machine: what lies in
// there is kept by that one.
import { seenAt } from './lock-files.ts'
import { isNear, lifeOf } from './lock-owner.ts'
import { thisMachine } from './machine.ts'

/**
 * @param lock path of the library's lock, which the caller does not hold
 * @param data as `Owner.data`: with a folder of its own the caller has an index of its own
 */
export async function isHeldBeside(lock: string, data: string | null): Promise<boolean> {
  const seen = seenAt(lock)
  if (seen?.is !== 'owned') return false
  if (seen.owner.data != null && seen.owner.data !== data) return false
  const machine = thisMachine()
  if (!isNear(seen.owner, machine.place) || !mayBeAsked(seen.owner.pid)) return false
  return (await lifeOf(seen.owner, machine)) !== 'dead'
}

/** Another user's process may not be. */
function mayBeAsked(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // It is gone, or it is another user's, who has an index of their own.
    return false
  }
}
