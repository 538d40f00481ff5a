// Rows of the list by query and range. What it takes (orders, names, sets of rows) is kept until the
// index changes, so that a key in the filter or a turn of the wheel costs next to nothing.
import type { AppError } from '../../shared/errors.ts'
import { type ArticleFormat, articleFormats } from '../../shared/model/article.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import type { ListedRow, RowGroup, RowPage, RowQuery, RowRange } from '../../shared/model/rows.ts'
import { readingStates } from '../../shared/search/ast.ts'
import { foldedName } from '../../shared/search/tokens.ts'
import { isBeneath } from '../../shared/text/beneath.ts'
import { tagKey } from './row-keys.ts'
import {
  type RowNames,
  type RowOrder,
  rowNames,
  rowOrder,
  rowsNamed,
  rowsTitled,
} from './row-order.ts'
import type { Row, Value } from './sqlite.ts'
import {
  jsonIn,
  jsonOrNull,
  numberIn,
  numberOrNull,
  type Statements,
  textIn,
  textOrNull,
} from './statements.ts'

export interface Rows {
  page(query: RowQuery, range: RowRange): RowPage
  /** The first place of an article in the order of a query; null when it is not among its rows. */
  placeOf(id: string, query: RowQuery): number | null
  /** The first place from one on, then from the beginning, of a row whose title begins so; null: none. */
  placeNamed(typed: string, query: RowQuery, from: number): number | null
  /** The articles at some places in the order of a query. */
  idsBetween(query: RowQuery, range: RowRange): string[]
  row(id: string): ListedRow | null
  /** To be called whenever the index may have changed. */
  forget(): void
}

/** Orders and answers of queries that are kept: as many as windows and their last keys need. */
const mostKept = 12

export function createRows(statements: Statements): Rows {
  const orders = new Map<string, RowOrder>()
  const answers = new Map<string, RowOrder>()
  let names: RowNames | null = null

  const orderOf = ({ sort, descending = false, group }: RowQuery): RowOrder =>
    keep(orders, JSON.stringify([sort, descending, group]), () =>
      rowOrder(statements, { sort, descending, ...(group && { group }) }),
    )

  const allNames = (): RowNames => {
    names ??= rowNames(statements)
    return names
  }

  const answerTo = (query: RowQuery): RowOrder =>
    keep(answers, JSON.stringify(query), () => {
      const order = orderOf(query)
      const words = foldedName(query.filter ?? '')
        .split(/\s+/)
        .filter(Boolean)
      const sets = conditionsOf(query).map(({ sql, values }) => rowSet(statements, sql, values))
      for (const word of words) {
        const marks = new Uint8Array(largest(order.rows) + 1)
        rowsNamed(allNames(), word, marks)
        sets.push(marks)
      }
      return sets.length === 0 ? order : within(order, sets, query)
    })

  return {
    page(query, range) {
      const answer = answerTo(query)
      const wanted = answer.rows.subarray(Math.max(0, range.start), Math.max(0, range.end))
      return {
        total: answer.rows.length,
        rows: rowsAt(statements, [...wanted]),
        groups: groupsOf(answer),
      }
    },
    placeOf(id, query) {
      const found = statements('SELECT row FROM article WHERE id = ?').get(id)
      if (!found) return null
      const place = answerTo(query).rows.indexOf(numberIn(found, 'row'))
      return place < 0 ? null : place
    },
    placeNamed(typed, query, from) {
      const { rows } = answerTo(query)
      const marks = new Uint8Array(largest(rows) + 1)
      rowsTitled(allNames(), foldedName(typed), marks)
      const isNamed = (row: number): boolean => marks[row] === 1
      const after = rows.subarray(from).findIndex(isNamed)
      const place = after < 0 ? rows.findIndex(isNamed) : from + after
      return place < 0 ? null : place
    },
    idsBetween(query, { start, end }) {
      const wanted = [...answerTo(query).rows.subarray(Math.max(0, start), Math.max(0, end))]
      const found = statements(
        `SELECT json_group_array(id) AS ids FROM
         (SELECT article.id FROM json_each(?) AS wanted JOIN article ON article.row = wanted.value
          ORDER BY wanted.key)`,
      ).get(JSON.stringify(wanted))
      return JSON.parse(textIn(found, 'ids'))
    },
    row(id) {
      const found = statements(`SELECT ${shown} FROM article WHERE id = ?`).get(id)
      return found ? indexedRow(found) : null
    },
    forget() {
      orders.clear()
      answers.clear()
      names = null
    },
  }
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const value = kept.get(key) ?? make()
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return value
}

interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** What a query asks besides its filter, each as a query for rows of `article`. */
function conditionsOf(query: RowQuery): Condition[] {
  const conditions: Condition[] = []
  if (query.state !== undefined) conditions.push({ sql: 'reading = ?', values: [query.state] })
  if (query.outlet !== undefined) conditions.push({ sql: 'source IS ?', values: [query.outlet] })
  if (query.story !== undefined)
    conditions.push({
      sql: 'id IN (SELECT article FROM story_article WHERE story = ?)',
      values: [query.story],
    })
  if (query.tag !== undefined) conditions.push({ sql: taggedSql, values: taggedValues(query.tag) })
  return conditions
}

/** Articles with an annotation of a tag or of one beneath it; takes `taggedValues`. */
export const taggedSql =
  'id IN (SELECT article FROM tagged WHERE tag_key = ? OR (tag_key >= ? AND tag_key < ?))'

export function taggedValues(tag: string): readonly string[] {
  const key = tagKey(tag)
  // What is beneath begins with the tag and `/`; `0` is the character after that.
  return [key, `${key}/`, `${key}0`]
}

function rowSet(statements: Statements, sql: string, values: readonly Value[]): Uint8Array {
  const found = statements(`SELECT json_group_array(row) AS rows FROM article WHERE ${sql}`).get(
    ...values,
  )
  const rows: number[] = JSON.parse(textIn(found, 'rows'))
  const marks = new Uint8Array(largest(rows) + 1)
  for (const row of rows) marks[row] = 1
  return marks
}

function largest(rows: Iterable<number>): number {
  let most = 0
  for (const row of rows) if (row > most) most = row
  return most
}

/** The rows of an order that are in all sets. */
function within(order: RowOrder, sets: readonly Uint8Array[], query: RowQuery): RowOrder {
  const { groups, keys } = order
  // Under a tag, other tags of the same articles are no groups of what was asked for.
  const wanted = query.group === 'tag' && query.tag !== undefined ? tagKey(query.tag) : null
  const fits = keys.map(
    (key) => wanted === null || (key !== null && isBeneath(tagKey(key), wanted)),
  )
  const places: number[] = []
  for (let at = 0; at < order.rows.length; at++) {
    const row = order.rows[at] ?? 0
    if (groups && !fits[groups[at] ?? 0]) continue
    if (sets.every((set) => set[row] === 1)) places.push(at)
  }
  return {
    rows: Int32Array.from(places, (at) => order.rows[at] ?? 0),
    groups: groups && Int32Array.from(places, (at) => groups[at] ?? 0),
    keys,
  }
}

function groupsOf({ groups, keys }: RowOrder): RowGroup[] {
  const found: RowGroup[] = []
  if (!groups) return found
  for (let start = 0; start < groups.length; ) {
    let end = start + 1
    while (end < groups.length && groups[end] === groups[start]) end++
    found.push({ key: keys[groups[start] ?? 0] ?? null, start, count: end - start })
    start = end
  }
  return found
}

const shown = `row, id, path, part, state, problem, format, words, parts, corrected, title, subtitle,
  byline, source, published, language, reading, annotations, notes, added, changed`

/** Rows by their numbers, in that order; a row that is gone is left out. */
export function rowsAt(statements: Statements, rows: readonly number[]): ListedRow[] {
  const found = new Map(
    statements(`SELECT ${shown} FROM article WHERE row IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(rows))
      .map((row) => [numberIn(row, 'row'), indexedRow(row)]),
  )
  return rows.flatMap((row) => found.get(row) ?? [])
}

const states = ['ready', 'unread', 'unreadable', 'missing'] as const

const indexedRow = (row: Row): ListedRow => ({
  id: textIn(row, 'id'),
  path: textIn(row, 'path'),
  part: numberOrNull(row, 'part'),
  state: states.find((each) => each === textIn(row, 'state')) ?? 'unread',
  problem: jsonOrNull<AppError>(row, 'problem'),
  format: formatOf(textOrNull(row, 'format')),
  words: numberIn(row, 'words'),
  parts: numberIn(row, 'parts'),
  corrected: jsonIn<ArticleSummary['corrected']>(row, 'corrected'),
  title: textOrNull(row, 'title'),
  subtitle: textOrNull(row, 'subtitle'),
  byline: textOrNull(row, 'byline'),
  source: textOrNull(row, 'source'),
  published: textOrNull(row, 'published'),
  language: textOrNull(row, 'language'),
  reading: readingStates.find((each) => each === textIn(row, 'reading')) ?? 'new',
  annotations: numberIn(row, 'annotations'),
  notes: numberIn(row, 'notes'),
  added: numberIn(row, 'added'),
  changed: numberIn(row, 'changed'),
})

const formatOf = (format: string | null): ArticleFormat | null =>
  articleFormats.find((each) => each === format) ?? null
