// Makes a row of the list and its full text anew from what the index holds of the article.

import { readingKind } from '../../shared/kinds/reading.ts'
import type { ArticleMeta } from '../../shared/model/article.ts'
import {
  correctedFields,
  correctedMeta,
  type FactCorrection,
} from '../../shared/model/correction.ts'
import { readingStates } from '../../shared/search/ast.ts'
import { indexedText } from '../../shared/search/tokens.ts'
import { columnText } from './packed-text.ts'
import { rowKeys } from './row-keys.ts'
import type { Row } from './sqlite.ts'
import {
  jsonIn,
  jsonOrNull,
  numberIn,
  numberOrNull,
  packedIn,
  type Statements,
  textIn,
  textOrNull,
} from './statements.ts'

/** An article that is not listed is left out. */
export function refreshRow(statements: Statements, id: string): void {
  const row = statements('SELECT * FROM article WHERE id = ?').get(id)
  if (!row) return
  const corrections = correctionsOf(statements, id)
  const meta = correctedMeta(jsonIn<ArticleMeta>(row, 'said'), corrections)
  const keys = rowKeys(textIn(row, 'path'), numberOrNull(row, 'part'), meta)
  const made = statements(
    `SELECT count(*) AS annotations, count(nullif(note, '')) AS notes, max(modified) AS latest
     FROM annotation WHERE article = ?`,
  ).get(id)
  const annotated = Date.parse(textIn(made, 'latest'))
  const fileChanged = numberIn(row, 'file_changed')
  statements(
    `UPDATE article SET corrected = ?, title = ?, subtitle = ?, byline = ?, source = ?,
      published = ?, language = ?, reading = ?, annotations = ?, notes = ?, changed = ?,
      place_key = ?, title_key = ?, outlet_key = ?, author_key = ?, name = ?, outlet_words = ?, author_words = ?
     WHERE id = ?`,
  ).run(
    JSON.stringify(correctedFields(corrections)),
    columnText(meta.title),
    columnText(meta.subtitle),
    columnText(meta.byline),
    columnText(meta.source),
    columnText(meta.published),
    columnText(meta.language),
    readingOf(statements, id),
    numberIn(made, 'annotations'),
    numberIn(made, 'notes'),
    Number.isNaN(annotated) ? fileChanged : Math.max(annotated, fileChanged),
    keys.place,
    keys.title,
    keys.outlet,
    keys.author,
    keys.name,
    keys.outletWords,
    keys.authorWords,
    id,
  )
}

/** Takes the row of an article as `refreshRow` left it. */
export function refreshFullText(statements: Statements, id: string): void {
  const row = statements('SELECT * FROM article WHERE id = ?').get(id)
  if (!row) return
  const made = statements(
    'SELECT note, quote, tags, orphan FROM annotation WHERE article = ? ORDER BY start, id',
  ).all(id)
  const text = textOfRow(statements, row)
  // Words that were marked and are in no text any more are found all the same.
  const lost = made
    .filter((each) => text === null || numberIn(each, 'orphan') === 1)
    .map((each) => textIn(each, 'quote'))
  const telling = [
    indexedText(textIn(row, 'title')),
    joined(aboutOf(row)),
    joined(made.flatMap((each) => jsonIn<string[]>(each, 'tags'))),
    joined(made.map((each) => textIn(each, 'note'))),
  ]
  const number = numberIn(row, 'row')
  statements(
    `INSERT OR REPLACE INTO telling_text (rowid, title, about, tags, notes) VALUES (?, ?, ?, ?, ?)`,
  ).run(number, ...telling)
  statements(
    `INSERT OR REPLACE INTO full_text (rowid, title, about, tags, notes, quotes, text, lost)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    number,
    ...telling,
    joined(made.map((each) => textIn(each, 'quote'))),
    indexedText(text ?? ''),
    joined(lost),
  )
}

export function removeArticle(statements: Statements, id: string): void {
  const row = statements('SELECT row FROM article WHERE id = ?').get(id)
  if (!row) return
  for (const table of ['full_text', 'telling_text'])
    statements(`DELETE FROM ${table} WHERE rowid = ?`).run(numberIn(row, 'row'))
  statements('DELETE FROM article WHERE id = ?').run(id)
}

/** The text of an article's row; null when there is none to be had. */
export function textOfRow(statements: Statements, row: Row): string | null {
  const sha256 = textOrNull(row, 'sha256')
  if (sha256 === null) return null
  const part = numberOrNull(row, 'part') ?? -1
  const found = statements(
    `SELECT text FROM body WHERE content =
      (SELECT row FROM content WHERE sha256 = ? AND part = ?)`,
  ).get(sha256, part)
  return packedIn(found, 'text')
}

/** What `about` holds, each by itself. */
export const aboutOf = (row: Row): readonly string[] =>
  ['source', 'byline', 'subtitle'].map((column) => textIn(row, column)).filter(Boolean)

/**
 * Between two things of one field stands a word that no query has, so that words in a row are found
 * only within one of them.
 */
const joined = (parts: readonly string[]): string => parts.map(indexedText).join(' \u{10ffff} ')

const correctionsOf = (statements: Statements, id: string): readonly FactCorrection[] =>
  jsonOrNull<FactCorrection[]>(
    statements('SELECT facts FROM correction WHERE article = ?').get(id),
    'facts',
  ) ?? []

function readingOf(statements: Statements, id: string): string {
  const record = statements(
    'SELECT json FROM record WHERE kind = ? AND article = ? ORDER BY key LIMIT 1',
  ).get(readingKind.name, id)
  const said: unknown = record ? JSON.parse(textIn(record, 'json')) : null
  const state = typeof said === 'object' && said !== null && 'state' in said ? said.state : null
  return readingStates.find((each) => each === state) ?? 'new'
}

/** The text of an article by its id; null when there is none to be had. */
export function textOfArticle(statements: Statements, id: string): string | null {
  const row = statements('SELECT sha256, part FROM article WHERE id = ?').get(id)
  return row ? textOfRow(statements, row) : null
}
