// What rows are ordered, filtered and grouped by, from what the reader sees of them.
import type { ArticleMeta } from '../../shared/model/article.ts'
import { foldedName, indexedText } from '../../shared/search/tokens.ts'
import { sortKey } from './sort-key.ts'

export interface RowKeys {
  readonly place: string
  readonly title: string
  /** Null where there is none: such rows come last, whichever way the list is ordered. */
  readonly outlet: string | null
  readonly author: string | null
  /** Folded title, outlet, author and path, for the filter of the list. */
  readonly name: string
  /** Each word with a space before and after it, for `outlet:` and `author:` of a search. */
  readonly outletWords: string
  readonly authorWords: string
}

/** Between the names in `RowKeys.name`: nobody types it, so that no filter reaches across. */
const between = '\u0001'

export function rowKeys(path: string, part: number | null, meta: ArticleMeta): RowKeys {
  const shown = meta.title ?? fileName(path)
  return {
    place: `${sortKey(path)}\u0001${String(part ?? 0).padStart(5, '0')}`,
    title: sortKey(shown),
    outlet: meta.source === null ? null : sortKey(meta.source),
    author: meta.byline === null ? null : sortKey(meta.byline),
    name: [shown, meta.source ?? '', meta.byline ?? '', path]
      .map(foldedName)
      .join(between)
      .replaceAll('\0', ' '),
    outletWords: ` ${indexedText(meta.source ?? '')} `,
    authorWords: ` ${indexedText(meta.byline ?? '')} `,
  }
}

/** A tag's or a story's name for looking it up: folded, the levels of a tag parted by `/`. */
export const tagKey = (name: string): string =>
  name
    .split('/')
    .map((level) => indexedText(level) || foldedName(level).trim())
    .join('/')

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
