// What taking notes out of a library and bringing them in again needs of it.
import type { TagCount } from '../../../shared/calls/tags.ts'
import type { Brought } from '../../../shared/import/across-json.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { StoredVerdict } from '../../../shared/kinds/verdict.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Correction } from '../../../shared/model/correction.ts'
import type { KnownFile } from '../../../shared/model/known-file.ts'
import type { ArticleSummary, LibraryInfo, OpenArticle } from '../../../shared/model/library.ts'
import type { Story } from '../../../shared/model/story.ts'
import type { Result } from '../../../shared/result.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { Identity } from '../../core/shelf/identities.ts'
import type { Reading } from '../../core/shelf/reading.ts'
import type { Incoming } from './incoming.ts'

export interface BroughtIn extends Brought {
  /** Of kinds that need nothing said of them here. */
  readonly records: readonly Change[]
}

export interface ExchangeLibrary {
  info(): LibraryInfo
  /** Resolves when every file has been read. */
  whenRead(): Promise<void>
  /** In the order of their paths. */
  articles(): ArticleSummary[]
  /** Who the articles are, for matching what comes from elsewhere. Complete once all are read. */
  identities(): Identity[]
  /** Finds out which articles a file holds, for matching what comes from elsewhere. */
  askParts(id: string): Promise<Result<unknown>>
  open(id: string): Promise<Result<OpenArticle>>
  /** What an article that is there, or named in a story or verdict, is known again by. */
  knownFile(id: string): KnownFile | null
  /** As the reader made them, wherever they stand now. */
  annotations(id: string): readonly Annotation[]
  /** Where passages stand in a text, by the one that they were marked in where it was kept here. */
  readonly finderIn: Reading['finderIn']
  /** The reader's own word on an article, also what was taken back. */
  corrections(id: string): readonly Correction[]
  /** By name. */
  stories(): Story[]
  /** The reader's verdicts, those taken back, too. */
  verdicts(): readonly StoredVerdict[]
  /** By name. */
  tags(): Promise<TagCount[]>
  /** All records as they are now. */
  readonly ledger: Pick<Ledger, 'all' | 'get' | 'entry'>
  /** Adds what was made elsewhere as one step that can be undone. */
  add(label: string, incoming: readonly Incoming[], brought?: BroughtIn): Promise<Result<void>>
}
