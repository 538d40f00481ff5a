// What the index is told and what it gives back: files, texts, rows of the list, the mirror of the
// records. Plain data, so that it can go to the thread that writes.
import type { AppError } from '../../shared/errors.ts'
import type { ArticleFormat, ArticleMeta, Block, Warning } from '../../shared/model/article.ts'
import type { Color } from '../../shared/model/color.ts'
import type { FactCorrection } from '../../shared/model/correction.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'

/** One of the articles in a file, as it was when they were last asked for. */
export interface PartId {
  readonly id: string
  readonly title: string | null
  /** Of its text, and of the bytes of its file; absent where an earlier version saved it. */
  readonly textHash?: string
  readonly sha256?: string
}

/** A file as it was last seen. */
export interface FileFacts {
  /** Relative to the library, with `/`. */
  readonly path: string
  readonly id: string
  /** Bytes. */
  readonly size: number
  readonly mtimeMs: number
  /** Of its bytes, with what its name claims (`contentKey`); '' while unread. */
  readonly sha256: string
  readonly problem: AppError | null
  /** The articles in it when they were last asked for. */
  readonly partIds: readonly PartId[]
}

/** What was read of a file's bytes, or of one of the articles in them. */
export interface ContentFacts {
  /** As `FileFacts` has it. */
  readonly sha256: string
  /** Which article of the file, from 0; null for the whole file. */
  readonly part: number | null
  /** Version of the loaders that read it. */
  readonly loader: number
  readonly format: ArticleFormat
  readonly textHash: string
  readonly words: number
  /** How many articles the file holds; 0 for one that is one. */
  readonly parts: number
  readonly meta: ArticleMeta
  readonly warnings: readonly Warning[]
  readonly blocks: readonly Block[]
  readonly text: string
}

/** A fact that is computed from a text and its blocks, with the version of what computed it. */
export interface DerivedFact {
  readonly version: number
  readonly value: string | null
}
/** By kind, such as `sketch`, `profile`, `short`. */
export type DerivedFacts = Readonly<Record<string, DerivedFact>>

/** An article as the list has it, before the reader's corrections, annotations and reading state. */
export interface ListedArticle {
  readonly id: string
  readonly path: string
  readonly part: number | null
  /** As `FileFacts` has it, of the file whose text it is; null when there is no text to be had. */
  readonly sha256: string | null
  readonly state: ArticleSummary['state']
  readonly problem: AppError | null
  readonly format: ArticleFormat | null
  readonly words: number
  readonly parts: number
  readonly said: ArticleMeta
  /** Milliseconds since 1970: when it came into the library, and when its file last changed. */
  readonly added: number
  readonly fileChanged: number
}

export interface MirroredAnnotation {
  readonly id: string
  /** UTF-16 offset in the article's text. */
  readonly start: number
  readonly colour: Color
  readonly note: string
  readonly quote: string
  readonly tags: readonly string[]
  readonly created: string
  readonly modified: string
  readonly orphan: boolean
}

/** What is known of a file of records without its text. */
export interface SheetFacts {
  /** As the core names its sheets. */
  readonly name: string
  /** Tells the state of the file that this is of from every other. */
  readonly mark: string
  /** Which article its records are of, as JSON; null where they are of the library. */
  readonly head: string | null
  /** How many records it has of each kind, by the kind's name. */
  readonly counts: Readonly<Record<string, number>>
}

/** A record of any other kind: reading states, verdicts, splits and what comes later. */
interface MirroredRecord {
  readonly kind: string
  readonly key: string
  readonly article: string | null
  readonly json: string
}

/** One thing to know from now on. A later change of a batch stands over an earlier one. */
export type IndexChange =
  | { readonly kind: 'file'; readonly file: FileFacts }
  | { readonly kind: 'file-gone'; readonly path: string }
  | {
      readonly kind: 'content'
      readonly content: ContentFacts
      readonly derived: DerivedFacts
    }
  | {
      readonly kind: 'derived'
      readonly sha256: string
      readonly part: number | null
      readonly derived: DerivedFacts
    }
  | { readonly kind: 'article'; readonly article: ListedArticle }
  | { readonly kind: 'article-gone'; readonly id: string }
  /** `all`: these and no others; else only `put` and `gone` are touched. */
  | {
      readonly kind: 'annotations'
      readonly article: string
      readonly all: boolean
      readonly put: readonly MirroredAnnotation[]
      readonly gone: readonly string[]
    }
  | {
      readonly kind: 'corrections'
      readonly article: string
      readonly facts: readonly FactCorrection[]
    }
  | {
      readonly kind: 'story'
      readonly id: string
      readonly name: string
      readonly articles: readonly string[]
    }
  | { readonly kind: 'story-gone'; readonly id: string }
  | { readonly kind: 'record'; readonly record: MirroredRecord }
  | { readonly kind: 'record-gone'; readonly recordKind: string; readonly key: string }
  | { readonly kind: 'sheet'; readonly sheet: SheetFacts; readonly text: string }
  | { readonly kind: 'sheet-gone'; readonly name: string }
  /**
   * The annotations and corrections of an article are known here as its sheet has them in the state of
   * this mark; null: in no state that has one.
   */
  | { readonly kind: 'mirrored'; readonly article: string; readonly mark: string | null }
