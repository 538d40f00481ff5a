// What is looked for in the whole library, and what was found of it last.
import { create } from 'zustand'
import type { AppError } from '../../shared/errors.ts'
import type { SearchAnswer, SearchSuggestions } from '../../shared/model/search.ts'

/** A place to go to: which of the articles that were found, and which of its hits. */
export interface HitPlace {
  readonly article: number
  readonly hit: number
}

interface SearchState {
  /** Search stands in the left side, in place of the library's list. */
  readonly shown: boolean
  /** Counts the times it was asked for, so that the box takes the keyboard again. */
  readonly asked: number
  readonly query: string
  /** Articles that are asked for at a time. */
  readonly most: number
  /** Of the query that `found` was asked with. */
  readonly foundFor: string
  readonly found: SearchAnswer | null
  readonly error: AppError | null
  readonly suggestions: SearchSuggestions | null
  /** Where the reader is among what was found; null: nowhere yet. */
  readonly at: HitPlace | null
}

export const articlesAtFirst = 30
export const articlesAtMost = 200

const begun = {
  query: '',
  most: articlesAtFirst,
  foundFor: '',
  found: null,
  error: null,
  suggestions: null,
  at: null,
}

export const useSearch = create<SearchState>()(() => ({ ...begun, shown: false, asked: 0 }))

export const showSearch = (): void =>
  useSearch.setState(({ asked }) => ({ shown: true, asked: asked + 1 }))

/** What was looked for stays for the next time. */
export const hideSearch = (): void => useSearch.setState({ shown: false })

/** Begins with another library. */
export const beginSearch = (): void => useSearch.setState(begun)
