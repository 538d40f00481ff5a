// What each call does that is about libraries as a whole: opening another, leaving one, looking again.
import type { libraryCalls } from '../../shared/calls/library.ts'
import { fail, ok } from '../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../core/handlers.ts'
import type { Host } from '../core/host.ts'
import { unsupported } from '../core/refusals.ts'
import type { Library } from '../library.ts'
import type { Opening } from '../opening.ts'

export const libraryHandlers = (
  on: OnLibrary<Pick<Library, 'refresh' | 'lookSoon'>>,
  opening: Opening,
  host: Pick<Host, 'pickFolder'>,
): HandlersOf<typeof libraryCalls> => ({
  'library-open': ({ path }) => opening.openAt(path),
  'library-pick': async () => {
    if (!host.pickFolder) return fail(unsupported('show a folder dialog'))
    const path = await host.pickFolder()
    return path === null ? ok(null) : opening.openAt(path)
  },
  'sample-open': () => opening.openSample(),
  'library-left': async ({ library }, { window }) => {
    if (window !== null) opening.libraries.left(library, window)
    return ok({})
  },
  'library-refresh': on(async (library, { resume }) => {
    if (resume) await library.refresh(true)
    else library.lookSoon()
    return ok({})
  }),
})
