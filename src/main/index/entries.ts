// Files and texts read back: what an opening of the library starts from instead of reading files.
import type { AppError } from '../../shared/errors.ts'
import {
  type ArticleFormat,
  type ArticleMeta,
  articleFormats,
  type Block,
  type Warning,
} from '../../shared/model/article.ts'
import type { ContentFacts, DerivedFact, DerivedFacts, FileFacts } from './facts.ts'
import type { Row } from './sqlite.ts'
import { jsonIn, numberIn, packedIn, type Statements, textIn, textOrNull } from './statements.ts'

/** What was read, without the text itself, which is asked for by itself. */
export type ReadFacts = Omit<ContentFacts, 'text' | 'blocks' | 'sha256' | 'part' | 'loader'>

/** A file as it was last seen, and what these loaders read of it. */
export interface FileEntry {
  readonly file: FileFacts
  readonly read: ReadFacts | null
  /**
   * What was read of the articles in it, in their order; null where that is not there of each, or where
   * some of them are not those that the file's `partIds` are of.
   */
  readonly parts: readonly ReadFacts[] | null
}

/** A text that a derived fact is missing of, or has in an older version. */
export interface Underived {
  readonly sha256: string
  readonly part: number | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly format: ArticleFormat
  readonly meta: ArticleMeta
}

/**
 * Files in the order of their paths, so that all can be gone through while some of them change.
 * @param after the path that the last ones ended with; '' for the first
 */
export function filesAfter(
  statements: Statements,
  loader: number,
  after: string,
  most: number,
): FileEntry[] {
  // As one text: fifty thousand rows of a dozen values take three times as long one value at a time.
  // Of a time JSON would have fifteen digits; it needs seventeen.
  const found = statements(
    `SELECT json_group_array(json_array(path, id, size, printf('%!.17g', mtime), sha256,
      json(problem), json(part_ids), format, text_hash, words, parts, json(meta), json(warnings)))
      AS files FROM
      (SELECT file.*, format, text_hash, words, parts, meta, warnings
       FROM file LEFT JOIN content ON content.sha256 = file.sha256 AND content.part = -1
        AND content.loader = ?
       WHERE path > ? ORDER BY path LIMIT ?)`,
  ).get(loader, after, most)
  return jsonIn<FileLine[]>(found, 'files').map((line) => entryOf(statements, loader, line))
}

/** A file and what was read of it, in the order of the query above. */
type FileLine = readonly [
  path: string,
  id: string,
  size: number,
  mtimeMs: string,
  sha256: string,
  problem: AppError | null,
  partIds: FileFacts['partIds'],
  format: string | null,
  textHash: string,
  words: number,
  parts: number,
  meta: ArticleMeta,
  warnings: readonly Warning[],
]

const readColumns = 'format, text_hash, words, parts, meta, warnings'

function entryOf(statements: Statements, loader: number, line: FileLine): FileEntry {
  const [path, id, size, mtimeMs, sha256, problem, partIds, format, ...read] = line
  const [textHash, words, parts, meta, warnings] = read
  const file: FileFacts = {
    path,
    id,
    size,
    mtimeMs: Number(mtimeMs),
    sha256,
    problem,
    partIds: shared(partIds),
  }
  if (format === null) return { file, read: null, parts: null }
  const found = partIds.length > 0 ? partsIn(statements, sha256, loader) : null
  return {
    file,
    read: { format: formatOf(format), textHash, words, parts, meta, warnings: shared(warnings) },
    parts: found && areOf(partIds, found) ? found : null,
  }
}

/** A file that changed since its articles were asked for holds others under the same numbers. */
const areOf = (ids: FileFacts['partIds'], parts: readonly ReadFacts[]): boolean =>
  ids.length === parts.length && parts.every(({ textHash }, at) => textHash === ids[at]?.textHash)

/** What was read of the articles of a file, in their order. */
const partsIn = (statements: Statements, sha256: string, loader: number): ReadFacts[] =>
  statements(
    `SELECT ${readColumns} FROM content WHERE sha256 = ? AND part >= 0 AND loader = ?
     ORDER BY part`,
  )
    .all(sha256, loader)
    .map(readIn)

/** What these loaders read of some bytes; null when that is not there. */
export function readOf(statements: Statements, sha256: string, loader: number): ReadFacts | null {
  const row = statements(
    `SELECT ${readColumns} FROM content WHERE sha256 = ? AND part = -1 AND loader = ?`,
  ).get(sha256, loader)
  return row ? readIn(row) : null
}

/** What was computed of a text, by kind; nothing where these loaders read no such text. */
export function derivedIn(
  statements: Statements,
  sha256: string,
  part: number | null,
  loader: number,
): DerivedFacts {
  const rows = statements(
    `SELECT kind, version, value FROM derived WHERE content =
      (SELECT row FROM content WHERE sha256 = ? AND part = ? AND loader = ?)`,
  ).all(sha256, part ?? -1, loader)
  return Object.fromEntries(
    rows.map((row): [string, DerivedFact] => [
      textIn(row, 'kind'),
      { version: numberIn(row, 'version'), value: textOrNull(row, 'value') },
    ]),
  )
}

const readIn = (row: Row): ReadFacts => ({
  format: formatIn(row),
  textHash: textIn(row, 'text_hash'),
  words: numberIn(row, 'words'),
  parts: numberIn(row, 'parts'),
  meta: jsonIn<ArticleMeta>(row, 'meta'),
  warnings: shared(jsonIn<readonly Warning[]>(row, 'warnings')),
})

const none: readonly never[] = []

/** A list that is mostly empty: of fifty thousand all empty ones are the same. */
const shared = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list)

/** A text with its blocks; null when the index does not have it from these loaders. */
export function contentIn(
  statements: Statements,
  sha256: string,
  part: number | null,
  loader: number,
): ContentFacts | null {
  const row = statements(
    `SELECT ${readColumns}, blocks, text FROM content JOIN body ON body.content = content.row
     WHERE sha256 = ? AND part = ? AND loader = ?`,
  ).get(sha256, part ?? -1, loader)
  if (!row) return null
  return {
    ...readIn(row),
    sha256,
    part,
    loader,
    blocks: jsonIn<Block[]>(row, 'blocks'),
    text: packedIn(row, 'text') ?? '',
  }
}

/** Some of the texts without a fact of this kind in this version. */
export const underivedIn = (
  statements: Statements,
  kind: string,
  version: number,
  most: number,
): Underived[] =>
  statements(
    `SELECT sha256, part, format, meta, blocks, text FROM content
     JOIN body ON body.content = content.row WHERE NOT EXISTS (SELECT 1 FROM derived WHERE derived.content = content.row AND kind = ? AND version = ?) LIMIT ?`,
  )
    .all(kind, version, most)
    .map((row) => ({
      sha256: textIn(row, 'sha256'),
      part: partIn(row),
      text: packedIn(row, 'text') ?? '',
      blocks: jsonIn<Block[]>(row, 'blocks'),
      format: formatIn(row),
      meta: jsonIn<ArticleMeta>(row, 'meta'),
    }))

const partIn = (row: Row): number | null => {
  const part = numberIn(row, 'part')
  return part < 0 ? null : part
}

const formatIn = (row: Row): ArticleFormat => formatOf(textIn(row, 'format'))

const formatOf = (name: string): ArticleFormat =>
  articleFormats.find((each) => each === name) ?? 'text'
