// Keeping searches under a name, and running them again.
import type { AppError } from '../../shared/errors.ts'
import type { KeptSearch } from '../../shared/kinds/kept-search.ts'
import { limits } from '../../shared/model/limits.ts'
import { api } from '../client/api.ts'
import { type KeptSearchDraft, useKeptSearchDraft } from '../state/kept-search.ts'
import { showSearch, useSearch } from '../state/search.ts'
import { closeDone, openDialog, tell, tellError } from '../state/ui.ts'

/** Asks for a name for what is typed. */
export function keepSearch(): void {
  const query = useSearch.getState().query.trim()
  if (query === '') {
    tell('Type a search first; then it can be kept under a name.')
    return
  }
  nameSearch({ id: null, name: query.slice(0, limits.searchNameLength), query })
}

/** Asks for the name of a search. */
export function nameSearch({ id, name, query }: KeptSearchDraft): void {
  useKeptSearchDraft.setState({ draft: { id, name, query } })
  openDialog('keep-search')
}

/** Gives why it could not be saved, else null. */
export async function saveSearch({ id, name, query }: KeptSearchDraft): Promise<AppError | null> {
  const saved = await api.call('search-keep', { id, name, query })
  if (!saved.ok) return saved.error
  useKeptSearchDraft.setState({ draft: null })
  closeDone('keep-search')
  return null
}

export async function deleteSearch({ id }: KeptSearch): Promise<void> {
  const deleted = await api.call('search-forget', { id })
  if (deleted.ok) tell('Search deleted. Undo brings it back.')
  else tellError(deleted.error)
}

/** Puts its query into the box and searches for it. */
export async function runSearch({ query }: KeptSearch): Promise<void> {
  const { searchFor } = await import('./search.ts')
  showSearch()
  searchFor(query, query.length)
}
