// Opens a library for one command and lets go of it again, whatever happens; what the command asks of it
// goes through the same door as what a window asks.

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
import type { Work } from '../../work/work.ts'
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

const startWork = ({ bundle }: Context): Work =>
  createPool({
    start: bundledReaders(bundle),
    compareUrl: pathToFileURL(join(bundle, 'compare-worker.js')),
  })

export async function withWork<T>(context: Context, use: (work: Work) => Promise<T>): Promise<T> {
  const work = startWork(context)
  try {
    return await use(work)
  } finally {
    await work.close()
  }
}

/** With every file read. */
export function withLibrary<T>(
  context: Context,
  path: string,
  { mode, searched = false, exportedAt = null }: LibraryUse,
  use: (library: CommandLibrary) => Promise<T>,
): Promise<T> {
  return withWork(context, async (work) => {
    const core = createCommandCore({
      work,
      version: context.version,
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
      const { info, stories } = demand(await callOf(core.dispatch, null)('library-open', { path }))
      return await use({ info, stories, call: callOf(core.dispatch, info.path) })
    } finally {
      await core.close()
    }
  })
}

const callOf =
  (dispatch: Dispatch, library: string | null): Call =>
  async <N extends CallName>(name: N, arg: Arg<N>) =>
    (await dispatch(name, arg, { host: 'cli', window: null, library })) as Answer<CallResult<N>>
