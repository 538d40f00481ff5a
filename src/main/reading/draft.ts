// What a format's loader hands to the tidying: text, blocks that may still change, and what the
// file itself says about title, author and date.
import type { ArticleMeta, Block, InlineSpan, Part, Warning } from '../../shared/model/article.ts'

/** A block while the article is being read; becomes read-only when it leaves the loader. */
export type DraftBlock = { -readonly [K in keyof Block]: Block[K] }

/** A picture as the file has it, not yet looked at: its bytes may be anything. */
export interface DraftPicture {
  /** As `Picture.offset`. */
  readonly offset: number
  readonly alt: string
  readonly bytes: Uint8Array
}

/** One of several articles in a file, with what the file says of it. */
export interface DraftPart extends Part {
  readonly meta: Partial<ArticleMeta>
  /** What is to be said of this article alone. */
  readonly warnings?: readonly Warning[]
}

export interface Draft {
  readonly text: string
  readonly blocks: DraftBlock[]
  readonly spans: readonly InlineSpan[]
  /** What the file's own metadata says. Null or absent: it says nothing. */
  readonly meta: Partial<ArticleMeta>
  readonly warnings: readonly Warning[]
  readonly pictures?: readonly DraftPicture[]
  /** The articles in a file that holds several, in order. Absent or empty: the file is one article. */
  readonly parts?: readonly DraftPart[]
  /** The encoding that the loader decoded the file's text from; absent: UTF-8 or not text. */
  readonly encoding?: string
}
