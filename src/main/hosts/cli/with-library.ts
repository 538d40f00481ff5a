// Opens a library for one command and lets go of it again, whatever happens.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Library, openLibrary } from '../../library.ts'
import { machineName } from '../../store/machine-name.ts'
import { bundledReaders } from '../../work/fork-readers.ts'
import { createPool } from '../../work/pool.ts'
import type { Work } from '../../work/work.ts'
import { dataDir } from '../data-dir.ts'
import type { Context } from './command.ts'
import { demand } from './output.ts'

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

/**
 * With every file read. In `read` mode nothing is written and no lock is taken.
 * @param searched whether all of it can be searched when its index knows it
 */
export function withLibrary<T>(
  context: Context,
  path: string,
  mode: 'read' | 'write',
  use: (library: Library) => Promise<T>,
  searched = false,
): Promise<T> {
  const place = { dataDir: dataDir(), workerUrl: null }
  return withWork(context, async (work) => {
    const library = demand(
      await openLibrary(path, {
        work,
        mode,
        machine: mode === 'write' ? await machineName(dataDir()) : 'reader',
        now: () => new Date(),
        emit: () => undefined,
        sample: false,
        ...(searched ? { search: place } : { index: place }),
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
