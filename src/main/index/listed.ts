// The list of articles as it was told to the index: whoever tells it compares this with what is true now,
// and tells what differs.
import type { AppError } from '../../shared/errors.ts'
import { type ArticleMeta, articleFormats } from '../../shared/model/article.ts'
import type { ListedArticle } from './facts.ts'
import type { Row } from './sqlite.ts'
import {
  jsonIn,
  jsonOrNull,
  numberIn,
  numberOrNull,
  type Statements,
  textIn,
  textOrNull,
} from './statements.ts'

export interface ToldArticle {
  readonly article: ListedArticle
  /** Version of the loaders whose text of it the index has; null: it has none. */
  readonly loader: number | null
  /** How many of its annotations the index knows, and how many of its facts are corrected. */
  readonly annotations: number
  readonly corrected: number
}

const columns = `article.id, article.path, article.part, article.sha256, article.state,
  article.problem, article.format, article.words, article.parts, article.said, article.added,
  article.file_changed, article.annotations, article.corrected, content.loader`
const withText = `article LEFT JOIN content ON content.sha256 = article.sha256
  AND content.part = coalesce(article.part, -1)`

/**
 * Articles in the order of their ids, so that all can be gone through while some of them change.
 * @param after the id that the last ones ended with; '' for the first
 */
export const toldAfter = (statements: Statements, after: string, most: number): ToldArticle[] =>
  statements(`SELECT ${columns} FROM ${withText} WHERE article.id > ? ORDER BY article.id LIMIT ?`)
    .all(after, most)
    .map(toldOf)

/** Null for an article that is not listed. */
export function toldOne(statements: Statements, id: string): ToldArticle | null {
  const row = statements(`SELECT ${columns} FROM ${withText} WHERE article.id = ?`).get(id)
  return row ? toldOf(row) : null
}

/** Whether the index has the text that these loaders read of some bytes. */
export const hasText = (
  statements: Statements,
  sha256: string,
  part: number | null,
  loader: number,
): boolean =>
  statements('SELECT 1 FROM content WHERE sha256 = ? AND part = ? AND loader = ?').get(
    sha256,
    part ?? -1,
    loader,
  ) !== undefined

/** The ids of the stories that the index knows. */
export const storiesIn = (statements: Statements): string[] =>
  statements('SELECT id FROM story')
    .all()
    .map((row) => textIn(row, 'id'))

/** The records of a kind that the index knows, as JSON, by key. */
export const recordsIn = (statements: Statements, kind: string): Map<string, string> =>
  new Map(
    statements('SELECT key, json FROM record WHERE kind = ?')
      .all(kind)
      .map((row) => [textIn(row, 'key'), textIn(row, 'json')]),
  )

const toldOf = (row: Row): ToldArticle => ({
  article: {
    id: textIn(row, 'id'),
    path: textIn(row, 'path'),
    part: numberOrNull(row, 'part'),
    sha256: textOrNull(row, 'sha256'),
    state: stateOf(textIn(row, 'state')),
    problem: jsonOrNull<AppError>(row, 'problem'),
    format: articleFormats.find((each) => each === textIn(row, 'format')) ?? null,
    words: numberIn(row, 'words'),
    parts: numberIn(row, 'parts'),
    said: jsonIn<ArticleMeta>(row, 'said'),
    added: numberIn(row, 'added'),
    fileChanged: numberIn(row, 'file_changed'),
  },
  loader: numberOrNull(row, 'loader'),
  annotations: numberIn(row, 'annotations'),
  corrected: jsonIn<string[]>(row, 'corrected').length,
})

const states = ['ready', 'unread', 'unreadable', 'missing'] as const
const stateOf = (text: string): ListedArticle['state'] =>
  states.find((each) => each === text) ?? 'unread'
