// How high blocks and pictures will be, for chunks that are not laid out yet: the scroll bar is about
// right before anything has been seen.
import type { Block, Picture } from '../../shared/model/article.ts'

/** A guess in em: lines of 66 characters at 1.62, and the space below the block. */
export function estimateHeight(text: string, block: Block, start: number, end: number): number {
  if (block.kind === 'table-row') {
    const longest = Math.max(0, ...(block.cells ?? []).map((cell) => cell.end - cell.start))
    return Math.max(1, Math.ceil(longest / 28)) * 1.2 + 0.7
  }
  let lines = Math.ceil((end - start) / 66)
  if (block.kind === 'preformatted') return text.slice(start, end).split('\n').length * 1.24 + 2
  if (block.breaks) lines = Math.max(lines, text.slice(start, end).split('\n').length)
  return lines * 1.62 + 0.9
}

/** The same of a picture: as wide as the text at most, and no higher than most of a pane. */
export function estimatePicture({ width, height }: Picture): number {
  const shown = Math.min(width / 17, 36)
  return Math.min((shown * height) / width, 40) + 1
}
