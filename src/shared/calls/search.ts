// Search over a library.
import { z } from 'zod'
import { SearchAnswer, SearchSuggestions } from '../model/search.ts'
import { type CallTable, type EventTable, everywhere, windows } from './call-rule.ts'
import { offset } from './fields.ts'

export const searchCalls = {
  /** Searches texts, titles, notes and tags of all articles: some of what is found, the best first. */
  'search-run': {
    arg: z.strictObject({
      query: z.string().max(100_000),
      /** Which of the articles that are found, from 0, and how many. */
      offset: offset.default(0),
      limit: z.number().int().min(1).max(200).default(50),
      /** Hits of one article that are given; how many there are is said all the same. */
      hits: offset.default(3),
      /** The last word may go on. */
      typing: z.boolean().default(false),
    }),
    result: SearchAnswer,
    of: 'library',
    hosts: everywhere,
  },
  /** What could come next at the caret, a UTF-16 offset into the query. */
  'search-suggest': {
    arg: z.strictObject({ query: z.string().max(100_000), caret: offset }),
    result: SearchSuggestions,
    of: 'library',
    hosts: windows,
  },
} satisfies CallTable

export const searchEvents = {
  /** The index knows more of the articles; how many are left, null: none. Told only after an answer of a search was not complete. */
  'search-progress': z.strictObject({ left: offset.nullable() }),
} satisfies EventTable
