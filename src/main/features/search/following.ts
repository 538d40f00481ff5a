// Ties search to a library while that is being opened: sees what is read and told from the first moment
// on, and begins once the library knows which files there are.
import type { EventName } from '../../../shared/call-names.ts'
import type { EventData } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { ListCounts } from '../../../shared/model/rows.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { Emit } from '../../core/stream.ts'
import type { Index } from '../../index/open-index.ts'
import type { Work } from '../../work/work.ts'
import type { ArticleSource } from './article-changes.ts'
import { createSearching, type SearchCalls, type Searching } from './searching.ts'
import { createTextsAtHand } from './texts-at-hand.ts'

export interface SearchOptions {
  /** The user's own data folder. */
  readonly dataDir: string
  /** The bundle of `index-worker.ts`; null to write in the thread of the core. */
  readonly workerUrl: URL | null
}

interface Followed {
  readonly work: Work
  readonly emit: Emit
  readonly now: () => Date
  /** Absent: the library is opened for something else than searching, and keeps no index. */
  readonly search?: SearchOptions | undefined
}

/** What of a library its index is told of. */
type SearchedLibrary = ArticleSource['list'] &
  Pick<ArticleSource, 'ledger' | 'reading'> & { readonly root: string }

export interface LibrarySearch {
  /** To be used by the library in place of those it was given. */
  readonly work: Work
  readonly emit: Emit
  readonly calls: SearchCalls
  /** What the index does not know yet. */
  pending(): Promise<Pick<ListCounts, 'unread' | 'settling'>>
  /** Fails with `unsupported` where the library is opened without its index. */
  index(): Promise<Result<Index>>
  begin(library: SearchedLibrary): void
  /** An article was looked at: its file may be another than the list knows. */
  opened(article: string): void
  changes(changes: readonly Change[]): void
  close(): Promise<void>
}

/** @param indexed told when what the index says of the list may be something else */
export function createLibrarySearch(
  { work, emit, now, search }: Followed,
  indexed: () => void,
): LibrarySearch {
  const texts = createTextsAtHand()
  let searching: Searching | null = null
  return {
    work: search ? texts.noting(work) : work,
    emit(event, data) {
      emit(event, data)
      const rows = rowsIn(data)
      if (rows.length > 0) searching?.articles(rows)
    },
    calls: {
      search: async (arg) => searching?.search(arg) ?? fail(noIndex()),
      suggestSearch: async (arg) => searching?.suggestSearch(arg) ?? fail(noIndex()),
      whenIndexed: async () => searching?.whenIndexed(),
    },
    pending: async () => searching?.pending() ?? { unread: 0, settling: true },
    index: async () => searching?.index() ?? fail(noIndex()),
    begin({ root, catalogue, listing, records, ledger, reading }) {
      if (!search) return
      const listed = { catalogue, listing, records }
      searching = createSearching({
        source: { list: listed, ledger, reading, texts },
        root,
        dataDir: search.dataDir,
        workerUrl: search.workerUrl,
        now,
        unread: () => unreadIn(listed),
        notice: (error) => emit('notice', error),
        indexed,
        progressed: (left) => emit('search-progress', { left }),
      })
    },
    opened: (article) => searching?.articles([article]),
    changes: (changes) => searching?.changes(changes),
    close: async () => searching?.close(),
  }
}

/** The articles whose rows an event tells anew. */
const rowsIn = (data: EventData<EventName>): string[] =>
  'info' in data && 'changed' in data ? [...data.changed.map(({ id }) => id), ...data.removed] : []

function unreadIn({ catalogue }: ArticleSource['list']): number {
  let unread = 0
  for (const { read, problem } of catalogue.shelf.entries.values()) if (!read && !problem) unread++
  return unread
}

const noIndex = (): AppError => ({
  code: 'unsupported',
  message: 'This library was opened without its index, so there is nothing to search.',
  advice: 'Use “parallax search”, or the search of the window.',
})
