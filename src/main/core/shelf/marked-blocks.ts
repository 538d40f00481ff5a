// Puts the reader's marks of furniture onto an article's blocks, wherever those are by now.
import type { Anchor } from '../../../shared/model/annotation.ts'
import type { Block, ParsedArticle } from '../../../shared/model/article.ts'
import { type BlockMark, type Correction, marksOf } from '../../../shared/model/correction.ts'
import { blockContent, blockIndexAt } from '../../../shared/text/blocks.ts'
import type { Reading } from './reading.ts'

/** What is said of a block that the reader marked. The window knows the reader's marks by its beginning. */
const whyFurniture = 'Marked by you'
const whyText = 'Marked by you as text'

/** The blocks with what the reader says of them. */
export function markedBlocks(
  parsed: ParsedArticle,
  corrections: readonly Correction[],
  locate: Reading['locate'],
): Block[] {
  const marks = marksOf(corrections)
  if (marks.length === 0) return parsed.blocks
  const places = locate(
    parsed,
    marks.map(({ target }) => target),
  )
  const blocks = [...parsed.blocks]
  for (const [i, mark] of marks.entries()) {
    const place = places[i]
    for (const index of place ? blocksAt(parsed, place) : []) {
      const block = parsed.blocks[index]
      if (block) blocks[index] = marked(block, mark)
    }
  }
  return blocks
}

function marked(block: Block, { furniture }: BlockMark): Block {
  if (furniture) return { ...block, furniture: true, why: whyFurniture }
  const { furniture: _, role, ...rest } = block
  const text = { ...rest, why: whyText }
  // A byline that is text is not a byline.
  return role === undefined || role === 'byline' ? text : { ...text, role }
}

/** Indexes of the blocks of which a place holds at least half of the words. */
export function blocksAt({ text, blocks }: ParsedArticle, place: Anchor): number[] {
  if (place.state === 'orphaned') return []
  const found: number[] = []
  for (let i = Math.max(0, blockIndexAt(blocks, place.start)); i < blocks.length; i++) {
    const block = blocks[i]
    if (block === undefined || block.start >= place.end) break
    const { start, end } = blockContent(text, block)
    const common = Math.min(end, place.end) - Math.max(start, place.start)
    if (end > start && common * 2 >= end - start) found.push(i)
  }
  return found
}
