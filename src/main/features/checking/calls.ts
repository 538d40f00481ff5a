// What the call that checks a library does.
import type { checkingCalls } from '../../../shared/calls/checking.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import { type CheckedLibrary, checkLibrary } from './check.ts'

export const checkingHandlers = (
  on: OnLibrary<CheckedLibrary>,
): HandlersOf<typeof checkingCalls> => ({
  'library-check': on(async (library) => ok(await checkLibrary(library))),
})
