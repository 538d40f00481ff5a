// Ties search to a library while that is being opened: sees what is read and told from the first moment
// on, and begins once the library knows which files there are.
import type { EventName } from '../../../shared/call-names.ts'
import type { EventData } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { ListCounts } from '../../../shared/model/rows.ts'
import { fail, type Result } from '../../../shared/result.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import type { Emit } from '../../core/stream.ts'
import type { Index } from '../../index/open-index.ts'
import type { StoreFolder } from '../../store/folder.ts'
import { isHeldBeside } from '../../store/lock-beside.ts'
import type { ArticleSource } from './article-changes.ts'
import { createSearching, type SearchCalls, type Searching } from './searching.ts'

interface Followed {
  readonly emit: Emit
}

/** What of a library its index is told of. */
type SearchedLibrary = ArticleSource['list'] &
  Pick<ArticleSource, 'ledger' | 'reading' | 'memory'> & {
    readonly catalogue: Pick<Catalogue, 'unread'>
    /** Fails with `unsupported` where there is none. */
    readonly index: Result<Index>
    /** Why the library may not be written to; null when it may. */
    readonly refusal: () => AppError | null
    readonly places: Pick<StoreFolder, 'lock'>
    /** Names the user's own folder, in which the index lies. */
    readonly dataName: string | null
  }

export interface LibrarySearch {
  /** To be used by the library in place of the one it was given. */
  readonly emit: Emit
  readonly calls: SearchCalls
  /** What the index does not know yet. */
  pending(): Pick<ListCounts, 'unread' | 'settling'>
  /** Fails with `unsupported` where the library is opened without its index. */
  index(): Result<Index>
  /** @param looked resolves when the library knows which files there are */
  begin(library: SearchedLibrary, looked: Promise<void>): void
  /** Has a function called after everything that the windows are told. */
  onTold(listener: () => void): void
  /** The index was lost and goes on empty. */
  lost(): void
  /** An article was looked at: its file may be another than the list knows. */
  opened(article: string): void
  changes(changes: readonly Change[]): void
  /** Goes on telling the index where a bug of ours has stopped it. */
  again(): void
  /** Whether nothing is being told to the index. */
  isIdle(): boolean
  /** Tells the index nothing more. */
  end(): void
}

/** @param indexed told when what the index says of the list may be something else */
export function createLibrarySearch({ emit }: Followed, indexed: () => void): LibrarySearch {
  let searching: Searching | null = null
  let told = (): void => undefined
  return {
    emit(event, data) {
      emit(event, data)
      told()
      const rows = rowsIn(data)
      if (rows.length > 0) searching?.articles(rows)
    },
    calls: {
      search: async (arg) => searching?.search(arg) ?? fail(noIndex()),
      suggestSearch: async (arg) => searching?.suggestSearch(arg) ?? fail(noIndex()),
      whenIndexed: async () => searching?.whenIndexed(),
    },
    pending: () => searching?.pending() ?? { unread: 0, settling: true },
    index: () => searching?.index() ?? fail(noIndex()),
    begin(library, looked) {
      const { index, catalogue, listing, records, ledger, reading, memory } = library
      const listed = { catalogue, listing, records }
      searching = createSearching({
        source: { list: listed, ledger, reading, memory },
        index,
        looked,
        unread: () => catalogue.unread,
        // Whoever may write has the newest records.
        isKeptBeside: async () =>
          library.refusal() !== null && (await isHeldBeside(library.places.lock, library.dataName)),
        notice: (error) => emit('notice', error),
        indexed,
        progressed: (left) => emit('search-progress', { left }),
      })
    },
    onTold(listener) {
      told = listener
    },
    lost: () => searching?.lost(),
    opened: (article) => searching?.articles([article]),
    changes: (changes) => searching?.changes(changes),
    again: () => searching?.again(),
    isIdle: () => searching?.isIdle() ?? true,
    end: () => searching?.end(),
  }
}

/** The articles whose rows an event tells anew. */
const rowsIn = (data: EventData<EventName>): string[] =>
  'info' in data && 'changed' in data ? [...data.changed.map(({ id }) => id), ...data.removed] : []

const noIndex = (): AppError => ({
  code: 'unsupported',
  message: 'This library was opened without its index, so there is nothing to search.',
  advice: 'Use “parallax search”, or the search of the window.',
})
