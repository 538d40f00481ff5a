// What each call about files that come into a library does.
import type { addingCalls } from '../../../shared/calls/adding.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import { filesAt } from './files-at.ts'
import type { WaysIn } from './ways.ts'

export const addingHandlers = (on: OnLibrary<WaysIn>): HandlersOf<typeof addingCalls> => ({
  'library-add': on((library, { name, data, run }) =>
    library.put({ name, source: Buffer.from(data, 'base64') }, run),
  ),
  'files-find': async ({ path }) => ok(await filesAt(path)),
  'file-add': on((library, { name, path }) => library.put({ name, source: path })),
  'library-paste': on((library, arg) => library.paste(arg)),
  'library-stop': on(async (library) => {
    await library.stop()
    return ok({})
  }),
  'library-report': on(async (library) => ok(await library.report())),
})
