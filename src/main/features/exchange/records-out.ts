// The records that an export takes along, of every kind that there is. Knows none of them by name: what
// goes with which export, a kind says itself.
import type { RecordLists, RecordSettings } from '../../../shared/export/json-schema.ts'
import { isLive } from '../../../shared/kinds/entry.ts'
import type { Exported, Kind } from '../../../shared/kinds/kind.ts'
import {
  articleKinds,
  listedInArticles,
  listedInLibrary,
} from '../../../shared/kinds/kinds-by-home.ts'
import { liveLine } from '../../../shared/kinds/line.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { Ledger } from '../../core/records/ledger.ts'

export type RecordSource = Pick<Ledger, 'all' | 'entry'>

/** What is kept beside an article in its own file. */
export interface ArticleRecords {
  readonly records: RecordLists
  /** Of the kinds that have a shape of their own. */
  readonly set: RecordSettings
}

export function recordsOfArticle(source: RecordSource, article: string): ArticleRecords {
  const lists = listedInArticles.map((kind) => ({ kind, records: source.all(kind, article) }))
  return {
    records: listsOf(source, lists, article),
    set: settingsOf(
      source,
      articleKinds
        .filter(({ exchange }) => exchange === 'own')
        .map((kind) => ({ kind, keys: source.all(kind, article).map((each) => kind.keyOf(each)) })),
      article,
    ),
  }
}

/** What is kept for the whole library, as far as it goes with an export. */
export interface LibraryRecords {
  readonly records: RecordLists
  /** The articles that it names. */
  readonly named: readonly KnownFile[]
}

/** @param exported null: an export of the whole library */
export function recordsOfLibrary(source: RecordSource, exported: Exported | null): LibraryRecords {
  const lists = listedInLibrary.map((kind) => ({
    kind,
    records: source.all(kind).filter((each) => exported === null || goesWith(kind, each, exported)),
  }))
  return {
    records: listsOf(source, lists, null),
    named: lists.flatMap(({ kind, records }) =>
      records.flatMap((each) => kind.names?.(each) ?? []),
    ),
  }
}

function goesWith(kind: Kind, record: object, exported: Exported): boolean {
  if (kind.goesWith) return kind.goesWith(record, exported)
  const named = kind.names?.(record) ?? []
  return named.length > 0 && named.every(({ id }) => exported.articles.has(id))
}

interface KindRecords {
  readonly kind: Kind
  readonly records: readonly object[]
}

/** Lists that are empty are left out. */
function listsOf(
  source: RecordSource,
  lists: readonly KindRecords[],
  article: string | null,
): RecordLists {
  const written = lists.map(({ kind, records }) => {
    const lines = records.map((record) => {
      const key = kind.keyOf(record)
      return { entry: source.entry(kind, article, key), order: kind.orderOf?.(record) ?? key }
    })
    lines.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    return [
      kind.list,
      lines.flatMap(({ entry }) => (isLive(entry) ? [liveLine(entry)] : [])),
    ] as const
  })
  return Object.fromEntries(written.filter(([, lines]) => lines.length > 0))
}

interface KindKeys {
  readonly kind: Kind
  readonly keys: readonly string[]
}

/** How the fields of some records came to their values. */
export function settingsOf(
  source: RecordSource,
  lists: readonly KindKeys[],
  article: string | null,
): RecordSettings {
  const told = lists.map(({ kind, keys }) => {
    const sets = keys.flatMap((key) => {
      const entry = source.entry(kind, article, key)
      return isLive(entry) ? [[key, entry.set] as const] : []
    })
    return [kind.list, sets] as const
  })
  return Object.fromEntries(
    told.flatMap(([list, sets]) => (sets.length > 0 ? [[list, Object.fromEntries(sets)]] : [])),
  )
}
