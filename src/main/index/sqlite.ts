// The one place that touches the SQLite library. Its prebuilt binary is loaded without the package's
// own loader, which looks for it by the place of a file that bundling moves. Where no binary fits, the
// SQLite of Node itself stands in: it has the same interface, from Node 22.13 and in Electron.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Value = string | number | Uint8Array | null
export type Row = Readonly<Record<string, Value>>

/** What we use of the interface of `node:sqlite`. Throws errors that `sqliteCode` tells apart. */
export interface Statement {
  run(...values: readonly Value[]): { readonly changes: number | bigint }
  get(...values: readonly Value[]): Row | undefined
  all(...values: readonly Value[]): Row[]
}
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

interface Sqlite {
  readonly DatabaseSync: new (
    path: string,
    options?: { readonly readOnly?: boolean; readonly timeout?: number },
  ) => Database
}

/** Milliseconds that a connection waits for another process or thread to finish its write. */
const busyTimeout = 5_000
/** Kilobytes of the file that a connection keeps in memory. */
const cacheSize = { write: 32_768, read: 16_384 }

// Not named `require`: the build declares that itself where it is used.
const loadNative = createRequire(import.meta.url)
let sqlite: Sqlite | null | undefined

/** Whether SQLite is to be had here at all. */
export const isAvailable = (): boolean => load() !== null

/**
 * Opens a file, or begins it; `:memory:` for none. Throws what SQLite throws.
 * @param mode `read` sees what writers have committed and never changes anything
 */
export function openDatabase(path: string, mode: 'read' | 'write'): Database {
  const found = load()
  if (!found) throw new Error('SQLite cannot be loaded on this machine')
  const database = new found.DatabaseSync(path, { readOnly: mode === 'read', timeout: busyTimeout })
  try {
    // Some builds take the time to wait only so.
    database.exec(`PRAGMA busy_timeout = ${busyTimeout}`)
    if (mode === 'write') {
      // The size of pages holds only for a file that is empty yet.
      database.exec('PRAGMA page_size = 8192')
      // Readers and the writer do not wait for each other. Where a disk cannot (a network drive),
      // SQLite keeps its rollback journal.
      database.prepare('PRAGMA journal_mode = WAL').get()
      // Synced at checkpoints only: a power cut may lose the last batches, never the file.
      database.exec('PRAGMA synchronous = NORMAL')
      // In pages: while an index is made, the same pages are written again and again.
      database.exec('PRAGMA wal_autocheckpoint = 4000')
    }
    database.exec(`PRAGMA cache_size = -${cacheSize[mode]}; PRAGMA temp_store = MEMORY`)
    // Numbers and names are looked at before they are believed, should the file be damaged.
    database.exec('PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF')
  } catch (thrown) {
    database.close()
    throw thrown
  }
  return database
}

/**
 * Closes a connection that wrote. What was written goes into the file first: the library lets go of a
 * connection only when its statements are collected, and the last to let go would do it then.
 */
export function closeWriter(database: Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (thrown) {
    // A reader is in the way, or the file is of no use; the next to open it goes on from what is there.
    if (sqliteCode(thrown) === null) throw thrown
  }
  database.close()
}

/** The primary result code of something SQLite threw; 1 where it says none; null for anything else. */
export function sqliteCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'ERR_SQLITE_ERROR')
    return null
  if ('errcode' in thrown && typeof thrown.errcode === 'number') return thrown.errcode & 0xff
  // What is thrown while rows are read has only the words, which are SQLite's own and do not change.
  const said = words.find(([message]) => thrown.message.includes(message))
  return said?.[1] ?? 1
}

/** Primary result codes (https://sqlite.org/rescode.html). */
export const resultCodes = {
  busy: 5,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const

const words: readonly (readonly [message: string, code: number])[] = [
  ['database is locked', resultCodes.busy],
  ['attempt to write a readonly database', resultCodes.readOnly],
  ['disk I/O error', resultCodes.io],
  ['database disk image is malformed', resultCodes.corrupt],
  ['database or disk is full', resultCodes.full],
  ['unable to open database file', resultCodes.cannotOpen],
  ['file is not a database', resultCodes.notADatabase],
]

function load(): Sqlite | null {
  if (sqlite === undefined) sqlite = prebuilt() ?? builtIn()
  return sqlite
}

function prebuilt(): Sqlite | null {
  for (const file of binaries()) {
    try {
      return loadNative(file)
    } catch (thrown) {
      // Made for another C library than this system's: the next may fit.
      if (!(thrown instanceof Error)) throw thrown
    }
  }
  return null
}

/** Binaries for this system: beside the bundle, or in the package in a checkout. */
function binaries(): readonly string[] {
  const system = `${process.platform}-${process.arch}`
  const here = dirname(fileURLToPath(import.meta.url))
  // What lies in a packaged archive is unpacked beside it: a binary cannot be loaded out of one.
  const unpacked = here.replace(/\.asar(?=[\\/]|$)/, '.asar.unpacked')
  const folders = [...new Set([unpacked, dirname(unpacked)])].map((at) => join(at, 'sqlite'))
  const packaged = packageFolder()
  return [...folders, ...(packaged ? [join(packaged, 'prebuilds')] : [])]
    .flatMap((folder) =>
      ['glibc', 'musl'].map((libc) => join(folder, system, `@photostructure+sqlite.${libc}.node`)),
    )
    .filter((file) => existsSync(file))
}

function packageFolder(): string | null {
  try {
    return dirname(loadNative.resolve('@photostructure/sqlite/package.json'))
  } catch {
    // Packaged without node_modules, or left out at the install because no binary fits this system.
    return null
  }
}

const builtIn = (): Sqlite | null => {
  const found: unknown = process.getBuiltinModule?.('node:sqlite')
  return isSqlite(found) ? found : null
}

const isSqlite = (found: unknown): found is Sqlite =>
  typeof found === 'object' && found !== null && 'DatabaseSync' in found
