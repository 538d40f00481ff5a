// The features over one open library, each given what it stands on. Another one is two lines here: what it
// offers, and how it is made.
import type { AppError } from '../../shared/errors.ts'
import { type Across, createAcross } from '../across.ts'
import { type Changing, createChanging } from '../core/changing.ts'
import type { HistoryCalls } from '../core/history-calls.ts'
import type { RecordsCalls } from '../core/records/calls.ts'
import { shownRecords, tellShown } from '../core/records/shown.ts'
import { knownFilesIn } from '../core/shelf/known-files.ts'
import { type Annotating, createAnnotating } from '../features/annotations/annotating.ts'
import { type Correcting, createCorrecting } from '../features/articles/correcting.ts'
import { createOffers, type Offers } from '../features/articles/offers.ts'
import { createReadingAs, type ReadingAs } from '../features/articles/reading-as.ts'
import { createSplitting, type Splitting } from '../features/articles/splitting.ts'
import type { NotesCalls } from '../features/notes/calls.ts'
import { createMovingNotes } from '../features/notes/moving.ts'
import { createNotesOffers } from '../features/notes/offers.ts'
import type { ReadingStateCalls } from '../features/reading-state/calls.ts'
import { createReadingStates } from '../features/reading-state/reading-state.ts'
import type { LibrarySearch } from '../features/search/following.ts'
import type { SearchesCalls } from '../features/searches/calls.ts'
import { createKeptSearches } from '../features/searches/kept-searches.ts'
import type { TagCalls } from '../features/tags/calls.ts'
import { countTags } from '../features/tags/count-tags.ts'
import { createTags, type Tags } from '../features/tags/tags.ts'
import type { LibraryDeps } from './library-deps.ts'
import type { LibraryParts } from './library-parts.ts'
import { createLibraryTelling, type LibraryTelling } from './library-telling.ts'
import { type ArticleOpening, createArticleOpening } from './open-article.ts'

export interface LibraryFeatures {
  readonly opening: ArticleOpening
  readonly telling: LibraryTelling
  readonly changing: Changing
  readonly annotating: Annotating
  readonly correcting: Correcting
  readonly offers: Offers
  readonly splitting: Splitting
  readonly readingAs: ReadingAs
  readonly across: Across
  readonly tags: Tags
  readonly calls: FeatureCalls
}

/** What an open library offers to the handlers of calls, a line a feature. */
export interface FeatureCalls
  extends RecordsCalls,
    HistoryCalls,
    TagCalls,
    ReadingStateCalls,
    NotesCalls,
    SearchesCalls {}

export function createFeatures(
  parts: LibraryParts,
  deps: LibraryDeps,
  search: Pick<LibrarySearch, 'changes'>,
): LibraryFeatures {
  const { ledger, texts, reading, catalogue, listing, records, refusal } = parts
  const { now, emit } = deps
  const opening = createArticleOpening(parts)
  const telling = createLibraryTelling(parts, opening, deps, (changes) => {
    search.changes(changes)
    tellShown(ledger, changes, emit)
    across.changed(changes)
    tags.settle(changes)
  })
  const changing = createChanging({
    ledger,
    texts,
    now,
    refusal,
    recall: catalogue.recall,
    article: catalogue.current,
    changed: telling.changes,
    historyChanged: (state) => emit('history-changed', state),
  })
  const { perform, keep } = changing
  const across = createAcross({
    ledger,
    records,
    catalogue,
    reading,
    refusal,
    open: opening.open,
    perform,
    keep,
    now,
    emit,
    comparer: deps.work.comparer,
    readable: () => listing.readable(),
  })
  const notice = (error: AppError): void => emit('notice', error)
  const tags = createTags({ ledger, now, perform, keep, refusal, notice })
  const known = knownFilesIn(catalogue, records)
  const made = { ledger, reading, now, article: opening.current, perform }
  const correcting = createCorrecting(made)
  return {
    opening,
    telling,
    changing,
    annotating: createAnnotating(made),
    correcting,
    offers: createOffers({
      correcting,
      perform,
      article: opening.current,
      readable: listing.readable,
      corrections: parts.correctionsOf,
    }),
    splitting: createSplitting({ catalogue, ledger, now, perform }),
    readingAs: readingAsIn(parts, deps, perform),
    across,
    tags,
    calls: {
      recordsGet: (arg) => shownRecords(ledger, arg),
      undo: changing.undo,
      redo: changing.redo,
      history: changing.history,
      tags: () => countTags(records.all()),
      saveTag: tags.save,
      setReading: createReadingStates({ ledger, now, known, perform }).set,
      keptSearches: createKeptSearches({ ledger, now, perform }),
      ...notesCallsOf(parts, made, known, telling),
    },
  }
}

/** The notes of an article as a whole. */
function notesCallsOf(
  { catalogue, listing, reading, records }: LibraryParts,
  made: Pick<LibraryParts, 'ledger' | 'reading'> &
    Pick<LibraryDeps, 'now'> &
    Pick<Changing, 'perform'> & { readonly article: ArticleOpening['current'] },
  known: ReturnType<typeof knownFilesIn>,
  telling: LibraryTelling,
): NotesCalls {
  const { article } = made
  const moving = createMovingNotes({
    ...made,
    known,
    row: listing.row,
    tellRows: (ids) =>
      telling.rows(
        ids.flatMap((id) => listing.listed(id) ?? []),
        ids.filter((id) => listing.listed(id) === null),
      ),
  })
  const offers = createNotesOffers({
    article,
    listed: listing.listed,
    readable: listing.readable,
    missing: () => [...catalogue.shelf.missing.keys()].flatMap((id) => listing.listed(id) ?? []),
    async kept(id) {
      const record = records.get(id)?.article
      return record ? reading.readKept(record) : null
    },
  })
  return { moveNotes: moving.move, notesOffers: offers.of }
}

/** Files that the reader has read with another encoding. */
const readingAsIn = (
  { root, catalogue, ledger, encodings }: LibraryParts,
  { work, now }: LibraryDeps,
  perform: Changing['perform'],
): ReadingAs => createReadingAs({ root, catalogue, ledger, encodings, work, now, perform })
