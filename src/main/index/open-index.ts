// The index of one library: what is in its articles and records, kept in a file that can always be made
// anew. Every trouble with that file ends here: the index goes on, empty or in memory, and says once that
// it has to be told everything again.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AppError } from '../../shared/errors.ts'
import type {
  LibraryCounts,
  ListedRow,
  RowPage,
  RowQuery,
  RowRange,
} from '../../shared/model/rows.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SearchNode } from '../../shared/search/ast.ts'
import { type Connection, connect } from './connection.ts'
import { countsIn } from './counts.ts'
import {
  contentIn,
  derivedIn,
  type FileEntry,
  filesAfter,
  type ReadFacts,
  readOf,
  type Underived,
  underivedIn,
} from './entries.ts'
import type { ContentFacts, DerivedFacts, IndexChange, SheetFacts } from './facts.ts'
import type { SearchHit } from './hits.ts'
import { hasText, recordsIn, storiesIn, type ToldArticle, toldAfter, toldOne } from './listed.ts'
import { createPutQueue } from './put-queue.ts'
import { textOfArticle } from './refresh.ts'
import type { SearchRange, SearchResult } from './search.ts'
import { mirroredIn, sheetsIn, sheetTextIn } from './sheets.ts'
import { isAvailable } from './sqlite.ts'
import type { Statements } from './statements.ts'
import type { SuggestedKind, Suggestion } from './suggest.ts'
import { noticeOf, removeIndex, type Trouble, troubleOf } from './trouble.ts'
import type { WriteRequest } from './writing.ts'

export interface IndexOptions {
  /** Absolute path of the file (`indexPath`); null to keep all in memory. */
  readonly path: string | null
  /** The bundle of `index-worker.ts`; null to write in the thread that calls. */
  readonly workerUrl: URL | null
  /**
   * Called when what the index held is gone and it goes on empty: tell it everything again. At most
   * once for a file that is made anew and once for going on in memory.
   */
  readonly onLost: (notice: AppError) => void
}

/** Reads are made at once and see all batches that were acknowledged, and none in part. */
export interface Index {
  /** Whether it held nothing when it was opened: then everything has to be told. */
  readonly isNew: boolean
  /** Why it was made anew or is kept in memory, to be told once; null when all is well. */
  readonly notice: AppError | null
  /** Whether what it acknowledges is there when it is opened again. */
  isKept(): boolean

  /** Files with what these loaders read, after a path in the order of paths: to go through all of them. */
  filesAfter(path: string, loader: number, most: number): FileEntry[]
  /** What was read of the bytes of a file; null when it is not there. */
  readOf(sha256: string, loader: number): ReadFacts | null
  derived(sha256: string, part: number | null, loader: number): DerivedFacts
  content(sha256: string, part: number | null, loader: number): ContentFacts | null
  underived(kind: string, version: number, most: number): Underived[]
  /** Whether the text is there that these loaders read of a file's bytes. */
  has(sha256: string, part: number | null, loader: number): boolean
  /** What was told of the article last; null when it is not listed. */
  told(article: string): ToldArticle | null
  /** The same of the articles that come after an id in the order of ids, to go through all of them. */
  toldAfter(article: string, most: number): ToldArticle[]
  /** The ids of all stories that it was told of. */
  stories(): string[]
  /** Records of a kind that it was told of, as JSON, by key. */
  records(kind: string): Map<string, string>
  /** The files of records that it was told of. */
  sheets(): SheetFacts[]
  /** The text of such a file in the state of a mark; null when that is not known. */
  sheetText(name: string, mark: string): string | null
  /** In which state of its sheet it knows an article's records, by article, as `mirrored` told it. */
  mirrored(): Map<string, string>
  /** The canonical text of an article; null when the index does not have it. */
  text(article: string): string | null

  rows(query: RowQuery, range: RowRange): RowPage
  placeOf(article: string, query: RowQuery): number | null
  /** The first place from one on, then from the beginning, of a row whose title begins so; null: none. */
  placeNamed(typed: string, query: RowQuery, from: number): number | null
  /** The articles from one place to another, in the order of a query. */
  idsBetween(query: RowQuery, range: RowRange): string[]
  row(article: string): ListedRow | null
  counts(): LibraryCounts

  search(search: SearchNode, range: SearchRange): Result<SearchResult>
  hitsOf(search: SearchNode, article: string): readonly SearchHit[]

  suggest(kind: SuggestedKind, typed: string, most: number): Suggestion[]

  /**
   * Writes changes in order, all or none; resolves when every read sees them. False: they were lost with
   * the file, and `onLost` was called.
   */
  put(changes: readonly IndexChange[]): Promise<boolean>
  /** Forgets texts that no file has any more. Gives how many there were. */
  tidy(): Promise<number>
  /** Resolves when what was put is written and the file is closed. */
  close(): Promise<void>
  /**
   * Ends after the batch that is being written. What was put and not acknowledged may be lost: whoever
   * opens it next tells it again.
   */
  abandon(): Promise<void>
}

/** Fails with `unsupported` alone: where there is no SQLite at all. Any file can be made anew. */
export function openIndex(options: IndexOptions): Result<Index> {
  if (!isAvailable())
    return fail({
      code: 'unsupported',
      message: `There is no SQLite for this system (${process.platform} ${process.arch}).`,
      advice: 'Run Parallax on Node 22.13 or later, which brings its own.',
    })
  const made = openConnection(options)
  return ok(createIndex(options, made.connection, made.trouble))
}

function openConnection({ path, workerUrl }: Pick<IndexOptions, 'path' | 'workerUrl'>): {
  readonly connection: Connection
  readonly trouble: Trouble | null
} {
  if (path === null) return { connection: connect(null, null), trouble: null }
  const open = (): Connection | Trouble => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      return connect(path, workerUrl)
    } catch (thrown) {
      const trouble = troubleOf(thrown) ?? folderTrouble(thrown)
      if (!trouble) throw thrown
      return trouble
    }
  }
  const first = open()
  if ('writing' in first) return { connection: first, trouble: null }
  const second = first.remedy === 'anew' && removeIndex(path) ? open() : first
  if ('writing' in second) return { connection: second, trouble: first }
  return { connection: connect(null, null), trouble: { ...second, remedy: 'without' } }
}

/** The folder cannot be made. */
const folderTrouble = (thrown: unknown): Trouble | null =>
  thrown instanceof Error && 'syscall' in thrown
    ? { remedy: 'without', code: null, detail: thrown.message }
    : null

function createIndex(options: IndexOptions, opened: Connection, trouble: Trouble | null): Index {
  let connection = opened
  const { path } = options

  /** Goes on with an empty index; the file is made anew once, then done without. */
  let renewed = trouble !== null
  const lose = (found: Trouble): void => {
    void connection.abandon()
    const again = renewed || found.remedy === 'without' || path === null || !removeIndex(path)
    const made = openConnection({ ...options, path: again ? null : path })
    renewed = true
    connection = made.connection
    const cause = made.trouble ?? (again ? { ...found, remedy: 'without' as const } : found)
    options.onLost(noticeOf(cause, path ?? ''))
  }

  /** What the file turns out to be of no use for is answered by what takes its place. */
  const attempted = <T>(work: (from: Connection) => T): T => {
    try {
      return work(connection)
    } catch (thrown) {
      const found = troubleOf(thrown)
      if (!found) throw thrown
      lose(found)
      return work(connection)
    }
  }
  const read: Read = (work) => attempted((from) => from.read(() => work(from)))
  const ask: Ask = (work) => attempted(({ statements }) => work(statements))

  const write = async (request: WriteRequest): Promise<number | null> => {
    const mine = connection
    const answer = await mine.writing.write(request)
    // A read has found the file to be of no use in the meantime.
    if (mine !== connection) return null
    if (answer.kind === 'thrown') throw new Error(answer.detail)
    mine.wrote()
    if (answer.kind === 'done') return answer.count
    lose(answer.trouble)
    return null
  }
  const queue = createPutQueue(async (changes) => (await write({ kind: 'put', changes })) !== null)

  return {
    isNew: opened.isNew,
    notice: trouble && noticeOf(trouble, path ?? ''),
    isKept: () => connection.isKept,
    ...readsOver(read, ask),
    put: (changes) => queue.put(changes),
    tidy: () => queue.after(async () => (await write({ kind: 'tidy' })) ?? 0),
    close: () => queue.after(() => connection.close()),
    abandon: () => connection.abandon(),
  }
}

/** Several reads that see one state of the index, with nothing kept that has changed since. */
type Read = <T>(work: (from: Connection) => T) => T
/** One statement, which sees one state by itself. */
type Ask = <T>(work: (statements: Statements) => T) => T
type Reads = Omit<Index, 'isNew' | 'notice' | 'isKept' | 'put' | 'tidy' | 'close' | 'abandon'>

/** Every question to the index. */
function readsOver(read: Read, ask: Ask): Reads {
  return {
    filesAfter: (path, loader, most) =>
      read(({ statements }) => filesAfter(statements, loader, path, most)),
    readOf: (sha256, loader) => ask((statements) => readOf(statements, sha256, loader)),
    derived: (sha256, part, loader) =>
      ask((statements) => derivedIn(statements, sha256, part, loader)),
    content: (sha256, part, loader) =>
      ask((statements) => contentIn(statements, sha256, part, loader)),
    underived: (kind, version, most) =>
      ask((statements) => underivedIn(statements, kind, version, most)),
    has: (sha256, part, loader) => ask((statements) => hasText(statements, sha256, part, loader)),
    told: (article) => ask((statements) => toldOne(statements, article)),
    toldAfter: (article, most) => read(({ statements }) => toldAfter(statements, article, most)),
    stories: () => read(({ statements }) => storiesIn(statements)),
    records: (kind) => read(({ statements }) => recordsIn(statements, kind)),
    sheets: () => read(({ statements }) => sheetsIn(statements)),
    sheetText: (name, mark) => ask((statements) => sheetTextIn(statements, name, mark)),
    mirrored: () => read(({ statements }) => mirroredIn(statements)),
    text: (article) => read(({ statements }) => textOfArticle(statements, article)),
    rows: (query, range) => read(({ rows }) => rows.page(query, range)),
    placeOf: (article, query) => read(({ rows }) => rows.placeOf(article, query)),
    placeNamed: (typed, query, from) => read(({ rows }) => rows.placeNamed(typed, query, from)),
    idsBetween: (query, range) => read(({ rows }) => rows.idsBetween(query, range)),
    row: (article) => read(({ rows }) => rows.row(article)),
    counts: () => read(({ statements }) => countsIn(statements)),
    search: (search, range) => read((from) => from.search.find(search, range)),
    hitsOf: (search, article) => read((from) => from.search.hitsOf(search, article)),
    suggest: (kind, typed, most) => read((from) => from.suggest.names(kind, typed, most)),
  }
}
