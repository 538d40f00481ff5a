// Where in an article a passage stands, in a reader's words.
import { blockIndexAt } from '../../shared/text/blocks.ts'
import { openedArticle } from '../state/panes.ts'

/** Which paragraph: counted over the blocks that are read, as a reader would. Empty for an article that is not open. */
export function placeOf(article: string, start: number): string {
  const opened = openedArticle(article)
  if (!opened) return ''
  const index = blockIndexAt(opened.blocks, start)
  const counted = opened.blocks
    .slice(0, index + 1)
    .filter(({ kind, furniture }) => kind !== 'heading' && !furniture).length
  return `¶ ${Math.max(1, counted)}`
}
