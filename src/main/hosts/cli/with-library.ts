// A core for one command, let go of again whatever happens; what the command asks of it goes through the
// same door as what a window asks.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CallName } from '../../../shared/call-names.ts'
import type { OpenLibrary } from '../../../shared/calls/library.ts'
import type { Arg, CallResult } from '../../../shared/calls.ts'
import type { Result } from '../../../shared/result.ts'
import type { Answer } from '../../../shared/stream.ts'
import type { Dispatch } from '../../app.ts'
import { createCommandCore } from '../../command-core.ts'
import { bundledReaders } from '../../work/fork-readers.ts'
import { createPool } from '../../work/pool.ts'
import { dataDir } from '../data-dir.ts'
import type { Context } from './command.ts'
import { demand } from './output.ts'

/** Makes a call of the table, about the library that is open. */
export type Call = <N extends CallName>(name: N, arg: Arg<N>) => Promise<Result<CallResult<N>>>

/** A library that is open, as it was then. */
export interface CommandLibrary extends Pick<OpenLibrary, 'info' | 'stories'> {
  readonly call: Call
}

export interface LibraryUse {
  /** In `read` mode nothing is written and no lock is taken. */
  readonly mode: 'read' | 'write'
  /** Whether all of it can be searched. */
  readonly searched?: boolean
  /** When an export is to say that it was made; null: when it is. */
  readonly exportedAt?: Date | null
}

/** Opens no library: for calls about files. */
export const withoutLibrary = <T>(context: Context, use: (call: Call) => Promise<T>): Promise<T> =>
  withCore(context, { mode: 'read' }, (dispatch) => use(callOf(dispatch, null)))

/** With every file read. */
export const withLibrary = <T>(
  context: Context,
  path: string,
  how: LibraryUse,
  use: (library: CommandLibrary) => Promise<T>,
): Promise<T> =>
  withCore(context, how, async (dispatch) => {
    const { info, stories } = demand(await callOf(dispatch, null)('library-open', { path }))
    return use({ info, stories, call: callOf(dispatch, info.path) })
  })

async function withCore<T>(
  { bundle, version }: Context,
  { mode, searched = false, exportedAt = null }: LibraryUse,
  use: (dispatch: Dispatch) => Promise<T>,
): Promise<T> {
  const core = createCommandCore({
    work: createPool({
      start: bundledReaders(bundle),
      compareUrl: pathToFileURL(join(bundle, 'compare-worker.js')),
    }),
    version,
    dataDir: dataDir(),
    mode,
    searched,
    exportedAt,
    waiting: ({ detail = 'another Parallax' }) =>
      process.stderr.write(
        `parallax: the library is held by ${detail}; waiting up to a minute for a sign that it still runs.\n`,
      ),
  })
  try {
    return await use(core.dispatch)
  } finally {
    await core.close()
  }
}

const callOf =
  (dispatch: Dispatch, library: string | null): Call =>
  async <N extends CallName>(name: N, arg: Arg<N>) =>
    (await dispatch(name, arg, { host: 'cli', window: null, library })) as Answer<CallResult<N>>
