// What each call about kept searches does.
import type { searchesCalls } from '../../../shared/calls/searches.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { KeptSearches } from './kept-searches.ts'

export interface SearchesCalls {
  readonly keptSearches: KeptSearches
}

export const searchesHandlers = (
  on: OnLibrary<SearchesCalls>,
): HandlersOf<typeof searchesCalls> => ({
  'search-keep': on(({ keptSearches }, arg) => keptSearches.save(arg)),
  'search-forget': on(({ keptSearches }, arg) => keptSearches.remove(arg)),
})
