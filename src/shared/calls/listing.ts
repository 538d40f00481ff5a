// The list of articles, by query and range.
import { z } from 'zod'
import { ArticleId, ArticleSummary } from '../model/library.ts'
import { limits } from '../model/limits.ts'
import { ListCounts, RowPage, RowQuery } from '../model/rows.ts'
import { type CallTable, commandLine, type EventTable, everywhere } from './call-rule.ts'
import { nothing, offset } from './fields.ts'

/** An article as the command line lists it. */
export const ListedArticle = ArticleSummary.extend({
  /** How many things in its file were mended or left out. */
  warnings: z.number().int().nonnegative(),
  /** The names of the stories it is in. */
  stories: z.array(z.string()),
})
export type ListedArticle = Readonly<z.infer<typeof ListedArticle>>

export const listingCalls = {
  /** All articles that there are, in the order of their paths. */
  'articles-list': {
    arg: nothing,
    result: z.array(ListedArticle),
    of: 'library',
    hosts: commandLine,
  },
  /** Some rows of the list, in the order of a query. Articles that the index does not know yet are not among them. */
  'rows-page': {
    arg: z.strictObject({ query: RowQuery, start: offset, end: offset }),
    result: RowPage,
    of: 'library',
    hosts: everywhere,
  },
  /** The first place of an article in the order of a query; null when it is not among its rows. */
  'rows-place': {
    arg: z.strictObject({ article: ArticleId, query: RowQuery }),
    result: z.strictObject({ place: offset.nullable() }),
    of: 'library',
    hosts: everywhere,
  },
  /**
   * The first place, from one on and then from the beginning, of a row whose title (or file's name, where
   * it has none) begins with what was typed; null when there is none.
   */
  'rows-named': {
    arg: z.strictObject({
      query: RowQuery,
      typed: z.string().min(1).max(limits.factLength),
      from: offset,
    }),
    result: z.strictObject({ place: offset.nullable() }),
    of: 'library',
    hosts: everywhere,
  },
  /** The articles from one place to another, the end exclusive: what is chosen from here to there. */
  'rows-between': {
    arg: z.strictObject({ query: RowQuery, start: offset, end: offset }),
    result: z.strictObject({ articles: z.array(ArticleId) }),
    of: 'library',
    hosts: everywhere,
  },
  /** The rows of these articles as they are this moment; those that are not there are left out. */
  'rows-get': {
    arg: z.strictObject({ articles: z.array(ArticleId).max(limits.rows) }),
    result: z.strictObject({ rows: z.array(ArticleSummary) }),
    of: 'library',
    hosts: everywhere,
  },
  'rows-counts': { arg: nothing, result: ListCounts, of: 'library', hosts: everywhere },
} satisfies CallTable

export const listingEvents = {
  /** The list may be another: its pages, places and counts are to be asked for again. At most a few a second. */
  'list-changed': nothing,
} satisfies EventTable
