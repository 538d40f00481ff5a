// The list of an open library by query and range, as its index has it; single rows as they are this
// moment. Whoever shows the list is told when it may be another, a few times a second at most.
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import type { LibraryCounts, RowPage } from '../../../shared/model/rows.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Emit } from '../../core/stream.ts'
import type { ListIndex } from './memory-rows.ts'

export interface ListDeps {
  /** The index, or what stands in for it. Fails when the library is being left. */
  readonly index: () => Promise<Result<ListIndex>>
  /** An article's row as it is now; null when it is not listed. */
  readonly row: (id: string) => ArticleSummary | null
}

export interface ListCalls {
  rowsPage(arg: ParsedArg<'rows-page'>): Promise<Result<RowPage>>
  rowsPlace(arg: ParsedArg<'rows-place'>): Promise<Result<CallResult<'rows-place'>>>
  rowsBetween(arg: ParsedArg<'rows-between'>): Promise<Result<CallResult<'rows-between'>>>
  rowsGet(arg: ParsedArg<'rows-get'>): CallResult<'rows-get'>
  counts(): Promise<Result<LibraryCounts>>
}

export function createListCalls({ index, row }: ListDeps): ListCalls {
  const asked = async <T>(ask: (index: ListIndex) => T): Promise<Result<T>> => {
    const open = await index()
    return open.ok ? ok(ask(open.value)) : open
  }
  return {
    rowsPage: ({ query, start, end }) => asked((index) => index.rows(query, { start, end })),
    rowsPlace: ({ article, query }) => asked((index) => ({ place: index.placeOf(article, query) })),
    rowsBetween: ({ query, start, end }) =>
      asked((index) => ({ articles: index.idsBetween(query, { start, end }) })),
    rowsGet: ({ articles }) => ({ rows: articles.flatMap((id) => row(id) ?? []) }),
    counts: () => asked((index) => index.counts()),
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
  let timer: NodeJS.Timeout | null = null
  let isDue = false
  const tell = (): void => {
    isDue = false
    emit('list-changed', {})
    timer = setTimeout(() => {
      timer = null
      if (isDue) tell()
    }, tellEvery)
    timer.unref()
  }
  return {
    changed() {
      isDue = true
      if (!timer) tell()
    },
    end() {
      if (timer) clearTimeout(timer)
      timer = null
      isDue = false
    },
  }
}
