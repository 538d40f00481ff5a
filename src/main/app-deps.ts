// What a host gives the core to begin with.
import type { Host } from './core/host.ts'
import type { Work } from './work/work.ts'

export interface AppDeps {
  readonly host: Host
  readonly work: Work
  readonly version: string
  /** The user's own data: settings, sessions, the sample library's copy. */
  readonly dataDir: string
  readonly resources: string
  readonly now: () => Date
  /** A library to open at the start instead of the last one. */
  readonly library?: string
  /** The bundle of `index-worker.ts`; absent: the index of a library is written in this thread. */
  readonly indexWorker?: URL
  readonly onBug: (thrown: unknown) => void
}
