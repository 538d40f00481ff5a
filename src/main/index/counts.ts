// How many there are of what the left side names: articles, states, outlets, tags.

import type { LibraryCounts } from '../../shared/model/rows.ts'
import { type ReadingState, readingStates } from '../../shared/search/ast.ts'
import { numberIn, type Statements, textIn } from './statements.ts'

/** Of listed articles alone. */
export function countsIn(statements: Statements): LibraryCounts {
  const states = statements(
    `SELECT reading, count(*) AS articles, sum(annotations) AS annotations, sum(notes) AS notes
     FROM article GROUP BY reading`,
  ).all()
  const sum = (column: string): number =>
    states.reduce((sum, row) => sum + numberIn(row, column), 0)
  const ofState = (state: ReadingState): number =>
    numberIn(
      states.find((row) => textIn(row, 'reading') === state),
      'articles',
    )
  const [fresh, reading, read] = readingStates
  return {
    articles: sum('articles'),
    annotations: sum('annotations'),
    notes: sum('notes'),
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
