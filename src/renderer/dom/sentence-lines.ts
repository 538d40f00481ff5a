// Where sentences stand on the screen as lines of the paragraph they are in: what marks in the margin
// and the ground under a sentence are drawn from.
import type { TextMap } from './text-offsets.ts'
import type { TextRange } from './text-range.ts'

/** A line of text, or the piece of it that a sentence takes up, as high as the whole line. Pixels. */
export interface TextLine {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** From here to there down the margin. Pixels. */
export interface Stretch {
  readonly top: number
  readonly bottom: number
}

/**
 * The lines of a passage in client pixels, from the first to the last. Pieces on one line (around a
 * link or a highlight) are joined; none where the text is hidden.
 * @param height of a line, leading included
 */
export function linesOf(map: TextMap, { start, end }: TextRange, height: number): TextLine[] {
  const lines: TextLine[] = []
  for (const rect of map.rectsOf(start, end)) {
    const middle = (rect.top + rect.bottom) / 2
    const last = lines.at(-1)
    // The sign of a footnote stands higher than the words around it, on the same line all the same.
    if (last && Math.abs((last.top + last.bottom) / 2 - middle) < height / 2) {
      lines[lines.length - 1] = {
        ...last,
        left: Math.min(last.left, rect.left),
        right: Math.max(last.right, rect.right),
      }
    } else {
      lines.push({
        top: middle - height / 2,
        bottom: middle + height / 2,
        left: rect.left,
        right: rect.right,
      })
    }
  }
  return lines
}

/**
 * How far down the margin each of the sentences of one block goes. On a line that several share, each
 * has its part of the line's height, in their order; null for a sentence without lines.
 */
export function stretches(sentences: readonly (readonly TextLine[])[]): (Stretch | null)[] {
  const shares = new Map<number, number[]>()
  /** Lines of one row differ by fractions of a pixel. */
  const rows: number[] = []
  const rowOf = ({ top, bottom }: TextLine): number => {
    const known = rows.find((row) => Math.abs(row - top) < (bottom - top) / 2)
    if (known === undefined) rows.push(top)
    return known ?? top
  }
  sentences.forEach((lines, sentence) => {
    for (const row of new Set(lines.map(rowOf))) {
      const here = shares.get(row)
      if (here) here.push(sentence)
      else shares.set(row, [sentence])
    }
  })
  return sentences.map((lines, sentence) => {
    const first = lines[0]
    const last = lines.at(-1)
    if (!first || !last) return null
    const part = (line: TextLine): Stretch => {
      const here = shares.get(rowOf(line)) ?? [sentence]
      const height = (line.bottom - line.top) / here.length
      const top = line.top + height * here.indexOf(sentence)
      return { top, bottom: top + height }
    }
    return { top: part(first).top, bottom: part(last).bottom }
  })
}
