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
import {
  jsonIn,
  jsonOrNull,
  numberIn,
  packedIn,
  type Statements,
  textIn,
  textOrNull,
} from './statements.ts'

/** What was read, without the text itself, which is asked for by itself. */
export interface ContentEntry extends Omit<ContentFacts, 'text' | 'blocks'> {
  readonly derived: DerivedFacts
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

/** All files, in no order. */
export const filesIn = (statements: Statements): FileFacts[] =>
  statements('SELECT * FROM file')
    .all()
    .map((row) => ({
      path: textIn(row, 'path'),
      id: textIn(row, 'id'),
      size: numberIn(row, 'size'),
      mtimeMs: numberIn(row, 'mtime'),
      sha256: textIn(row, 'sha256'),
      problem: jsonOrNull<AppError>(row, 'problem'),
      partIds: jsonIn<FileFacts['partIds']>(row, 'part_ids'),
    }))

/** What was read of files' bytes by these loaders: the whole file first, then its articles in order. */
export function contentsIn(statements: Statements, loader: number): ContentEntry[] {
  const derived = new Map<number, Record<string, DerivedFact>>()
  for (const row of statements('SELECT * FROM derived').all()) {
    const content = numberIn(row, 'content')
    const facts = derived.get(content) ?? {}
    facts[textIn(row, 'kind')] = {
      version: numberIn(row, 'version'),
      value: textOrNull(row, 'value'),
    }
    derived.set(content, facts)
  }
  const columns = 'row, sha256, part, loader, format, text_hash, words, parts, meta, warnings'
  return statements(`SELECT ${columns} FROM content WHERE loader = ? ORDER BY sha256, part`)
    .all(loader)
    .map((row) => ({
      sha256: textIn(row, 'sha256'),
      part: partIn(row),
      loader,
      format: formatIn(row),
      textHash: textIn(row, 'text_hash'),
      words: numberIn(row, 'words'),
      parts: numberIn(row, 'parts'),
      meta: jsonIn<ArticleMeta>(row, 'meta'),
      warnings: jsonIn<Warning[]>(row, 'warnings'),
      derived: derived.get(numberIn(row, 'row')) ?? {},
    }))
}

/** A text with its blocks; null when the index does not have it from these loaders. */
export function contentIn(
  statements: Statements,
  sha256: string,
  part: number | null,
  loader: number,
): ContentFacts | null {
  const row = statements('SELECT * FROM content WHERE sha256 = ? AND part = ? AND loader = ?').get(
    sha256,
    part ?? -1,
    loader,
  )
  if (!row) return null
  return {
    sha256,
    part,
    loader,
    format: formatIn(row),
    textHash: textIn(row, 'text_hash'),
    words: numberIn(row, 'words'),
    parts: numberIn(row, 'parts'),
    meta: jsonIn<ArticleMeta>(row, 'meta'),
    warnings: jsonIn<Warning[]>(row, 'warnings'),
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
    `SELECT sha256, part, format, meta, blocks, text FROM content WHERE NOT EXISTS (SELECT 1
      FROM derived WHERE derived.content = content.row AND kind = ? AND version = ?) LIMIT ?`,
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

const formatIn = (row: Row): ArticleFormat =>
  articleFormats.find((each) => each === textIn(row, 'format')) ?? 'text'
