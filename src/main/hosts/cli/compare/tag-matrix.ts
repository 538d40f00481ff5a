// Tags against articles: how often each was given in each, on which passages, and where they stand.
import { type ComparedSet, percentOf } from './compared-set.ts'

export interface TagRow {
  readonly name: string
  /** One for each article. */
  readonly articles: readonly {
    readonly count: number
    readonly passages: readonly {
      readonly start: number
      readonly end: number
      /** Where it begins, in percent of the article's own text. */
      readonly percent: number
    }[]
  }[]
}

/** By name. */
export function tagMatrix({ articles, comparison }: ComparedSet): TagRow[] {
  const names = new Set(articles.flatMap(({ tagged }) => tagged.flatMap(({ tags }) => tags)))
  return [...names]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => ({
      name,
      articles: articles.map(({ tagged }, article) => {
        const passages = tagged
          .filter(({ tags }) => tags.includes(name))
          .map(({ start, end }) => ({
            start,
            end,
            percent: percentOf(comparison, { article, start }),
          }))
          .sort((a, b) => a.start - b.start || a.end - b.end)
        return { count: passages.length, passages }
      }),
    }))
}
