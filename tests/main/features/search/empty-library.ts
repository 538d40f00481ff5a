// A library without anything in it, and an index of it, for whoever tells the one of the other.
import type { FeedDeps } from '../../../../src/main/features/search/feed.ts'

export const emptyLibrary: FeedDeps['source'] = {
  list: {
    catalogue: {
      shelf: { entries: new Map(), missing: new Map(), problems: [] },
      place: () => null,
      isLooked: () => true,
    },
    listing: { hidden: () => null, isShownSplit: () => false },
    records: { get: () => null, all: () => [] },
  },
  ledger: { all: () => [], get: () => null, markOf: () => null, written: async () => undefined },
  reading: {
    locate: () => [],
    peek: async () => null,
    readParts: async () => ({ ok: true, value: [] }),
  },
  memory: { hold: () => undefined, stored: async () => true },
}

/** An index that knows nothing and takes whatever it is told. */
export const emptyIndex: FeedDeps['index'] = {
  told: () => null,
  toldAfter: () => [],
  has: () => false,
  content: () => null,
  stories: () => [],
  records: () => new Map(),
  mirrored: () => new Map(),
  put: async () => true,
  tidy: async () => 0,
}
