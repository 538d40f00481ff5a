// The order of all rows under a sort and a grouping, kept until the index changes: a range of it, or the
// place of one article, is then a look into an array, whatever the range and whatever the filter.
import type { RowGrouping, RowSort } from '../../shared/model/list-order.ts'
import type { RowQuery } from '../../shared/model/rows.ts'
import { type Statements, textIn, textOrNull } from './statements.ts'

export interface RowOrder {
  /** Rows of `article`, a row once for each of its groups. */
  readonly rows: Int32Array
  /** For each of `rows` its group in `keys`; null without grouping. */
  readonly groups: Int32Array | null
  readonly keys: readonly (string | null)[]
}

const columns: Readonly<Record<RowSort, string>> = {
  path: 'place_key',
  title: 'title_key',
  outlet: 'outlet_key',
  author: 'author_key',
  date: 'published',
  added: 'added',
  changed: 'changed',
  words: 'words',
  annotations: 'annotations',
}
/** Of those that may be null. */
const sparse: ReadonlySet<RowSort> = new Set(['outlet', 'author', 'date'])

export function rowOrder(
  statements: Statements,
  { sort, descending, group }: Pick<RowQuery, 'sort' | 'descending' | 'group'>,
): RowOrder {
  const column = columns[sort]
  const direction = descending === true ? 'DESC' : 'ASC'
  const by = sort === 'path' ? `place_key ${direction}` : `${column} ${direction}, place_key ASC`
  if (group) return grouped(statements, group, `${column} IS NULL, ${by}`)
  // The index gives either way round; ties then come the other way round as well.
  const walk = sort === 'path' ? by : `${column} ${direction}, place_key ${direction}`
  const rows = sparse.has(sort)
    ? [
        ...rowsOf(statements, `WHERE ${column} IS NOT NULL ORDER BY ${walk}`),
        ...rowsOf(statements, `WHERE ${column} IS NULL ORDER BY ${column}, place_key`),
      ]
    : rowsOf(statements, `ORDER BY ${walk}`)
  return { rows: Int32Array.from(rows), groups: null, keys: [] }
}

/** One string for all of them: fifty thousand rows one by one would take ten times as long. */
const rowsOf = (statements: Statements, clause: string): number[] =>
  JSON.parse(
    textIn(
      statements(
        `SELECT json_group_array(row) AS rows FROM (SELECT row FROM article ${clause})`,
      ).get(),
      'rows',
    ),
  )

const groupSql: Readonly<Record<RowGrouping, { readonly from: string; readonly order: string }>> = {
  outlet: {
    from: 'SELECT article.*, source AS grp FROM article',
    order: 'outlet_key IS NULL, outlet_key, grp',
  },
  month: {
    from: 'SELECT article.*, substr(published, 1, 7) AS grp FROM article',
    order: 'grp IS NULL, grp DESC',
  },
  tag: {
    from: `SELECT article.*, tags.tag AS grp, tags.tag_key AS grp_key FROM article
      LEFT JOIN (SELECT DISTINCT article, tag, tag_key FROM tagged) AS tags
      ON tags.article = article.id`,
    order: 'grp IS NULL, grp_key, grp',
  },
  state: {
    from: 'SELECT article.*, reading AS grp FROM article',
    order: `CASE grp WHEN 'new' THEN 0 WHEN 'reading' THEN 1 ELSE 2 END`,
  },
}

function grouped(statements: Statements, group: RowGrouping, by: string): RowOrder {
  const { from, order } = groupSql[group]
  const found = statements(
    `SELECT json_group_array(row) AS rows, json_group_array(grp) AS groups
     FROM (SELECT row, grp FROM (${from}) ORDER BY ${order}, ${by})`,
  ).get()
  const names: (string | null)[] = JSON.parse(textIn(found, 'groups'))
  const keys: (string | null)[] = []
  const groups = names.map((name, at) => {
    if (at === 0 || name !== keys.at(-1)) keys.push(name)
    return keys.length - 1
  })
  return {
    rows: Int32Array.from(JSON.parse(textIn(found, 'rows'))),
    groups: Int32Array.from(groups),
    keys,
  }
}

/** Names of all rows as one string, to look through at once. */
export interface RowNames {
  readonly text: string
  /** For each name: where it starts in `text`, and its row. */
  readonly starts: Int32Array
  readonly rows: Int32Array
}

export function rowNames(statements: Statements): RowNames {
  const found = statements(
    `SELECT group_concat(name, char(10)) AS names, json_group_array(row) AS rows
     FROM (SELECT name, row FROM article)`,
  ).get()
  const text = textOrNull(found, 'names') ?? ''
  const rows = Int32Array.from(JSON.parse(textIn(found, 'rows')))
  const starts = new Int32Array(rows.length)
  for (let at = 1, from = 0; at < rows.length; at++) {
    from = text.indexOf('\n', from) + 1
    starts[at] = from
  }
  return { text, starts, rows }
}

/** Marks the rows whose name holds a text, folded as names are. */
export function rowsNamed(
  { text, starts, rows }: RowNames,
  wanted: string,
  marks: Uint8Array,
): void {
  let name = 0
  for (let at = text.indexOf(wanted); at >= 0; ) {
    while (name + 1 < starts.length && (starts[name + 1] ?? 0) <= at) name++
    marks[rows[name] ?? 0] = 1
    const next = starts[name + 1]
    if (next === undefined) return
    at = text.indexOf(wanted, next)
  }
}

/** Marks the rows whose title begins with a text, folded as names are. */
export function rowsTitled(
  { text, starts, rows }: RowNames,
  wanted: string,
  marks: Uint8Array,
): void {
  for (const [at, start] of starts.entries())
    if (text.startsWith(wanted, start)) marks[rows[at] ?? 0] = 1
}
