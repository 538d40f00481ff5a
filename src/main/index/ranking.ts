// Which articles a search finds, the best first. Weighing an article takes some 3 µs, which is too long
// for the tens of thousands that a common word is in, and says little of them: of so many only those are
// weighed that came into the library last, and those that have the words in their title, tags or notes.
import { fullTextWeights, tellingWeights } from './schema.ts'
import type { SearchPlan } from './search-sql.ts'
import type { Value } from './sqlite.ts'
import { type Statements, textIn } from './statements.ts'

export interface Ranked {
  /** Rows of `article`, the best first. */
  readonly rows: readonly number[]
  /** Of each of `rows`; larger is better. 0 where articles were not weighed. */
  readonly scores: readonly number[]
}

/** Articles of one search that are weighed in each of both tables. */
export const mostWeighed = 1_000

/** All that is found. */
export function ranked(statements: Statements, plan: SearchPlan): Ranked {
  const { match, telling, where, values } = plan
  if (match === null) return unweighed(allRows(statements, where ?? '1', values))
  // With the sign SQLite asks full text once, instead of once for each row that meets the condition.
  const condition = where === null ? '' : `AND +rowid IN (SELECT row FROM article WHERE ${where})`
  const all = rowsMatching(statements, { table: 'full_text', match, condition, values })
  const texts = { table: 'full_text', match, condition, values } as const
  if (all.length <= mostWeighed) return weighed(statements, texts, 0)
  const rest = weighed(statements, texts, all.at(-mostWeighed) ?? 0)
  if (telling === null) return joined([rest], all)
  const names = { table: 'telling_text', match: telling, condition, values } as const
  const told = rowsMatching(statements, names)
  return joined([weighed(statements, names, told.at(-mostWeighed) ?? 0), rest], all)
}

interface Matching {
  readonly table: 'full_text' | 'telling_text'
  readonly match: string
  /** Begins with `AND`, or is empty. */
  readonly condition: string
  readonly values: readonly Value[]
}

const weights = {
  full_text: Object.values(fullTextWeights).join(', '),
  telling_text: Object.values(tellingWeights).join(', '),
} as const

function weighed(
  statements: Statements,
  { table, match, condition, values }: Matching,
  firstRow: number,
): Ranked {
  const found = statements(
    `SELECT json_group_array(rowid) AS rows, json_group_array(score) AS scores FROM
      (SELECT rowid, round(-bm25(${table}, ${weights[table]}), 12) AS score FROM ${table}
       WHERE ${table} MATCH ? AND rowid >= ? ${condition} ORDER BY score DESC, rowid DESC)`,
  ).get(match, firstRow, ...values)
  return { rows: JSON.parse(textIn(found, 'rows')), scores: JSON.parse(textIn(found, 'scores')) }
}

/** What came into the library first comes first. */
const rowsMatching = (
  statements: Statements,
  { table, match, condition, values }: Matching,
): number[] =>
  JSON.parse(
    textIn(
      statements(
        `SELECT json_group_array(rowid) AS rows FROM ${table} WHERE ${table} MATCH ? ${condition}`,
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

/**
 * What was weighed in the telling fields first, then what was weighed in the texts, then all others. A
 * score that was given in the first comes to more than any in the second, so that the order holds.
 */
function joined(parts: readonly Ranked[], all: readonly number[]): Ranked {
  const scores = new Map<number, number>()
  // What the reader has ruled out may be in the telling fields alone.
  const found = new Set(all)
  for (const [at, { rows, scores: own }] of parts.entries()) {
    const above = Math.max(0, ...parts.slice(at + 1).map((next) => next.scores[0] ?? 0))
    for (const [place, row] of rows.entries())
      if (!scores.has(row) && found.has(row)) scores.set(row, above + (own[place] ?? 0))
  }
  const others = unweighed(all.filter((row) => !scores.has(row)))
  return {
    rows: [...scores.keys(), ...others.rows],
    scores: [...scores.values(), ...others.scores],
  }
}
