// Writes what the index is told, a batch in one transaction: after a kill either all of a batch is
// there or nothing of it, and never a row whose counts or full text are of another moment.
import type { IndexChange, MirroredAnnotation } from './facts.ts'
import { columnText, packText } from './packed-text.ts'
import { refreshFullText, refreshRow, removeArticle } from './refresh.ts'
import { tagKey } from './row-keys.ts'
import { putSheet, removeSheet } from './sheets.ts'
import type { Database } from './sqlite.ts'
import { createStatements, numberIn, type Statements, textIn } from './statements.ts'

export interface Writer {
  /** Throws what SQLite throws; then nothing of the batch is there. */
  apply(changes: readonly IndexChange[]): void
  /** Forgets texts that no file and no article has any more. Gives how many there were. */
  tidy(): number
}

/** What a batch has touched and must make anew before it is done. */
interface Touched {
  /** Articles whose row in the list may be another. */
  readonly rows: Set<string>
  /** Articles in which other words are found. */
  readonly words: Set<string>
}

export function createWriter(database: Database): Writer {
  const statements = createStatements(database)
  const inTransaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      database.exec('COMMIT')
      return value
    } catch (thrown) {
      rollBack(database)
      throw thrown
    }
  }
  return {
    apply(changes) {
      inTransaction(() => {
        const touched: Touched = { rows: new Set(), words: new Set() }
        for (const change of changes) applyOne(statements, change, touched)
        for (const id of new Set([...touched.rows, ...touched.words])) refreshRow(statements, id)
        for (const id of touched.words) refreshFullText(statements, id)
      })
    },
    tidy: () =>
      inTransaction(() => {
        const unused = `sha256 NOT IN (SELECT sha256 FROM file) AND sha256 NOT IN
          (SELECT sha256 FROM article WHERE sha256 IS NOT NULL)`
        for (const table of ['derived', 'body'])
          statements(
            `DELETE FROM ${table} WHERE content IN (SELECT row FROM content WHERE ${unused})`,
          ).run()
        return Number(statements(`DELETE FROM content WHERE ${unused}`).run().changes)
      }),
  }
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch (thrown) {
    // A full disk ends the transaction by itself, and the error worth telling is the first.
    if (!(thrown instanceof Error)) throw thrown
  }
}

function applyOne(statements: Statements, change: IndexChange, touched: Touched): void {
  switch (change.kind) {
    case 'file':
      putFile(statements, change)
      return
    case 'file-gone':
      statements('DELETE FROM file WHERE path = ?').run(change.path)
      return
    case 'content':
      putContent(statements, change, touched)
      return
    case 'derived':
      putDerived(statements, change)
      return
    case 'article':
      putArticle(statements, change, touched)
      return
    case 'article-gone':
      touched.rows.delete(change.id)
      touched.words.delete(change.id)
      removeArticle(statements, change.id)
      return
    case 'annotations':
      putAnnotations(statements, change, touched)
      return
    case 'sheet':
      putSheet(statements, change.sheet, change.text)
      return
    case 'sheet-gone':
      removeSheet(statements, change.name)
      return
    case 'mirrored':
      putMirrored(statements, change)
      return
    default:
      applyRecord(statements, change, touched)
      return
  }
}

type ChangeOf<K extends IndexChange['kind']> = Extract<IndexChange, { readonly kind: K }>
type RecordChange = ChangeOf<'corrections' | 'story' | 'story-gone' | 'record' | 'record-gone'>

function applyRecord(statements: Statements, change: RecordChange, touched: Touched): void {
  switch (change.kind) {
    case 'corrections':
      statements('INSERT OR REPLACE INTO correction VALUES (?, ?)').run(
        change.article,
        JSON.stringify(change.facts),
      )
      touched.words.add(change.article)
      return
    case 'story': {
      statements('INSERT OR REPLACE INTO story VALUES (?, ?, ?)').run(
        change.id,
        change.name,
        tagKey(change.name),
      )
      statements('DELETE FROM story_article WHERE story = ?').run(change.id)
      const add = statements('INSERT OR REPLACE INTO story_article VALUES (?, ?, ?)')
      for (const [place, article] of change.articles.entries()) add.run(change.id, article, place)
      return
    }
    case 'story-gone':
      statements('DELETE FROM story WHERE id = ?').run(change.id)
      statements('DELETE FROM story_article WHERE story = ?').run(change.id)
      return
    case 'record': {
      const { kind, key, article, json } = change.record
      touchRecord(statements, kind, key, touched)
      statements('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)').run(kind, key, article, json)
      if (article !== null) touched.rows.add(article)
      return
    }
    case 'record-gone':
      touchRecord(statements, change.recordKind, change.key, touched)
      statements('DELETE FROM record WHERE kind = ? AND key = ?').run(change.recordKind, change.key)
      return
  }
}

/** The article that a record was about until now. */
function touchRecord(statements: Statements, kind: string, key: string, touched: Touched): void {
  const known = statements('SELECT article FROM record WHERE kind = ? AND key = ?').get(kind, key)
  if (known) touched.rows.add(textIn(known, 'article'))
}

function putFile(statements: Statements, { file }: ChangeOf<'file'>): void {
  statements('INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    file.path,
    file.id,
    file.size,
    file.mtimeMs,
    file.sha256,
    file.problem && JSON.stringify(file.problem),
    JSON.stringify(file.partIds),
  )
}

function putContent(statements: Statements, change: ChangeOf<'content'>, touched: Touched): void {
  const { content } = change
  const part = content.part ?? -1
  statements(
    `INSERT INTO content (sha256, part, loader, format, text_hash, words, parts, meta, warnings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256, part) DO UPDATE SET loader = excluded.loader, format = excluded.format,
      text_hash = excluded.text_hash, words = excluded.words, parts = excluded.parts,
      meta = excluded.meta, warnings = excluded.warnings`,
  ).run(
    content.sha256,
    part,
    content.loader,
    content.format,
    content.textHash,
    content.words,
    content.parts,
    JSON.stringify(content.meta),
    JSON.stringify(content.warnings),
  )
  const row = numberIn(
    statements('SELECT row FROM content WHERE sha256 = ? AND part = ?').get(content.sha256, part),
    'row',
  )
  statements('INSERT OR REPLACE INTO body VALUES (?, ?, ?)').run(
    row,
    JSON.stringify(content.blocks),
    packText(content.text),
  )
  // What was computed from another text says nothing of this one.
  statements('DELETE FROM derived WHERE content = ?').run(row)
  putDerived(statements, { ...change, kind: 'derived', sha256: content.sha256, part: content.part })
  const shown = 'SELECT id FROM article WHERE sha256 = ? AND coalesce(part, -1) = ?'
  for (const row of statements(shown).all(content.sha256, part))
    touched.words.add(textIn(row, 'id'))
}

type DerivedChange = Pick<ChangeOf<'derived'>, 'sha256' | 'part' | 'derived'>

function putDerived(
  statements: Statements,
  { sha256, part, derived }: DerivedChange & { readonly kind: 'derived' },
): void {
  const put = statements(
    `INSERT OR REPLACE INTO derived SELECT row, ?, ?, ? FROM content WHERE sha256 = ? AND part = ?`,
  )
  for (const [kind, { version, value }] of Object.entries(derived))
    put.run(kind, version, value, sha256, part ?? -1)
}

function putArticle(
  statements: Statements,
  { article }: ChangeOf<'article'>,
  touched: Touched,
): void {
  // Facts, counts and keys are made by `refreshRow` before the batch is done.
  statements(
    `INSERT INTO article (id, path, part, sha256, state, problem, format, words, parts, said, added,
      file_changed, corrected, reading, annotations, notes, changed, place_key, title_key, name,
      outlet_words, author_words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', 'new', 0, 0, 0, '', '', '', '', '')
     ON CONFLICT (id) DO UPDATE SET path = excluded.path, part = excluded.part,
      sha256 = excluded.sha256, state = excluded.state, problem = excluded.problem,
      format = excluded.format, words = excluded.words, parts = excluded.parts,
      said = excluded.said, added = excluded.added, file_changed = excluded.file_changed`,
  ).run(
    article.id,
    article.path,
    article.part,
    article.sha256,
    article.state,
    article.problem && JSON.stringify(article.problem),
    article.format,
    article.words,
    article.parts,
    JSON.stringify(article.said),
    article.added,
    article.fileChanged,
  )
  touched.words.add(article.id)
}

function putAnnotations(
  statements: Statements,
  change: ChangeOf<'annotations'>,
  touched: Touched,
): void {
  const { article, all, put, gone } = change
  if (all) {
    statements('DELETE FROM annotation WHERE article = ?').run(article)
    statements('DELETE FROM tagged WHERE article = ?').run(article)
  }
  for (const id of gone) removeAnnotation(statements, article, id)
  for (const annotation of put) putAnnotation(statements, article, annotation)
  touched.words.add(article)
}

function removeAnnotation(statements: Statements, article: string, id: string): void {
  statements('DELETE FROM annotation WHERE article = ? AND id = ?').run(article, id)
  statements('DELETE FROM tagged WHERE article = ? AND annotation = ?').run(article, id)
}

function putAnnotation(statements: Statements, article: string, made: MirroredAnnotation): void {
  removeAnnotation(statements, article, made.id)
  statements(
    `INSERT INTO annotation (article, id, start, colour, note, quote, tags, created, modified, orphan)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    article,
    made.id,
    made.start,
    made.colour,
    columnText(made.note),
    columnText(made.quote),
    JSON.stringify(made.tags),
    made.created,
    made.modified,
    made.orphan ? 1 : 0,
  )
  const tag = statements('INSERT OR REPLACE INTO tagged VALUES (?, ?, ?, ?)')
  for (const name of made.tags) tag.run(tagKey(name), article, made.id, name)
}

function putMirrored(statements: Statements, { article, mark }: ChangeOf<'mirrored'>): void {
  if (mark === null) statements('DELETE FROM mirrored WHERE article = ?').run(article)
  else statements('INSERT OR REPLACE INTO mirrored VALUES (?, ?)').run(article, mark)
}
