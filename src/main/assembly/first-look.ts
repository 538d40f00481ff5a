// The first look at the folder of a library that is being opened. What is known from before is shown at
// once, and what is new is told when it is found; of a library that nothing is known of, the window waits
// a moment, so that a small one is shown whole.
import type { AppError } from '../../shared/errors.ts'
import { differences } from '../core/shelf/differences.ts'
import { errorFor } from '../errors.ts'
import type { LibraryParts } from './library-parts.ts'
import type { LibraryTelling } from './library-telling.ts'

/** Milliseconds for which the window waits at most. */
export const mostPatience = 700

export interface FirstLook {
  /** Resolves when the library may be shown. @returns false when nobody wants it any more */
  readonly shown: Promise<boolean>
  /** Resolves when it is known which files there are, or cannot be. */
  readonly done: Promise<void>
}

export interface FirstLookOptions {
  readonly signal: AbortSignal | undefined
  readonly patience: number
  readonly notice: (error: AppError) => void
}

/** Begins it. */
export function firstLook(
  parts: LibraryParts,
  telling: Pick<LibraryTelling, 'rows' | 'changes'>,
  { signal, patience, notice }: FirstLookOptions,
): FirstLook {
  const { catalogue, listing, queue, root } = parts
  let isShown = false
  const isKnown = catalogue.shelf.entries.size > 0

  const look = async (): Promise<void> => {
    await catalogue.comparing(async (before) => {
      await catalogue.refresh(true)
      if (!isShown) return
      const { changed, removed } = await differences(listing, before, catalogue.shelf, [])
      if (changed.length > 0 || removed.length > 0) telling.rows(changed, removed)
    })
    await telling.changes([])
  }

  if (signal?.aborted) catalogue.abandon()
  signal?.addEventListener('abort', catalogue.abandon)
  const looked = queue.run(look)
  const done = looked.catch((thrown: unknown) => {
    if (isShown) notice(errorFor(thrown, root, 'read'))
  })
  const show = async (): Promise<boolean> => {
    await (isKnown ? null : Promise.race([looked, after(patience)]))
    signal?.removeEventListener('abort', catalogue.abandon)
    isShown = true
    return signal?.aborted !== true
  }
  return { shown: show(), done }
}

const after = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms).unref()
  })
