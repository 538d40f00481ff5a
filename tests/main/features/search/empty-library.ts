// A library without anything in it, for whoever tells an index of one.
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
