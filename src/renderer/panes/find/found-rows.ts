// All hits of a text as rows of a strip: as many marks as there are rows, however many hits.

/** Pixels of one mark. */
const markHeight = 2

/**
 * The path of the marks in a strip of this width. Hits on one row are one mark.
 * @param tops pixels from the strip's top, in the order of the text
 */
export function marksPath(tops: readonly number[], rows: number, width: number): string {
  let path = ''
  let last = -1
  for (const top of tops) {
    const row = rowOf(top, rows)
    if (row === last) continue
    last = row
    path += `M0 ${row}h${width}v${markHeight}h${-width}z`
  }
  return path
}

const rowOf = (top: number, rows: number): number =>
  Math.max(0, Math.min(Math.round(top / markHeight) * markHeight, rows - markHeight))

/** Index of the hit nearest to a height; -1 where there is none. */
export function nearest(tops: readonly number[], y: number): number {
  let best = -1
  for (const [index, top] of tops.entries())
    if (best < 0 || Math.abs(top - y) < Math.abs((tops[best] ?? 0) - y)) best = index
  return best
}
