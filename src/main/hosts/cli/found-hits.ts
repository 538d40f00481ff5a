// What a search finds, as the command line tells it: a hit a line, of all pages.
import type { ParsedArg } from '../../../shared/calls.ts'
import type { FoundArticle, SearchAnswer } from '../../../shared/model/search.ts'
import type { Result } from '../../../shared/result.ts'
import { demand, WrongUsage } from './output.ts'

/** A place in an article. `field` and what follows is null where a whole article matches without words. */
export interface Hit {
  readonly article: string
  readonly path: string
  readonly title: string | null
  readonly field: FoundArticle['hits'][number]['field'] | null
  readonly annotation: string | null
  readonly start: number | null
  readonly end: number | null
  readonly snippet: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  readonly score: number
}

export interface SearchLibrary {
  search(arg: ParsedArg<'search-run'>): Promise<Result<SearchAnswer>>
}

/** Articles that are asked for at a time. */
const pageSize = 200

export interface FoundHits {
  /** The best article first; in each of them in the order in which the index gives them. */
  readonly hits: readonly Hit[]
  readonly problems: readonly Problem[]
  /** Articles that may be missing from the hits, or found by what they said before; null: none. */
  readonly left: number | null
}

/**
 * Everything that is found, page by page. Throws `WrongUsage` for a query that cannot be made out.
 * @param most articles at most
 */
export async function searchAll(
  library: SearchLibrary,
  query: string,
  most: number,
): Promise<FoundHits> {
  const articles: FoundArticle[] = []
  for (;;) {
    const limit = Math.min(pageSize, most - articles.length)
    const answer = demand(
      await library.search({
        query,
        offset: articles.length,
        limit,
        hits: Number.MAX_SAFE_INTEGER,
        typing: false,
      }),
    )
    const { problems, total, left } = answer
    const refusal = problems.find(({ refused }) => refused)
    if (refusal) throw new WrongUsage(problemLine(query, refusal))
    articles.push(...answer.articles)
    const isLast = answer.articles.length === 0 || articles.length >= total
    if (isLast || articles.length >= most) return { hits: articles.flatMap(hitsOf), problems, left }
  }
}

type Problem = SearchAnswer['problems'][number]

/** Characters are counted from 1, as people count. */
export const problemLine = (query: string, { start, message, advice }: Problem): string =>
  `at character ${[...query.slice(0, start)].length + 1} of the query: ${message} ${advice}`

/** Another process tells the index, and has not come to the end of it. */
export const leftLine = (left: number): string =>
  `${left === 1 ? 'one article is' : `${left} articles are`} not in the index as they are now, so this may not be all. Search again in a moment.`

function hitsOf({ article: { id, path, title }, score, hits }: FoundArticle): Hit[] {
  const whole: Hit = {
    article: id,
    path,
    title,
    field: null,
    annotation: null,
    start: null,
    end: null,
    snippet: '',
    marks: [],
    score,
  }
  if (hits.length === 0) return [whole]
  return hits.map(({ field, annotation, start, end, snippet }) => ({
    ...whole,
    field,
    annotation,
    start,
    end,
    snippet: snippet.text,
    marks: snippet.marks,
  }))
}
