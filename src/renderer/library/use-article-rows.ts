// The library's articles as the grid asks for them: those that match the filter, with what a row says
// of other rows and of the panes.
import { useMemo, useRef } from 'react'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { useLibrary } from '../state/library.ts'
import { type RowSource, rowsOf } from './grid/row-source.ts'

export interface ArticleRows {
  readonly rows: RowSource<ArticleSummary>
  /** Of all articles, matching or not. */
  readonly total: number
  /** How many articles are shown of the file that a row is a part of; 0 for a whole file. */
  siblingsOf(row: ArticleSummary): number
}

interface Shown {
  readonly articles: readonly ArticleSummary[]
  readonly filter: string
  readonly matching: readonly ArticleSummary[]
}

export function useArticleRows(filter: string): ArticleRows {
  const articles = useLibrary((state) => state.articles)
  const before = useRef<Shown | null>(null)
  const parts = useMemo(() => partCounts(articles), [articles])
  const rows = useMemo(() => {
    const last = before.current
    // With a letter more, nothing matches that did not match without it.
    const among =
      last?.articles === articles && filter.startsWith(last.filter) ? last.matching : articles
    const matching = withWords(among, filter)
    before.current = { articles, filter, matching }
    return rowsOf(matching)
  }, [articles, filter])
  return {
    rows,
    total: articles.length,
    siblingsOf: ({ part, path }) => (part === null ? 0 : (parts.get(path) ?? 0)),
  }
}

/** What is looked through, in lower case; made once for each row as it stands. */
const texts = new WeakMap<ArticleSummary, string>()

function textOf(row: ArticleSummary): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const text = [row.title, row.source, row.byline, row.path].join('\n').toLowerCase()
  texts.set(row, text)
  return text
}

function withWords(articles: readonly ArticleSummary[], filter: string): readonly ArticleSummary[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return articles
  return articles.filter((row) => {
    const text = textOf(row)
    return words.every((word) => text.includes(word))
  })
}

/** How many articles are shown of each file that was split. */
function partCounts(articles: readonly ArticleSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { path, part } of articles)
    if (part !== null) counts.set(path, Math.max(counts.get(path) ?? 0, part + 1))
  return counts
}
