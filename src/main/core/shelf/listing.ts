// What the library lists: a row for each file, in the place of a split file one for each article in
// it, and one for what has annotations but is not there any more.
import type { AppError } from '../../../shared/errors.ts'
import type { ArticleMeta } from '../../../shared/model/article.ts'
import type { ArticleSummary } from '../../../shared/model/library.ts'
import { inPathOrder } from '../../../shared/text/path-order.ts'
import type { ArticleData, Records } from '../records/article-data.ts'
import type { CacheEntry } from './cache.ts'
import type { Catalogue } from './catalogue.ts'
import { missingArticles } from './missing-articles.ts'
import type { Place } from './part-places.ts'
import { missingRow, partRow, rowOf, shownAsOne } from './rows.ts'
import type { TextFacts } from './text-facts.ts'

/** How an article can be known again, and which annotations it has. */
export interface Identity {
  readonly id: string
  readonly path: string
  readonly sha256: string
  readonly textHash: string
  /** Which of the articles in its file; null for a whole file. */
  readonly part: number | null
  /** Other things are kept under its id, so that it cannot take another. */
  readonly fixed: boolean
  readonly annotationIds: ReadonlySet<string>
}

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

export function createListing(
  catalogue: Pick<Catalogue, 'shelf' | 'place' | 'facts' | 'isLooked' | 'lastPath'>,
  records: Records,
  isSplit: (file: string) => boolean,
): Listing {
  const isAnnotated = (id: string): boolean => (records.get(id)?.annotations.length ?? 0) > 0

  const isShownSplit = (entry: CacheEntry): boolean =>
    isSplit(entry.id) && (entry.read?.split?.length ?? 0) > 0

  const rowsOf = (entry: CacheEntry): ArticleSummary[] => {
    const whole = rowOf(entry, records.get(entry.id))
    if (!isShownSplit(entry)) return [whole]
    const parts = entry.partIds.flatMap(
      ({ id }, part) => partRow(entry, part, records.get(id)) ?? [],
    )
    return isAnnotated(entry.id) ? [whole, ...parts] : parts
  }

  const { missingParts, missingFiles, whyMissing, rowWithoutPlace } = missingArticles(
    catalogue,
    records,
    isSplit,
  )

  return {
    listed(id) {
      const data = records.get(id)
      const place = catalogue.place(id)
      if (place?.part === null && isShownSplit(place.entry) && !isAnnotated(id)) return null
      if (place && (place.part === null || isSplit(place.entry.id))) return rowAt(place, data)
      if (!data || !isAnnotated(id) || !catalogue.isLooked()) return null
      const why = data.article.part ? whyMissing(data) : undefined
      return why === null ? null : missingRow(data, why)
    },
    articles: () =>
      [
        ...[...catalogue.shelf.entries.values()].flatMap(rowsOf),
        ...missingFiles(),
        ...missingParts(null),
      ].sort(inListOrder),
    rowsOf,
    ofFile(file) {
      const entry = catalogue.shelf.entries.get(file)
      if (!entry) return { changed: missingParts(file), removed: [] }
      const parted = entry.partIds.length > 0 || entry.read?.parts
      const changed = [...rowsOf(entry), ...(parted ? missingParts(file) : [])]
      const listed = new Set(changed.map(({ id }) => id))
      const removed = [file, ...entry.partIds.map(({ id }) => id)].filter((id) => !listed.has(id))
      return { changed, removed: parted ? removed : [] }
    },
    row(id) {
      const place = catalogue.place(id)
      const data = records.get(id)
      return place ? rowAt(place, data) : rowWithoutPlace(id)
    },
    isShownSplit(file) {
      const entry = catalogue.shelf.entries.get(file)
      return entry !== undefined && isShownSplit(entry)
    },
    hidden(id) {
      const place = catalogue.place(id)
      if (!place || place.part === null || isSplit(place.entry.id)) return null
      return shownAsOne(place.entry.path)
    },
    readable: () =>
      [...catalogue.shelf.entries.values()].flatMap((entry) =>
        rowsOf(entry).flatMap((row): Listed[] => {
          const { sha256 } = entry
          const read = row.part === null ? entry.read : entry.read?.split?.[row.part]
          if (!read) return []
          const facts = (): TextFacts | null => catalogue.facts(sha256, row.part)
          return [{ row, said: read.meta, text: `${sha256} ${row.part ?? ''}`, facts }]
        }),
      ),
    identities: () => identitiesOf(catalogue, records, isSplit),
  }
}

const inListOrder = (a: ArticleSummary, b: ArticleSummary): number =>
  inPathOrder(a, b) || (a.part ?? -1) - (b.part ?? -1)

const rowAt = ({ entry, part }: Place, data: ArticleData | null): ArticleSummary | null =>
  part === null ? rowOf(entry, data) : partRow(entry, part, data)

function identitiesOf(
  catalogue: Pick<Catalogue, 'shelf'>,
  records: Records,
  isSplit: (file: string) => boolean,
): Identity[] {
  const partFiles = new Set([...records.all()].flatMap(({ article }) => article.part?.file ?? []))
  const here = [...catalogue.shelf.entries.values()].flatMap((entry) => {
    const { path, sha256, read } = entry
    const fixed = partFiles.has(entry.id) || isSplit(entry.id)
    return [
      { id: entry.id, path, sha256, textHash: read?.textHash ?? '', part: null, fixed },
      ...(read?.split ?? []).map(({ id, textHash }, part) => ({
        ...{ id, path, sha256, textHash, part, fixed: false },
      })),
    ]
  })
  const known = new Set(here.map(({ id }) => id))
  const gone = [...records.all()].flatMap(({ article, annotations }) => {
    const { id, path, sha256, textHash, part } = article
    if (annotations.length === 0 || known.has(id)) return []
    return [{ id, path, sha256, textHash, part: part?.index ?? null, fixed: true }]
  })
  return [...here, ...gone].map((identity) => ({
    ...identity,
    annotationIds: new Set(records.get(identity.id)?.annotations.map(({ id }) => id)),
  }))
}
