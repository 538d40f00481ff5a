// What the comparison needs of an article: its text, what stands where in it, and what it says of itself.
import type { ArticleMeta, Block } from '../shared/model/article.ts'

export interface ArticleInput
  extends Pick<ArticleMeta, 'title' | 'source' | 'published' | 'language'> {
  readonly text: string
  /** Of the text; lets the result say what its offsets are of. */
  readonly textHash: string
  /** Furniture among them is left out of the comparison. */
  readonly blocks: readonly Block[]
}
