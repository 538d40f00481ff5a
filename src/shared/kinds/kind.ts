// A kind of record: one file beside this one says all that the core needs to know of it. Undo, the
// journal, joining what another machine wrote, export and import go by that and know no kind by name.
import type { z } from 'zod'
import type { KnownFile } from '../model/known-file.ts'
import type { Entry } from './entry.ts'

/** Ids that articles were given, by those they had. */
export type Renamed = ReadonlyMap<string, string>

/** Where records lie: beside the other records of their article, or in one file of the library. */
type Home =
  | { readonly per: 'article' }
  /** `file` in `.parallax`, without its ending. */
  | { readonly per: 'library'; readonly file: string }

/** Methods, not properties: a kind of one record stands where any kind is asked for. */
export interface Kind<R extends object = object> {
  readonly name: string
  /** One of its records and several, in what is said of them: `kept search`, `kept searches`. */
  readonly nouns: readonly [one: string, many: string]
  readonly home: Home
  /** What its records are called in their file. */
  readonly list: string
  /** With `modified`, which the store fills from the stamps. */
  readonly schema: z.ZodType<R>
  keyOf(record: R): string
  /** What is set one by one, and joined one by one. The rest of a record belongs to its key. */
  readonly fields: readonly string[]
  /**
   * Those of the fields that hold several names: a change of one puts in and takes out what differs
   * between before and after, and leaves what was put in or taken out meanwhile.
   */
  readonly sets?: readonly string[]
  /** Its records have `versions`: what other machines said of a field, for the reader to look at. */
  readonly versions?: true
  /** By what records are ordered in their file, by code units; the key if not given. */
  orderOf?(record: R): string
  /** The articles that it names, with what they are known again by. */
  names?(record: R): readonly KnownFile[]
  /** The record with the ids that its articles have now; the very record where it names none of them. */
  renamed?(record: R, renamed: Renamed): R
  /**
   * `own`: in an exchange file its records have a shape of their own, older than the general one. All
   * other kinds stand there under their `list`, a line a record, as in the store.
   */
  readonly exchange?: 'own'
  /**
   * Whether a record goes with an export of some articles alone; if not given, one does whose articles
   * are all among them. An export of the whole library has every record.
   */
  goesWith?(record: R, exported: Exported): boolean
  /** Windows are told of each that is another now, and may ask for all. Of kinds of the library alone. */
  readonly shown?: true
  /** The index has a copy of each, for queries, with the first article that it names. */
  readonly indexed?: true
  /**
   * Why a record is not taken in from an exchange file, a sentence; null where it is.
   * @param tags that annotations have here
   */
  refuses?(record: R, tags: ReadonlySet<string>): string | null
  /** The record with as much of it as may be let in from elsewhere; the very record where all of it may. */
  within?(record: R): R
}

/** What an export of some articles alone is about. */
export interface Exported {
  /** Ids; of articles in a split file that of the file, too. */
  readonly articles: ReadonlySet<string>
  /** As the exported annotations write them. */
  readonly tags: ReadonlySet<string>
}

/** A change of one record: what stood before and after it. */
export interface Change<R extends object = object> {
  readonly kind: Kind<R>
  /** Whose file it is in; null for what is kept for the whole library. */
  readonly article: string | null
  readonly key: string
  /** Null: there was none, or there is none any more. */
  readonly before: R | null
  readonly after: R | null
  /**
   * Makes `after` of the record as it is when the change is written, which `before` may not be any more.
   * Gives that very record, or null where there is none, to leave it so.
   */
  edit?(there: R | null): R | null
  /** Names in it took the place of others: none is put in where that other was taken out meanwhile. */
  readonly renames?: true
  /** `after` as it was made elsewhere: it is joined with what is here, not set anew. */
  readonly made?: Entry
}
