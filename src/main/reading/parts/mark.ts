// Marks what a news database wrote around and into its articles as furniture, in the blocks.
import type { Draft, DraftBlock } from '../draft.ts'

export const whyDatabase = 'From the database, not the article'

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Blocks in which all that lies outside the articles, and the database's own lines inside them, are
 * furniture. A block that mixes both is cut at its line ends. The blocks still tile the text.
 * @param parts in order, without overlap
 * @param own the database's lines inside the parts, or the words that some begin with
 */
export function markDatabaseLines(
  { text, blocks }: Draft,
  parts: readonly Range[],
  own: readonly Range[],
): DraftBlock[] {
  const ownEnds = new Map(own.map(({ start, end }) => [start, end]))
  const marked: DraftBlock[] = []
  let at = 0
  for (const block of blocks) {
    if (block.furniture === true) {
      marked.push(block)
      continue
    }
    for (const { start, end, mine } of runsOf(text, block, (offset) => {
      while ((parts[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at++
      const within = offset >= (parts[at]?.start ?? Number.POSITIVE_INFINITY)
      return within ? (ownEnds.get(offset) ?? null) : Number.POSITIVE_INFINITY
    })) {
      const whole = start === block.start && end === block.end
      const piece: DraftBlock = whole ? { ...block } : { ...shapeOf(block), start, end }
      if (mine) {
        piece.furniture = true
        piece.why = whyDatabase
      }
      marked.push(piece)
    }
  }
  return marked
}

interface Run extends Range {
  readonly mine: boolean
}

/**
 * A block's lines, those of one kind in a row together; lines without text go with those before.
 * @param mineUntil how far the line that starts there is the database's; null where it is not
 */
function runsOf(text: string, block: Range, mineUntil: (offset: number) => number | null): Run[] {
  const runs: { start: number; end: number; mine: boolean }[] = []
  let start = block.start
  while (start < block.end) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 || feed >= block.end ? block.end : feed + 1
    const last = runs.at(-1)
    if (text.slice(start, end).trim() === '') {
      if (last) last.end = end
      else runs.push({ start, end, mine: false })
    } else {
      const until = mineUntil(start)
      const mine = until !== null
      if (until !== null && text.slice(until, end).trim() !== '') {
        runs.push({ start, end: until, mine }, { start: until, end, mine: false })
        start = end
        continue
      }
      if (last && last.mine === mine) last.end = end
      else if (last && runs.length === 1 && text.slice(last.start, last.end).trim() === '') {
        last.mine = mine
        last.end = end
      } else runs.push({ start, end, mine })
    }
    start = end
  }
  return runs
}

/** What a piece of a block keeps; cells and markers are of the whole. */
function shapeOf({ cells: _, marker: __, ...block }: DraftBlock): DraftBlock {
  return block
}
