// An open index: the connection that reads in the thread of the core, what is kept of its answers, and
// the way to the thread that writes.
import { createRows, type Rows } from './rows.ts'
import { checkTables, prepareTables } from './schema.ts'
import { createSearch, type Search } from './search.ts'
import { closeWriter, type Database, openDatabase } from './sqlite.ts'
import { createStatements, numberIn, type Statements } from './statements.ts'
import { createSuggest, type Suggest } from './suggest.ts'
import { ownThreadWriting, threadWriting, type Writing } from './writing.ts'

export interface Connection {
  readonly isNew: boolean
  /** Whether it has a file. */
  readonly isKept: boolean
  readonly statements: Statements
  readonly rows: Rows
  readonly search: Search
  readonly suggest: Suggest
  readonly writing: Writing
  /** Runs reads that all see one state of the index, with nothing kept that has changed since. */
  read<T>(work: () => T): T
  /** To be called after a write of this connection's own. */
  wrote(): void
  close(): Promise<void>
  /** Closes without waiting: the file is of no use any more. */
  abandon(): Promise<void>
}

/**
 * Throws what SQLite throws.
 * @param path null for memory
 * @param workerUrl null to write over the connection that reads
 */
export function connect(path: string | null, workerUrl: URL | null): Connection {
  const database = openDatabase(path ?? ':memory:', 'write')
  let reader: Database = database
  let isNew: boolean
  try {
    prepareTables(database)
    checkTables(database)
    isNew =
      database.prepare('SELECT 1 FROM file UNION ALL SELECT 1 FROM article LIMIT 1').all()
        .length === 0
    if (path !== null && workerUrl) reader = openDatabase(path, 'read')
  } catch (thrown) {
    database.close()
    throw thrown
  }
  const isOwn = reader === database
  if (!isOwn) closeWriter(database)
  const writing =
    path !== null && workerUrl ? threadWriting(workerUrl, path) : ownThreadWriting(database)
  const statements = createStatements(reader)
  const rows = createRows(statements)
  const search = createSearch(statements)
  const suggest = createSuggest(statements)
  const forget = (): void => {
    rows.forget()
    search.forget()
    suggest.forget()
  }
  // Tells of the writes of other connections alone.
  const version = (): number => numberIn(statements('PRAGMA data_version').get(), 'data_version')
  let seen = version()
  let closed = false
  return {
    isNew,
    isKept: path !== null,
    statements,
    rows,
    search,
    suggest,
    writing,
    read(work) {
      reader.exec('BEGIN')
      try {
        const now = version()
        if (now !== seen) forget()
        seen = now
        return work()
      } finally {
        endOf(reader)
      }
    },
    wrote: forget,
    async close() {
      if (closed) return
      closed = true
      await writing.close()
      if (!isOwn) reader.close()
    },
    async abandon() {
      if (closed) return
      closed = true
      reader.close()
      if (!isOwn) await writing.close()
    },
  }
}

/** Ends the reading of one state. What went wrong was thrown before. */
function endOf(reader: Database): void {
  try {
    reader.exec('COMMIT')
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
  }
}
