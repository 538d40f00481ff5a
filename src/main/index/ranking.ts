// Which articles a search finds, the best first. Weighing an article takes some 3 µs, which is too long
// for the tens of thousands that a common word is in, and says little of them: of so many only those are
// weighed that came into the library last, and those that have the words in their title, tags or notes.
import { fullTextWeights } from './schema.ts'
import type { SearchPlan } from './search-sql.ts'
import type { Value } from './sqlite.ts'
import { type Statements, textIn } from './statements.ts'

export interface Ranked {
  /** Rows of `article`, the best first. */
  readonly rows: readonly number[]
  /** Of each of `rows`; larger is better. 0 where articles were not weighed. */
  readonly scores: readonly number[]
}

/** Articles of one search that are weighed at most, twice. */
export const mostWeighed = 3_000

const weights = Object.values(fullTextWeights).join(', ')
/** Fields in which a word says more of an article than in its text. */
const telling = '{title about tags notes}'

/** All that is found. */
export function ranked(statements: Statements, plan: SearchPlan): Ranked {
  const { match, where, values } = plan
  if (match === null) return unweighed(allRows(statements, where ?? '1', values))
  const condition = where === null ? '' : `AND rowid IN (SELECT row FROM article WHERE ${where})`
  const rows = rowsMatching(statements, match, condition, values)
  if (rows.length <= mostWeighed) return weighed(statements, { match, condition, values })
  const latest = rows.at(-mostWeighed) ?? 0
  const strong = rowsMatching(statements, `${telling} : (${match})`, condition, values)
  const oldest = strong.at(-mostWeighed) ?? 0
  const among = `rowid >= ${latest}`
  const named = `rowid >= ${oldest} AND rowid IN
    (SELECT rowid FROM full_text WHERE full_text MATCH ?)`
  const best = weighed(statements, { match, condition: `AND ${among} ${condition}`, values })
  const told = weighed(statements, {
    match,
    condition: `AND ${named} ${condition}`,
    values: [`${telling} : (${match})`, ...values],
  })
  return joined(best, told, rows)
}

interface Weighing {
  readonly match: string
  readonly condition: string
  readonly values: readonly Value[]
}

function weighed(statements: Statements, { match, condition, values }: Weighing): Ranked {
  const found = statements(
    `SELECT json_group_array(rowid) AS rows, json_group_array(score) AS scores FROM
      (SELECT rowid, round(-bm25(full_text, ${weights}), 4) AS score FROM full_text
       WHERE full_text MATCH ? ${condition} ORDER BY score DESC, rowid DESC)`,
  ).get(match, ...values)
  return { rows: JSON.parse(textIn(found, 'rows')), scores: JSON.parse(textIn(found, 'scores')) }
}

/** In the order of rows, the first that came into the library first. */
const rowsMatching = (
  statements: Statements,
  match: string,
  condition: string,
  values: readonly Value[],
): number[] =>
  JSON.parse(
    textIn(
      statements(
        `SELECT json_group_array(rowid) AS rows FROM full_text WHERE full_text MATCH ? ${condition}`,
      ).get(match, ...values),
      'rows',
    ),
  )

const allRows = (statements: Statements, where: string, values: readonly Value[]): number[] =>
  JSON.parse(
    textIn(
      statements(
        `SELECT json_group_array(row) AS rows FROM (SELECT row FROM article WHERE ${where} ORDER BY row)`,
      ).get(...values),
      'rows',
    ),
  )

/** The latest first. */
const unweighed = (rows: readonly number[]): Ranked => ({
  rows: [...rows].reverse(),
  scores: rows.map(() => 0),
})

/** Both that were weighed, by score; after them all others. */
function joined(one: Ranked, other: Ranked, all: readonly number[]): Ranked {
  const scores = new Map(
    [one, other].flatMap(({ rows, scores }) =>
      rows.map((row, at) => [row, scores[at] ?? 0] as const),
    ),
  )
  const best = [...scores].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  const others = unweighed(all.filter((row) => !scores.has(row)))
  return {
    rows: [...best.map(([row]) => row), ...others.rows],
    scores: [...best.map(([, score]) => score), ...others.scores],
  }
}
