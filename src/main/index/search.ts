// A search over the library: which articles, the best first, and where in each of them.
import type { AppError } from '../../shared/errors.ts'
import type { ListedRow } from '../../shared/model/rows.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type SearchNode, searchLimits, sizeOf, wordsIn } from '../../shared/search/ast.ts'
import { createFinder, type Finder, type Hits, type Searched, type SearchHit } from './hits.ts'
import { type Ranked, ranked } from './ranking.ts'
import { aboutOf, textOfRow } from './refresh.ts'
import { rowsAt } from './rows.ts'
import { planOf } from './search-sql.ts'
import type { Row } from './sqlite.ts'
import { jsonIn, numberIn, type Statements, textIn } from './statements.ts'

export interface SearchRange {
  /** Articles by their place in what is found, from 0; the end is exclusive. */
  readonly start: number
  readonly end: number
  /** Hits of one article that are given; how many there are is said all the same. */
  readonly hits: number
}

interface FoundArticle {
  readonly article: ListedRow
  /** Larger is better; 0 where nothing is weighed. */
  readonly score: number
  /** Title, about, tags and notes first, then in the order of the text. */
  readonly hits: readonly SearchHit[]
  /** All of this article. */
  readonly totalHits: number
}

export interface SearchResult {
  /** Articles that are found. */
  readonly total: number
  readonly articles: readonly FoundArticle[]
}

export interface Search {
  /** Fails with `too-large` for a search beyond `searchLimits`. */
  find(search: SearchNode, range: SearchRange): Result<SearchResult>
  /** Every hit of one article, to walk through them. Empty for an article that is not listed. */
  hitsOf(search: SearchNode, article: string): readonly SearchHit[]
  /** To be called whenever the index may have changed. */
  forget(): void
}

export function createSearch(statements: Statements): Search {
  // What was found last: the next pages and the next look at the same search come from it.
  let last: { readonly key: string; readonly found: Ranked } | null = null
  const foundBy = (search: SearchNode): Ranked => {
    const key = JSON.stringify(search)
    if (last?.key === key) return last.found
    const plan = planOf(search)
    const found = plan ? ranked(statements, plan) : { rows: [], scores: [] }
    last = { key, found }
    return found
  }
  return {
    find(search, { start, end, hits: most }) {
      if (isTooLarge(search)) return fail(tooLarge())
      const { rows, scores } = foundBy(search)
      const finder = createFinder(wordsIn(search))
      const articles = rows.slice(start, end).flatMap((row, at): FoundArticle[] => {
        const [article] = rowsAt(statements, [row])
        if (!article) return []
        const { hits, total: totalHits } = hitsIn(statements, article.id, finder, most)
        return [
          {
            article,
            score: scores[start + at] ?? 0,
            hits,
            totalHits,
          },
        ]
      })
      return ok({ total: rows.length, articles })
    },
    hitsOf: (search, article) =>
      isTooLarge(search)
        ? []
        : hitsIn(statements, article, createFinder(wordsIn(search)), Number.POSITIVE_INFINITY).hits,
    forget() {
      last = null
    },
  }
}

function isTooLarge(search: SearchNode): boolean {
  const { nodes, depth } = sizeOf(search)
  return nodes > searchLimits.nodes || depth > searchLimits.depth
}

const tooLarge = (): AppError => ({
  code: 'too-large',
  message: `The search has more than ${searchLimits.nodes} parts, or they stand too deep in each other.`,
  advice: 'Search for less at once.',
})

function hitsIn(statements: Statements, id: string, finder: Finder, most: number): Hits {
  const row = statements('SELECT * FROM article WHERE id = ?').get(id)
  const hits: SearchHit[] = []
  let total = 0
  for (const searched of row ? textsOf(statements, row) : []) {
    const found = finder(searched, most - hits.length)
    for (const hit of found.hits) hits.push(hit)
    total += found.total
  }
  return { hits, total }
}

/** All that is searched of an article. Quotes only where they say more than the text. */
function textsOf(statements: Statements, row: Row): Searched[] {
  const text = textOfRow(statements, row)
  const own = (field: Searched['field'], each: string): Searched => ({
    field,
    annotation: null,
    text: each,
    whenAsked: false,
  })
  const made = statements(
    'SELECT id, note, quote, tags, orphan FROM annotation WHERE article = ? ORDER BY start, id',
  ).all(textIn(row, 'id'))
  const notes = made.flatMap((each): Searched[] => {
    const annotation = textIn(each, 'id')
    return [
      ...jsonIn<string[]>(each, 'tags').map(
        (tag): Searched => ({ field: 'tags', annotation, text: tag, whenAsked: false }),
      ),
      { field: 'notes', annotation, text: textIn(each, 'note'), whenAsked: false },
      {
        field: 'quotes',
        annotation,
        text: textIn(each, 'quote'),
        whenAsked: text !== null && numberIn(each, 'orphan') === 0,
      },
    ]
  })
  return [
    own('title', textIn(row, 'title')),
    ...aboutOf(row).map((each) => own('about', each)),
    ...notes,
    ...(text === null ? [] : [own('text', text)]),
  ].filter((searched) => searched.text !== '')
}
