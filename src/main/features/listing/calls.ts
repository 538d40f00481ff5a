// What each call about the list of articles does.
import type { listingCalls } from '../../../shared/calls/listing.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { ListCalls } from './list-calls.ts'

export const listingHandlers = (on: OnLibrary<ListCalls>): HandlersOf<typeof listingCalls> => ({
  'rows-page': on((library, arg) => library.rowsPage(arg)),
  'rows-place': on((library, arg) => library.rowsPlace(arg)),
  'rows-named': on((library, arg) => library.rowsNamed(arg)),
  'rows-between': on((library, arg) => library.rowsBetween(arg)),
  'rows-get': on(async (library, arg) => ok(library.rowsGet(arg))),
  'rows-counts': on((library) => library.counts()),
})
