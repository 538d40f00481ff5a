// Opens a library for one command and lets go of it again, whatever happens.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Library, openLibrary } from '../../library.ts'
import { machineName } from '../../store/machine-name.ts'
import { createPool } from '../../work/pool.ts'
import type { Work } from '../../work/work.ts'
import { dataDir } from '../data-dir.ts'
import { demand } from './output.ts'

export interface Context {
  /** The built bundles: `out/main`. */
  readonly bundle: string
  readonly version: string
}

const startWork = ({ bundle }: Context): Work =>
  createPool({ workerUrl: pathToFileURL(join(bundle, 'worker.js')) })

export async function withWork<T>(context: Context, use: (work: Work) => Promise<T>): Promise<T> {
  const work = startWork(context)
  try {
    return await use(work)
  } finally {
    await work.close()
  }
}

/** With every file read. In `read` mode nothing is written and no lock is taken. */
export function withLibrary<T>(
  context: Context,
  path: string,
  mode: 'read' | 'write',
  use: (library: Library) => Promise<T>,
): Promise<T> {
  return withWork(context, async (work) => {
    const library = demand(
      await openLibrary(path, {
        work,
        mode,
        machine: mode === 'write' ? await machineName(dataDir()) : 'reader',
        now: () => new Date(),
        emit: () => undefined,
        sample: false,
        waiting: ({ detail = 'another Parallax' }) =>
          process.stderr.write(
            `parallax: the library is held by ${detail}; waiting up to a minute for a sign that it still runs.\n`,
          ),
      }),
    )
    try {
      await library.whenRead()
      return await use(library)
    } finally {
      await library.close()
    }
  })
}
