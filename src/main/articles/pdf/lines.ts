// Puts runs of text together into lines: what stands at one height, in the order it is read.
import type { Fragment } from './fragments.ts'

/** A line of a column. Lengths in points; y grows downwards, and is the baseline's. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  /** Of most of its letters. */
  readonly size: number
  readonly font: string
  /** What stands far apart in it, as the cells of a table's row do. */
  readonly cells: readonly { readonly text: string; readonly left: number }[]
}

/** Groups of fragments that stand at about the same height, from top to bottom. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const sorted = [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)
  const rows: { y: number; size: number; fragments: Fragment[] }[] = []
  for (const fragment of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && isBeside(row, fragment)) {
      row.fragments.push(fragment)
      // The largest letters have the line's baseline; raised or lowered ones join it.
      if (fragment.size > row.size * 1.05)
        Object.assign(row, { y: fragment.y, size: fragment.size })
    } else rows.push({ y: fragment.y, size: fragment.size, fragments: [fragment] })
  }
  return rows.map((row) => row.fragments)
}

function isBeside(row: { readonly y: number; readonly size: number }, next: Fragment): boolean {
  const apart = Math.abs(next.y - row.y)
  const small = Math.min(row.size, next.size)
  const large = Math.max(row.size, next.size)
  return apart < small * 0.35 || (small < large * 0.8 && apart < large * 0.45)
}

/** The line that the fragments of one row make. */
export function lineOf(row: readonly Fragment[]): PdfLine {
  const sorted = [...row].sort((a, b) => a.left - b.left || a.right - b.right)
  const letters = new Map<string, number>()
  const cells: { text: string; left: number }[] = []
  let before: Fragment | null = null
  let most: Fragment | null = null
  let right = Number.NEGATIVE_INFINITY
  for (const fragment of sorted) {
    if (before !== null && isPrintedTwice(before, fragment)) continue
    const key = `${fragment.font} ${fragment.size.toFixed(1)}`
    const count = (letters.get(key) ?? 0) + fragment.text.length
    letters.set(key, count)
    if (most === null || count > (letters.get(`${most.font} ${most.size.toFixed(1)}`) ?? 0))
      most = fragment
    const cell = cells.at(-1)
    const gap = fragment.left - right
    if (cell === undefined || before === null || gap > 2 * fragment.size)
      cells.push({ text: fragment.text, left: fragment.left })
    else cell.text += `${isApart(before, fragment, gap) ? ' ' : ''}${fragment.text}`
    before = fragment
    right = Math.max(right, fragment.right)
  }
  return {
    text: cells.map(({ text }) => text).join(' '),
    left: sorted[0]?.left ?? 0,
    right,
    y: most?.y ?? 0,
    size: most?.size ?? 0,
    font: most?.font ?? '',
    cells,
  }
}

const isApart = (before: Fragment, next: Fragment, gap: number): boolean =>
  (next.spaced && gap > 0.02 * next.size) || gap > 0.17 * Math.min(before.size, next.size)

/** Some programs print a word twice, a little apart, to make it look bold. */
const isPrintedTwice = (before: Fragment, next: Fragment): boolean =>
  before.text === next.text &&
  next.left - before.left < 0.15 * next.size &&
  Math.abs(next.y - before.y) < 0.15 * next.size
