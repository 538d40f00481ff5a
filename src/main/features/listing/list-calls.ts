// The list of an open library by query and range, as its index has it; single rows as they are this
// moment. Whoever shows the list is told when it may be another, a few times a second at most.
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import { limits } from '../../../shared/model/limits.ts'
import type { ListCounts, RowPage } from '../../../shared/model/rows.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Emit } from '../../core/stream.ts'
import { createThrottle } from '../../throttle.ts'
import type { ListIndex } from './memory-rows.ts'

export interface ListDeps {
  /** The index, or what stands in for it. Fails when the library is being left. */
  readonly index: () => Promise<Result<ListIndex>>
  /** An article's row as it is now; null when it is not listed. */
  readonly row: (id: string) => ArticleSummary | null
  /** What the index does not know yet. */
  readonly pending: () => Pick<ListCounts, 'unread' | 'settling'>
}

export interface ListCalls {
  rowsPage(arg: ParsedArg<'rows-page'>): Promise<Result<RowPage>>
  rowsPlace(arg: ParsedArg<'rows-place'>): Promise<Result<CallResult<'rows-place'>>>
  rowsNamed(arg: ParsedArg<'rows-named'>): Promise<Result<CallResult<'rows-named'>>>
  rowsBetween(arg: ParsedArg<'rows-between'>): Promise<Result<CallResult<'rows-between'>>>
  rowsGet(arg: ParsedArg<'rows-get'>): CallResult<'rows-get'>
  counts(): Promise<Result<ListCounts>>
}

export function createListCalls({ index, row, pending }: ListDeps): ListCalls {
  const asked = async <T>(ask: (index: ListIndex) => T): Promise<Result<T>> => {
    const open = await index()
    return open.ok ? ok(ask(open.value)) : open
  }
  return {
    rowsPage: ({ query, start, end }) =>
      asked((index) => index.rows(query, { start, end: Math.min(end, start + limits.rows) })),
    rowsPlace: ({ article, query }) => asked((index) => ({ place: index.placeOf(article, query) })),
    rowsNamed: ({ query, typed, from }) =>
      asked((index) => ({ place: index.placeNamed(typed, query, from) })),
    rowsBetween: ({ query, start, end }) =>
      asked((index) => ({ articles: index.idsBetween(query, { start, end }) })),
    rowsGet: ({ articles }) => ({ rows: articles.flatMap((id) => row(id) ?? []) }),
    async counts() {
      // Asked for first: what becomes known meanwhile is told of.
      const unknown = pending()
      return asked((index) => ({ ...index.counts(), ...unknown }))
    },
  }
}

/** Milliseconds between two tellings. */
const tellEvery = 250

export interface ListTelling {
  /** The list may be another. */
  changed(): void
  end(): void
}

/** Tells the first of many changes at once and the last of them soon. */
export function createListTelling(emit: Emit): ListTelling {
  const telling = createThrottle(tellEvery, () => emit('list-changed', {}))
  return { changed: telling.ask, end: telling.end }
}
