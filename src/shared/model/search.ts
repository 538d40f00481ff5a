// What a search over the library answers, and what could come next in a query that is being typed.
import { z } from 'zod'
import { searchFields } from '../search/ast.ts'
import { ArticleId, ArticleSummary } from './library.ts'

const offset = z.number().int().nonnegative()

const place = z.strictObject({ start: offset, end: offset })

const FoundHit = z.strictObject({
  field: z.enum(searchFields),
  /** Which annotation it is in; null in the article itself. */
  annotation: z.string().nullable(),
  /** UTF-16 offsets into the field's own text, end exclusive. */
  start: offset,
  end: offset,
  /** What stands around it on one line; the marks are offsets into that. */
  snippet: z.strictObject({ text: z.string(), marks: z.array(place) }),
})

const FoundArticle = z.strictObject({
  article: z.strictObject({
    id: ArticleId,
    path: z.string(),
    part: ArticleSummary.shape.part,
    title: z.string().nullable(),
    source: z.string().nullable(),
    published: z.string().nullable(),
    state: ArticleSummary.shape.state,
  }),
  /** Larger is better. */
  score: z.number(),
  /** All of this article; of them some are given. */
  totalHits: offset,
  /** Title, outlet, author, tags and notes first, then in the order of the text. */
  hits: z.array(FoundHit),
})
export type FoundArticle = Readonly<z.infer<typeof FoundArticle>>
export type FoundHit = Readonly<z.infer<typeof FoundHit>>

export const SearchAnswer = z.strictObject({
  /** What is not well formed, in the order of its places in the query. */
  problems: z.array(
    place.extend({
      message: z.string(),
      advice: z.string(),
      /** Nothing was searched for. */
      refused: z.boolean(),
    }),
  ),
  /** Articles that are found. */
  total: offset,
  /** Those that were asked for, the best first. */
  articles: z.array(FoundArticle),
  /** Articles that the index does not know yet as they are; null: it knows all. */
  left: offset.nullable(),
})
export type SearchAnswer = Readonly<z.infer<typeof SearchAnswer>>

export const SearchSuggestions = z.strictObject({
  /** What may be written where there is nothing to choose from; null: nothing to say. */
  hint: z.string().nullable(),
  /** The likeliest first. */
  suggestions: z.array(
    z.strictObject({
      kind: z.enum(['operator', 'value']),
      label: z.string(),
      explanation: z.string(),
      /** Replaces the query from `start` to `end` by `text`; then the caret is at `caret`. */
      edit: place.extend({ text: z.string(), caret: offset }),
    }),
  ),
})
export type SearchSuggestions = Readonly<z.infer<typeof SearchSuggestions>>
