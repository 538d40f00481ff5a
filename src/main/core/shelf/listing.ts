// What the library lists: a row for each file, in the place of a split file one for each article in
// it, and one for what has annotations but is not there any more.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleMeta } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import { inPathOrder } from '../../../shared/text/path-order.ts'
import type { ArticleData } from '../records/article-data.ts'
import type { CacheEntry } from './cache.ts'
import { contentKey } from './content-key.ts'
import { isShownSplit, rowsOfFile } from './file-rows.ts'
import { type Identity, identitiesOf } from './identities.ts'
import { isAnnotated, type ListingGround } from './listing-ground.ts'
import { missingFiles, missingParts, rowWithoutPlace, whyMissing } from './missing-rows.ts'
import type { Place } from './part-places.ts'
import { missingRow, partRow, rowOf, shownAsOne } from './rows.ts'
import type { TextFacts } from './text-facts.ts'

/** What offers of corrections and suggestions of stories go by. */
export interface Listed {
  readonly row: ArticleSummary
  /** What the file says. */
  readonly said: ArticleMeta
  /** Names its text: two of one name are the same. */
  readonly text: string
  /** Null where they are not to be had yet. */
  readonly facts: () => TextFacts | null
}

export interface Listing {
  /** In the order of their paths, articles of one file in the file's order. */
  articles(): ArticleSummary[]
  /** The rows of a file that is there, in a state of it. */
  rowsOf(entry: CacheEntry): ArticleSummary[]
  /** The rows that a file stands for, and the ids that it does not stand for any more. */
  ofFile(file: string): { changed: ArticleSummary[]; removed: string[] }
  /** The row of an article, listed or not; null when nothing is known of it. */
  row(id: string): ArticleSummary | null
  /** The row of an article in the list; null when it is not listed. */
  listed(id: string): ArticleSummary | null
  /** Why an article that is in its file is not to be had there; null when it is. */
  hidden(id: string): AppError | null
  readable(): Listed[]
  /** Whether a file's articles are listed in its place. */
  isShownSplit(file: string): boolean
  identities(): Identity[]
}

export function createListing(ground: ListingGround): Listing {
  const { catalogue, records, isSplit } = ground

  return {
    listed: (id) => listedRow(ground, id),
    articles: () =>
      [
        ...[...catalogue.shelf.entries.values()].flatMap((entry) => rowsOfFile(ground, entry)),
        ...missingFiles(ground),
        ...missingParts(ground, null),
      ].sort(inListOrder),
    rowsOf: (entry) => rowsOfFile(ground, entry),
    ofFile(file) {
      const entry = catalogue.shelf.entries.get(file)
      if (!entry) return { changed: missingParts(ground, file), removed: [] }
      const parted = entry.partIds.length > 0 || entry.read?.parts
      const changed = [...rowsOfFile(ground, entry), ...(parted ? missingParts(ground, file) : [])]
      const listed = new Set(changed.map(({ id }) => id))
      const removed = [file, ...entry.partIds.map(({ id }) => id)].filter((id) => !listed.has(id))
      return { changed, removed: parted ? removed : [] }
    },
    row(id) {
      const place = catalogue.place(id)
      const data = records.get(id)
      return place ? rowAt(place, data) : rowWithoutPlace(ground, id)
    },
    isShownSplit(file) {
      const entry = catalogue.shelf.entries.get(file)
      return entry !== undefined && isShownSplit(ground, entry)
    },
    hidden(id) {
      const place = catalogue.place(id)
      if (!place || place.part === null || isSplit(place.entry.id)) return null
      return shownAsOne(place.entry.path)
    },
    readable: () =>
      [...catalogue.shelf.entries.values()].flatMap((entry) => readableIn(ground, entry)),
    identities: () => identitiesOf(ground),
  }
}

function listedRow(ground: ListingGround, id: string): ArticleSummary | null {
  const { catalogue, records, isSplit } = ground
  const data = records.get(id)
  const place = catalogue.place(id)
  if (place?.part === null && isShownSplit(ground, place.entry) && !isAnnotated(ground, id))
    return null
  if (place && (place.part === null || isSplit(place.entry.id))) return rowAt(place, data)
  if (!data || !isAnnotated(ground, id) || !catalogue.isLooked()) return null
  const why = data.article.part ? whyMissing(ground, data) : undefined
  return why === null ? null : missingRow(data, why)
}

const readableIn = (ground: ListingGround, entry: CacheEntry): Listed[] =>
  rowsOfFile(ground, entry).flatMap((row): Listed[] => {
    const content = contentKey(entry)
    const read = row.part === null ? entry.read : entry.read?.split?.[row.part]
    if (!read) return []
    const facts = (): TextFacts | null => ground.catalogue.facts(content, row.part)
    return [{ row, said: read.meta, text: `${content} ${row.part ?? ''}`, facts }]
  })

const inListOrder = (a: ArticleSummary, b: ArticleSummary): number =>
  inPathOrder(a, b) || (a.part ?? -1) - (b.part ?? -1)

const rowAt = ({ entry, part }: Place, data: ArticleData | null): ArticleSummary | null =>
  part === null ? rowOf(entry, data) : partRow(entry, part, data)
