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
import type { Index } from '../../index/open-index.ts'
import type { SearchResult } from '../../index/search.ts'
import { createThrottle } from '../../throttle.ts'
import type { ArticleSource } from './article-changes.ts'
import { createFeed, type Feed } from './feed.ts'

export interface SearchingDeps {
  readonly source: ArticleSource
  /** Fails with `unsupported` where there is none. */
  readonly index: Result<Index>
  /** Resolves when the library knows which files there are: only then is it compared with the index. */
  readonly looked: Promise<void>
  /** Files that are not read yet: what is in them is not found. */
  readonly unread: () => number
  /** As in `FeedDeps`. */
  readonly isKeptBeside: () => Promise<boolean>
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
  pending(): Pick<ListCounts, 'unread' | 'settling'>
  /** The index itself, for the list. Fails with `unsupported` where there is none. */
  index(): Result<Index>
  /** The index was lost and goes on empty. */
  lost(): void
  /** Rows, or the texts behind them, that may be others now. */
  articles(ids: readonly string[]): void
  changes(changes: readonly Change[]): void
  /** Goes on telling the index where a bug of ours has stopped it. */
  again(): void
  /** Whether nothing is being told to the index. */
  isIdle(): boolean
  /** Tells the index nothing more: what was not written is told at the next opening. */
  end(): void
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
  let isLooked = false
  void deps.looked.then(() => {
    isLooked = true
  })
  /** An answer was given that did not come from all there is. */
  let isAwaited = false

  const left = ({ feed }: Open): number | null => {
    const unread = deps.unread()
    const unfed = feed.left()
    return isLooked && unfed === null && unread === 0 ? null : (unfed ?? 0) + unread
  }
  /** A window was told that the list may be another soon. */
  let isSettlingTold = false
  const isSettling = ({ feed }: Open): boolean => !isLooked || feed.isBusy()
  const progressed = (open: Open, wrote: boolean): void => {
    if (wrote || (isSettlingTold && !isSettling(open))) {
      isSettlingTold = false
      deps.indexed()
    }
    if (left(open) === null) telling.now()
    else telling.ask()
  }

  const opened = deps.index.ok
    ? ok(openFeed(deps, deps.index.value, () => closed, progressed))
    : deps.index
  const telling = createThrottle(tellEvery, () => {
    if (closed || !isAwaited || !opened.ok) return
    const now = left(opened.value)
    isAwaited = now !== null
    deps.progressed(now)
  })
  const withFeed = (work: (feed: Feed) => void): void => {
    if (opened.ok && !closed) work(opened.value.feed)
  }

  return {
    async search(arg) {
      if (!opened.ok) return opened
      if (closed) return fail(leftAlready())
      const remaining = left(opened.value)
      isAwaited ||= remaining !== null
      const stories = deps.source.ledger.all(storyKind).map(({ name }) => name)
      const found = foundIn(opened.value.index, arg, stories)
      return found.ok ? ok({ ...found.value, left: remaining }) : found
    },
    async suggestSearch({ query, caret }) {
      if (!opened.ok) return opened
      return closed ? fail(leftAlready()) : ok(suggestionsIn(opened.value.index, query, caret))
    },
    async whenIndexed() {
      await deps.looked
      if (opened.ok) await opened.value.feed.idle()
    },
    pending() {
      const settling = opened.ok && isSettling(opened.value)
      isSettlingTold ||= settling
      return { unread: deps.unread(), settling }
    },
    index: () => (closed ? fail(leftAlready()) : deps.index),
    lost: () => withFeed((feed) => feed.everything()),
    articles: (ids) => withFeed((feed) => feed.articles(ids)),
    changes: (changes) => withFeed((feed) => feed.changes(changes)),
    again: () => withFeed((feed) => feed.again()),
    isIdle: () => !opened.ok || (isLooked && !opened.value.feed.isBusy()),
    end() {
      closed = true
      telling.end()
      if (opened.ok) opened.value.feed.end()
    },
  }
}

/** @param stories the names of those that there are */
function foundIn(
  index: Index,
  { query, offset, limit, hits, typing }: ParsedArg<'search-run'>,
  stories: readonly string[],
): Result<Omit<SearchAnswer, 'left'>> {
  const { search, problems } = parseQuery(query, { typing, stories })
  const range = { start: offset, end: offset + limit, hits }
  const found: Result<SearchResult> = search
    ? index.search(search, range)
    : ok({ total: 0, articles: [] })
  if (!found.ok) return found
  const { total, articles } = found.value
  return ok({ problems: [...problems], total, articles: articles.map(foundArticle) })
}

const mostSuggested = 20

function suggestionsIn(index: Index, query: string, caret: number): SearchSuggestions {
  const place = placeAt(query, caret)
  if (!place) return { hint: null, suggestions: [] }
  const names = place.names ? index.suggest(place.names, place.typed, mostSuggested) : []
  const { hint, suggestions } = suggestionsAt(place, names)
  return { hint, suggestions: [...suggestions] }
}

function openFeed(
  deps: SearchingDeps,
  index: Index,
  closed: () => boolean,
  progressed: (open: Open, wrote: boolean) => void,
): Open {
  const feed = createFeed({
    source: deps.source,
    index,
    unread: deps.unread,
    isKeptBeside: deps.isKeptBeside,
    progressed(wrote) {
      if (!closed()) progressed(open, wrote)
    },
    onBug: (thrown) => deps.notice(feedEnded(thrown)),
  })
  const open: Open = { index, feed }
  void deps.looked.then(feed.everything)
  return open
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
  message:
    'Search stopped taking in what is in this library, so it may not find what is new or changed.',
  advice:
    'Press F5 to have it go on. If it stops again, please report it with the details below. Your work is saved all the same.',
  detail: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
})

const leftAlready = (): AppError => ({
  code: 'library-changed',
  message: 'The library that was searched is not open any more.',
  advice: 'Search in the library that is open now.',
})
