// Search over an open library: keeps its index, and answers from it what it holds at the moment.
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import { storyKind } from '../../../shared/kinds/story.ts'
import type { ListCounts } from '../../../shared/model/rows.ts'
import type { FoundArticle, SearchAnswer, SearchSuggestions } from '../../../shared/model/search.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { placeAt, suggestionsAt } from '../../../shared/search/suggest-operators.ts'
import { type Index, openIndex } from '../../index/open-index.ts'
import { indexPath, markUsed, sweepIndexes } from '../../index/place.ts'
import type { SearchResult } from '../../index/search.ts'
import type { ArticleSource } from './article-changes.ts'
import { createFeed, type Feed } from './feed.ts'

export interface SearchingDeps {
  readonly source: ArticleSource
  /** Absolute path of the library. */
  readonly root: string
  /** The user's own data folder: the index lies below it. */
  readonly dataDir: string
  /** The bundle of `index-worker.ts`; null to write in the thread of the core. */
  readonly workerUrl: URL | null
  readonly now: () => Date
  /** Files that are not read yet: what is in them is not found. */
  readonly unread: () => number
  readonly notice: (error: AppError) => void
  /** What the index says of the list may be something else now. */
  readonly indexed: () => void
  /** The index knows more, after an answer that said it did not know all. */
  readonly progressed: (left: number | null) => void
}

export interface SearchCalls {
  /** Fails with `unsupported` where there is no index. Problems of the query are part of the answer. */
  search(arg: ParsedArg<'search-run'>): Promise<Result<SearchAnswer>>
  suggestSearch(arg: ParsedArg<'search-suggest'>): Promise<Result<SearchSuggestions>>
  /** Resolves when the index knows all that was read. */
  whenIndexed(): Promise<void>
}

export interface Searching extends SearchCalls {
  /** What the index does not know yet. */
  pending(): Promise<Pick<ListCounts, 'unread' | 'settling'>>
  /** The index itself, for the list. Fails with `unsupported` where there is none. */
  index(): Promise<Result<Index>>
  /** Rows, or the texts behind them, that may be others now. */
  articles(ids: readonly string[]): void
  changes(changes: readonly Change[]): void
  /** Waits for no batch: what was not written is told at the next opening. */
  close(): Promise<void>
}

interface Open {
  readonly index: Index
  readonly feed: Feed
}

/** Milliseconds between two tellings of progress. */
const tellEvery = 500

/** Begins at once to bring the index up to what there is. */
export function createSearching(deps: SearchingDeps): Searching {
  let closed = false
  /** An answer was given that did not come from all there is. */
  let isAwaited = false
  let toldAt = 0

  const left = ({ feed }: Open): number | null => {
    const unread = deps.unread()
    const unfed = feed.left()
    return unfed === null && unread === 0 ? null : (unfed ?? 0) + unread
  }
  const progressed = (open: Open): void => {
    const now = left(open)
    if (closed || !isAwaited || (now !== null && Date.now() - toldAt < tellEvery)) return
    toldAt = Date.now()
    isAwaited = now !== null
    deps.progressed(now)
  }

  const opening = openFeed(deps, () => closed, progressed)

  return {
    async search({ query, offset, limit, hits, typing }) {
      const open = await opening
      if (!open.ok) return open
      if (closed) return fail(leftAlready())
      const { index } = open.value
      const remaining = left(open.value)
      isAwaited ||= remaining !== null
      const stories = deps.source.ledger.all(storyKind).map(({ name }) => name)
      const { search, problems } = parseQuery(query, { typing, stories })
      const range = { start: offset, end: offset + limit, hits }
      const found: Result<SearchResult> = search
        ? index.search(search, range)
        : ok({ total: 0, articles: [] })
      if (!found.ok) return found
      const { total, articles } = found.value
      return ok({
        problems: [...problems],
        total,
        articles: articles.map(foundArticle),
        left: remaining,
      })
    },
    async suggestSearch({ query, caret }) {
      const open = await opening
      if (!open.ok) return open
      return closed ? fail(leftAlready()) : ok(suggestionsIn(open.value.index, query, caret))
    },
    async whenIndexed() {
      const open = await opening
      if (open.ok) await open.value.feed.idle()
    },
    async pending() {
      const open = await opening
      return { unread: deps.unread(), settling: open.ok && open.value.feed.left() !== null }
    },
    async index() {
      const open = await opening
      if (!open.ok) return open
      return closed ? fail(leftAlready()) : ok(open.value.index)
    },
    articles(ids) {
      void opening.then((open) => open.ok && open.value.feed.articles(ids))
    },
    changes(changes) {
      void opening.then((open) => open.ok && open.value.feed.changes(changes))
    },
    async close() {
      closed = true
      const open = await opening
      if (open.ok) await end(open.value)
    },
  }
}

async function end({ feed, index }: Open): Promise<void> {
  const isIdle = feed.left() === null
  feed.end()
  if (isIdle) await index.close()
  else await index.abandon()
}

const mostSuggested = 20

function suggestionsIn(index: Index, query: string, caret: number): SearchSuggestions {
  const place = placeAt(query, caret)
  if (!place) return { hint: null, suggestions: [] }
  const names = place.names ? index.suggest(place.names, place.typed, mostSuggested) : []
  const { hint, suggestions } = suggestionsAt(place, names)
  return { hint, suggestions: [...suggestions] }
}

async function openFeed(
  deps: SearchingDeps,
  closed: () => boolean,
  progressed: (open: Open) => void,
): Promise<Result<Open>> {
  const path = await indexPath(deps.dataDir, deps.root)
  let open: Open | null = null
  const opened = openIndex({
    path,
    workerUrl: deps.workerUrl,
    onLost(notice) {
      if (closed()) return
      deps.notice(notice)
      open?.feed.everything()
    },
  })
  if (!opened.ok) return opened
  const index = opened.value
  if (index.notice) deps.notice(index.notice)
  await markUsed(path, deps.now())
  void sweepIndexes(deps.dataDir, deps.now())
  const feed = createFeed({
    source: deps.source,
    index,
    progressed() {
      if (!open || closed()) return
      deps.indexed()
      progressed(open)
    },
    onBug: (thrown) => deps.notice(feedEnded(thrown)),
  })
  open = { index, feed }
  if (closed()) return fail(leftAlready())
  feed.everything()
  return ok(open)
}

const foundArticle = ({
  article,
  score,
  hits,
  totalHits,
}: SearchResult['articles'][number]): FoundArticle => ({
  article: {
    id: article.id,
    path: article.path,
    part: article.part,
    title: article.title,
    source: article.source,
    published: article.published,
    state: article.state,
  },
  score,
  totalHits,
  hits: hits.map(({ field, annotation, start, end, snippet }) => ({
    field,
    annotation,
    start,
    end,
    snippet: { text: snippet.text, marks: [...snippet.marks] },
  })),
})

const feedEnded = (thrown: unknown): AppError => ({
  code: 'internal',
  message: 'Search could not go on taking in what is in the library, so it may not find all of it.',
  advice: 'Open the library again; if it happens again, please report it with the details below.',
  detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
})

const leftAlready = (): AppError => ({
  code: 'library-changed',
  message: 'The library that was searched is not open any more.',
  advice: 'Search in the library that is open now.',
})
