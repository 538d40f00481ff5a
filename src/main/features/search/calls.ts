// What each call of the search does.
import type { searchCalls } from '../../../shared/calls/search.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { SearchCalls } from './searching.ts'

export const searchHandlers = (on: OnLibrary<SearchCalls>): HandlersOf<typeof searchCalls> => ({
  'search-run': on((library, arg) => library.search(arg)),
  'search-suggest': on((library, arg) => library.suggestSearch(arg)),
})
