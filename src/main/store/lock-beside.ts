// Whether another Parallax of the same user has a library on this machine: they share what lies in the
// user's own folder.
import { seenAt } from './lock-files.ts'
import { isNear, lifeOf } from './lock-owner.ts'
import { thisMachine } from './machine.ts'

/** @param lock path of the library's lock, which the caller does not hold */
export async function isHeldBeside(lock: string): Promise<boolean> {
  const seen = seenAt(lock)
  if (seen?.is !== 'owned') return false
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
