// What an open library is given.
import type { AppError } from '../../shared/errors.ts'
import type { Emit } from '../core/stream.ts'
import type { IndexPlace } from '../index/library-index.ts'
import type { Disk } from '../store/new-file.ts'
import type { Work } from '../work/work.ts'

export interface LibraryDeps {
  readonly work: Work
  readonly now: () => Date
  readonly emit: Emit
  /** `read` takes no lock and writes nothing: for looking on from the command line. */
  readonly mode: 'write' | 'read'
  readonly sample: boolean
  /** Names this machine in what is written: lower-case letters and digits. */
  readonly machine?: string
  /** Notice what other programs do to the folder. */
  readonly watch?: boolean
  /** Told who has the library when only time can tell whether that process lives; the opening then waits. */
  readonly waiting?: (held: AppError) => void
  /** The library was opened for reading only, and may be changed from now on. */
  readonly gained?: () => void
  /** Milliseconds between two looks at a lock that another has: for tests. */
  readonly lookEvery?: number | undefined
  /** Where added files go another way than to the disk as it is: for tests of other disks. */
  readonly disk?: Disk
  /** Puts a file into the system's bin; absent where there is none. */
  readonly toBin?: ((path: string) => Promise<void>) | undefined
  /** Where the index is kept, for a library that is searched. */
  readonly search?: IndexPlace
  /** The same for one that is not. Neither: what was read is known as long as the library is open. */
  readonly index?: IndexPlace | undefined
  /** Milliseconds that the opening of a library of which nothing is known waits for its files at most. */
  readonly patience?: number
  /** Ends the opening when it is not wanted any more: it then fails with `stopped`. */
  readonly signal?: AbortSignal
}
