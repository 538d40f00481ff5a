// The list of the library as it is shown: by its query, some pages of it, and what can be asked of the rest.
import { create } from 'zustand'
import type { AppError } from '../../shared/errors.ts'
import type { RowQuery } from '../../shared/model/rows.ts'
import { api } from '../client/api.ts'
import { tellError } from '../state/ui.ts'
import type { Places } from './page-numbers.ts'
import { createPagedRows, type PagedRows, type RowView } from './paged-rows.ts'

interface ListState {
  /** Null while nothing was answered. */
  readonly view: RowView | null
  /** Why it could not be asked for. */
  readonly error: AppError | null
}

export const useRowList = create<ListState>()(() => ({ view: null, error: null }))

const begin = (): PagedRows =>
  createPagedRows({
    page: (query, start, end) => api.call('rows-page', { query, start, end }),
    place: (query, article) => api.call('rows-place', { query, article }),
    shown: (view) => useRowList.setState({ view }),
    failed: (error) => {
      if (error !== useRowList.getState().error) useRowList.setState({ error })
    },
  })

let paged = begin()

/** Begins with another library. */
export function beginList(): void {
  paged.end()
  paged = begin()
  useRowList.setState({ view: null, error: null })
}

/** From now on this is the list; what was shown stays until it is there. */
export const askList = (query: RowQuery): void => paged.ask(query)

/** Which places are in view. */
export const wantPlaces = (views: readonly Places[]): void => paged.want(views)

/** The row that the keyboard is on stays known, wherever the view is. */
export const followRow = (row: { readonly id: string; readonly place: number } | null): void =>
  paged.follow(row)

/** The list may be another. */
export const renewList = (): void => paged.renew()

/** The articles from one place to another, both among them; none, and it is told, where they cannot be had. */
export async function articlesBetween(
  query: RowQuery,
  { first, last }: Places,
): Promise<readonly string[]> {
  const answer = await api.call('rows-between', { query, start: first, end: last + 1 })
  if (!answer.ok) tellError(answer.error)
  return answer.ok ? answer.value.articles : []
}

/** Null where it is not in the list, or cannot be had. */
export async function placeOfArticle(query: RowQuery, article: string): Promise<number | null> {
  const answer = await api.call('rows-place', { query, article })
  return answer.ok ? answer.value.place : null
}

/** The place, from one on and then from the first, of a row whose name begins so. */
export async function placeNamed(
  query: RowQuery,
  typed: string,
  from: number,
): Promise<number | null> {
  const answer = await api.call('rows-named', { query, typed, from })
  return answer.ok ? answer.value.place : null
}
