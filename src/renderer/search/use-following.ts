// Searches anew while the search is shown and the library changes, or its index knows more.
import { useEffect } from 'react'
import { searchAgain, searchFor } from '../actions/search.ts'
import { api } from '../client/api.ts'
import { beginSearch, useSearch } from '../state/search.ts'

/** Milliseconds in which several changes are one. */
const together = 400

export function useFollowing(): void {
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | null = null
    const later = (): void => {
      waiting ??= setTimeout(() => {
        waiting = null
        if (useSearch.getState().query.trim() !== '') searchAgain()
      }, together)
    }
    const { query } = useSearch.getState()
    searchFor(query, query.length)
    const leave = [
      api.on('search-progress', later),
      api.on('library-changed', later),
      api.on('annotations-changed', later),
      api.on('stories-changed', later),
      api.on('library-opened', () => {
        beginSearch()
        searchFor('', 0)
      }),
    ]
    return () => {
      if (waiting) clearTimeout(waiting)
      for (const each of leave) each()
    }
  }, [])
}
