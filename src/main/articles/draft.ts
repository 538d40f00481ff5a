// What a format's loader hands to the tidying: text, blocks that may still change, and what the
// file itself says about title, author and date.
import type { ArticleMeta, Block, InlineSpan, Warning } from '../../shared/model/article.ts'

/** A block while the article is being read; becomes read-only when it leaves the loader. */
export type DraftBlock = { -readonly [K in keyof Block]: Block[K] }

export interface Draft {
  readonly text: string
  readonly blocks: DraftBlock[]
  readonly spans: readonly InlineSpan[]
  /** What the file's own metadata says. Null or absent: it says nothing. */
  readonly meta: Partial<ArticleMeta>
  readonly warnings: readonly Warning[]
}
