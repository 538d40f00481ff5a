// The features over one open library, each given what it stands on. Another one is a line here.
import type { AppError } from '../../shared/errors.ts'
import { type Across, createAcross } from '../across.ts'
import { type Changing, createChanging } from '../core/changing.ts'
import { tellShown } from '../core/records/shown.ts'
import { knownFilesIn } from '../core/shelf/known-files.ts'
import { type Annotating, createAnnotating } from '../features/annotations/annotating.ts'
import { type Correcting, createCorrecting } from '../features/articles/correcting.ts'
import { createOffers, type Offers } from '../features/articles/offers.ts'
import { createSplitting, type Splitting } from '../features/articles/splitting.ts'
import { createReadingStates, type ReadingStates } from '../features/reading-state/reading-state.ts'
import type { LibrarySearch } from '../features/search/following.ts'
import { createKeptSearches, type KeptSearches } from '../features/searches/kept-searches.ts'
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
  readonly across: Across
  readonly reading: ReadingStates
  readonly keptSearches: KeptSearches
  readonly tags: Tags
}

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
    across,
    reading: createReadingStates({ ledger, now, known: knownFilesIn(catalogue, records), perform }),
    keptSearches: createKeptSearches({ ledger, now, perform }),
    tags,
  }
}
