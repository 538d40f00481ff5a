// Hashes of an article's short blocks, kept with what is known of it: to find the same newsletter
// line in other articles of an outlet without reading them all.
import type { Block } from '../../../shared/model/article.ts'
import { blockContent } from '../../../shared/text/blocks.ts'
import { keyOf } from '../../reading/tidy/lines.ts'
import { shortHash } from './identity.ts'

/** UTF-16 code units; longer blocks are the story's own. */
const longest = 300
const most = 400

/** A block's words made comparable; '' for one without words or with too many. */
export function blockKey(text: string, block: Pick<Block, 'start' | 'end'>): string {
  const { start, end } = blockContent(text, block)
  return end - start > longest ? '' : keyOf(text.slice(start, end))
}

/** The hash of a block's words; with a sign before it, of a block that is furniture. */
export const blockHash = (key: string, furniture: boolean): string =>
  `${furniture ? '-' : '+'}${shortHash(key).slice(0, 8)}`

/** The hashes of all short blocks of an article, parted by spaces. */
export function shortBlocks(text: string, blocks: readonly Block[]): string {
  const hashes = new Set<string>()
  for (const block of blocks) {
    if (hashes.size >= most) break
    const key = blockKey(text, block)
    if (key.length > 1) hashes.add(blockHash(key, block.furniture === true))
  }
  return [...hashes].join(' ')
}
