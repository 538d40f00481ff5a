// The core for one use of the command line, over one library or none, behind the same door. Nothing of
// what the windows keep is read or written: no settings, no session, no list of what was opened lately.
import type { OpenLibrary } from '../shared/calls/library.ts'
import type { AppError } from '../shared/errors.ts'
import { emptySession } from '../shared/model/defaults.ts'
import { ok, type Result } from '../shared/result.ts'
import { createDispatch, type Dispatch } from './core/dispatch.ts'
import { createStream } from './core/stream.ts'
import { featureHandlers, onLibrary } from './handlers.ts'
import { type Library, openLibrary } from './library.ts'
import { machineName } from './store/machine-name.ts'
import type { Work } from './work/work.ts'

export interface CommandCoreDeps {
  readonly work: Work
  readonly version: string
  /** The user's own data: indexes of libraries, and how this machine is called. */
  readonly dataDir: string
  /** In `read` mode nothing is written to the library, and no lock is taken. */
  readonly mode: 'read' | 'write'
  /** Whether all of it can be searched once it is open. */
  readonly searched: boolean
  /** When an export is to say that it was made; null: when it is. */
  readonly exportedAt: Date | null
  /** Told who has the library when only time can tell whether that process lives; the opening then waits. */
  readonly waiting: (held: AppError) => void
}

export interface CommandCore {
  /** A library is open once it was asked for by `library-open`, and every file in it is read then. */
  readonly dispatch: Dispatch
  /** Finishes what is being written and lets go of the library and of all that reads. */
  close(): Promise<void>
}

/** What goes wrong by a bug is thrown, and no answer. */
export function createCommandCore(deps: CommandCoreDeps): CommandCore {
  const stream = createStream(() => undefined)
  let library: Library | null = null
  const exportTime = (): Date => deps.exportedAt ?? new Date()
  const named = (id: string | null): Library | null => (library?.path === id ? library : null)

  const open = async (path: string): Promise<Result<OpenLibrary>> => {
    const opened = await openLibraryFor(deps, path)
    if (!opened.ok) return opened
    library = opened.value
    stream.show(library.path)
    await library.whenRead()
    if (deps.searched) await library.whenIndexed()
    return ok({
      info: library.info(),
      stories: library.stories(),
      session: emptySession,
      history: library.history(),
    })
  }

  return {
    dispatch: createDispatch({
      handlers: {
        ...featureHandlers(onLibrary(named), { ...deps, now: exportTime }, {}),
        'library-open': ({ path }) => open(path),
      },
      at: stream.at,
      isOpen: (id) => named(id) !== null,
      onBug(thrown) {
        throw thrown
      },
    }),
    async close() {
      try {
        await library?.close()
      } finally {
        await deps.work.close()
      }
    },
  }
}

async function openLibraryFor(
  { work, mode, searched, dataDir, waiting }: CommandCoreDeps,
  path: string,
): Promise<Result<Library>> {
  const place = { dataDir, workerUrl: null }
  return openLibrary(path, {
    work,
    mode,
    machine: mode === 'write' ? await machineName(dataDir) : 'reader',
    now: () => new Date(),
    emit: () => undefined,
    sample: false,
    ...(searched ? { search: place } : { index: place }),
    waiting,
  })
}
