// Whether an open library may be written to. It holds the lock, gets it later where another has it,
// and makes it anew when somebody removes it while the library is open.
import type { AppError } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { StoreFolder } from '../store/folder.ts'
import { type Lock, takeLock, waitForLock } from '../store/lock.ts'
import { linkIn } from '../store/no-links.ts'
import {
  closedMeanwhile,
  lockLost,
  lookingOn,
  notWrittenAgain,
  storeRemoved,
  storeUnreachable,
} from './refusals.ts'

/** Milliseconds between two looks at what has become of the lock while nobody writes. */
const lookEvery = 10_000

export interface WriteAccessOptions {
  /** Told who has the lock when only time can tell whether that process lives; then the opening waits. */
  readonly waiting?: ((held: AppError) => void) | undefined
  /** For tests: milliseconds between two looks at a lock that another has. */
  readonly every?: number | undefined
  /** Names the user's own folder in the lock. */
  readonly data?: string | null
}

/** What the library does when its access changes. */
interface AccessEvents {
  /** The store was removed: what was written is not there any more. Does not wait. */
  removed(): void
  /**
   * Writes what is in memory and not on disk. Waits its turn among the changes.
   * @returns how many files were written
   */
  writeAgain(): Promise<Result<number>>
  /** The library may be changed from now on. */
  gained(): void
  tell(error: AppError): void
}

export interface WriteAccess {
  /** Why nothing may be changed now; null when it may. Does not wait. */
  refusal(): AppError | null
  /** Begins to look by itself. To be called once, when the library can be written to. */
  watch(events: AccessEvents): void
  /** Resolves when what was removed is written again, or cannot be. */
  settled(): Promise<void>
  close(): Promise<void>
}

/**
 * Takes the lock of a library. Never fails: what stands in the way is the first `refusal`.
 * @param mode `read` takes no lock
 */
export async function openWriteAccess(
  places: StoreFolder,
  mode: 'write' | 'read',
  { waiting, every, data = null }: WriteAccessOptions,
): Promise<WriteAccess> {
  let lock: Lock | null = null
  let refused: AppError | null = mode === 'read' ? lookingOn() : linkIn(places)
  if (!refused) {
    const taken = await takeLock(places.lock, waiting ? { waiting, data } : { data })
    if (taken.ok) lock = taken.value
    else refused = taken.error
  }
  let events: AccessEvents | null = null
  const debt = createDebt(places.root)
  let stopWaiting = async (): Promise<void> => undefined
  let timer: NodeJS.Timeout | undefined

  /** After the lock was found to be gone. */
  const retake = (held: Lock): Result<void> => {
    const again = held.retake()
    if (!again.ok) return again
    debt.owe()
    events?.removed()
    return ok(undefined)
  }

  const refusal = (): AppError | null => {
    if (refused || !lock) return refused
    const link = linkIn(places)
    if (link) return link
    const now = lock.holding()
    if (now.is === 'unreadable') return now.error
    if (now.is === 'taken') {
      refused = lockLost(places.lock)
      return refused
    }
    if (now.is === 'gone') {
      const again = retake(lock)
      if (!again.ok) return storeUnreachable(places.root, again.error)
    }
    if (events) debt.payBack(events)
    return null
  }

  return {
    refusal,
    watch(given) {
      events = given
      if (refused?.code === 'locked' && mode === 'write')
        stopWaiting = waitForLock(
          places.lock,
          (taken) => {
            lock = taken
            refused = null
            given.gained()
          },
          every === undefined ? { data } : { every, data },
        )
      timer = setInterval(refusal, lookEvery)
      timer.unref()
    },
    async settled() {
      refusal()
      await debt.settled()
    },
    async close() {
      clearInterval(timer)
      await stopWaiting()
      // Nobody takes the lock anew for what comes too late.
      refused = closedMeanwhile(places.root)
      await lock?.release()
    },
  }
}

/** What a store that was removed is owed: everything that is in memory. */
interface Debt {
  owe(): void
  /** Begins to write it again, if it is owed and not under way. Does not wait. */
  payBack(events: AccessEvents): void
  /** Resolves when no writing is under way. */
  settled(): Promise<void>
}

function createDebt(root: string): Debt {
  let owed = false
  let writing: Promise<void> | null = null
  return {
    owe() {
      owed = true
    },
    payBack({ writeAgain, tell }) {
      if (!owed || writing) return
      writing = writeAgain().then((written) => {
        writing = null
        owed = !written.ok
        if (!written.ok) tell(notWrittenAgain(root, written.error))
        else if (written.value > 0) tell(storeRemoved(root))
      })
    },
    async settled() {
      await writing
    },
  }
}
