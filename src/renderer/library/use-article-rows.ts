// The library's articles as the grid asks for them: those that match the filter, with what a row says
// of other rows and of the panes.
import { useMemo, useRef } from 'react'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { useLibrary } from '../replica/library.ts'
import { type RowSource, rowsOf } from './grid/row-source.ts'

export interface ArticleRows {
  readonly rows: RowSource<ArticleSummary>
  /** Of all articles, matching or not. */
  readonly total: number
  /** How many articles are shown of the file that a row is a part of; 0 for a whole file. */
  siblingsOf(row: ArticleSummary): number
}

interface Looked {
  readonly articles: readonly ArticleSummary[]
  /** What is looked through of each, in lower case. */
  readonly texts: readonly string[]
  readonly filter: string
  /** Indices into `articles` of those that match. */
  readonly matching: readonly number[]
}

export function useArticleRows(filter: string): ArticleRows {
  const articles = useLibrary((state) => state.articles)
  const before = useRef<Looked | null>(null)
  const parts = useMemo(() => partCounts(articles), [articles])
  const rows = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) return rowsOf(articles)
    const looked = look(articles, filter, words, before.current)
    before.current = looked
    return rowsOf(looked.matching.flatMap((index) => articles[index] ?? []))
  }, [articles, filter])
  return {
    rows,
    total: articles.length,
    siblingsOf: ({ part, path }) => (part === null ? 0 : (parts.get(path) ?? 0)),
  }
}

/** @param before with a letter more, nothing matches that did not match without it */
function look(
  articles: readonly ArticleSummary[],
  filter: string,
  words: readonly string[],
  before: Looked | null,
): Looked {
  const same = before?.articles === articles ? before : null
  const texts = same?.texts ?? articles.map(textOf)
  const fits = (index: number): boolean => {
    const text = texts[index] ?? ''
    for (const word of words) if (!text.includes(word)) return false
    return true
  }
  const among = same && filter.startsWith(same.filter) ? same.matching : [...texts.keys()]
  return { articles, texts, filter, matching: among.filter(fits) }
}

const textOf = ({ title, source, byline, path }: ArticleSummary): string =>
  `${title ?? ''}\n${source ?? ''}\n${byline ?? ''}\n${path}`.toLowerCase()

/** How many articles are shown of each file that was split. */
function partCounts(articles: readonly ArticleSummary[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { path, part } of articles)
    if (part !== null) counts.set(path, Math.max(counts.get(path) ?? 0, part + 1))
  return counts
}
