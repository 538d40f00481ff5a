// How many there are of what the left side names: articles, states, outlets, tags.
import { type ReadingState, readingStates } from '../../shared/search/ast.ts'
import type { Counts } from './row-query.ts'
import { numberIn, type Statements, textIn } from './statements.ts'

/** Of listed articles alone. */
export function countsIn(statements: Statements): Counts {
  const sums = statements(
    'SELECT count(*) AS articles, sum(annotations) AS annotations, sum(notes) AS notes FROM article',
  ).get()
  const states = new Map(
    statements('SELECT reading, count(*) AS articles FROM article GROUP BY reading')
      .all()
      .map((row) => [textIn(row, 'reading'), numberIn(row, 'articles')]),
  )
  const ofState = (state: ReadingState): number => states.get(state) ?? 0
  const [fresh, reading, read] = readingStates
  return {
    articles: numberIn(sums, 'articles'),
    annotations: numberIn(sums, 'annotations'),
    notes: numberIn(sums, 'notes'),
    states: { [fresh]: ofState(fresh), [reading]: ofState(reading), [read]: ofState(read) },
    outlets: statements(
      `SELECT source, count(*) AS articles FROM article WHERE source IS NOT NULL
       GROUP BY source ORDER BY articles DESC, source`,
    )
      .all()
      .map((row) => ({ outlet: textIn(row, 'source'), articles: numberIn(row, 'articles') })),
    tags: statements(
      `SELECT tag, count(DISTINCT tagged.article) AS articles, count(*) AS annotations FROM tagged
       JOIN article ON article.id = tagged.article GROUP BY tag ORDER BY tag_key, tag`,
    )
      .all()
      .map((row) => ({
        tag: textIn(row, 'tag'),
        articles: numberIn(row, 'articles'),
        annotations: numberIn(row, 'annotations'),
      })),
  }
}
