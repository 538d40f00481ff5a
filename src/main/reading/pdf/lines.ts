// Puts runs of text together into lines: what stands at one height, in the order it is read.
import type { Fragment } from './fragments.ts'
import { inReadingOrder, isLineRightToLeft } from './right-to-left.ts'

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

/**
 * The line that the fragments of one row make.
 * @param page whether its page is read from right to left
 */
export function lineOf(row: readonly Fragment[], page: boolean): PdfLine {
  const across = fromTheLeft(row)
  const rtl = isLineRightToLeft(across, page)
  const sorted = rtl ? inReadingOrder(across, asOne) : across
  const cells: { text: string; left: number }[] = []
  let before: Fragment | null = null
  let edge = rtl ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  for (const fragment of sorted) {
    const cell = cells.at(-1)
    // Marks over letters stand within what was written before them.
    const gap = rtl ? edge - fragment.right : fragment.left - edge
    if (cell === undefined || before === null || gap > 2 * fragment.size)
      cells.push({ text: fragment.text, left: fragment.left })
    else cell.text += `${isApart(before, fragment, gap) ? ' ' : ''}${fragment.text}`
    before = fragment
    edge = rtl ? Math.min(edge, fragment.left) : Math.max(edge, fragment.right)
  }
  const { y, size, font } = mainOf(sorted)
  return {
    text: cells.map(({ text }) => text).join(' '),
    left: sorted.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: sorted.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    y,
    size,
    font,
    cells,
  }
}

/** As they stand, from left to right, each once. */
export const fromTheLeft = (row: readonly Fragment[]): Fragment[] =>
  withoutCopies([...row].sort((a, b) => a.left - b.left || a.right - b.right))

/** Fragments that are read from left to right as one. */
function asOne(run: readonly Fragment[]): Fragment {
  const { text, left, right, y, size, font } = lineOf(run, false)
  return { text, left, right, y, size, font, spaced: run[0]?.spaced ?? false, rtl: false }
}

/** One of the fragments in the type that most letters of a line are in. */
function mainOf(fragments: readonly Fragment[]): Pick<Fragment, 'y' | 'size' | 'font'> {
  const letters = new Map<string, number>()
  let best: Pick<Fragment, 'y' | 'size' | 'font'> = { y: 0, size: 0, font: '' }
  let most = 0
  for (const fragment of fragments) {
    const key = `${fragment.font} ${fragment.size.toFixed(1)}`
    const count = (letters.get(key) ?? 0) + fragment.text.length
    letters.set(key, count)
    if (count > most) {
      most = count
      best = fragment
    }
  }
  return best
}

const isApart = (before: Fragment, next: Fragment, gap: number): boolean =>
  (next.spaced && gap > 0.02 * next.size) || gap > 0.17 * Math.min(before.size, next.size)

const withoutCopies = (sorted: readonly Fragment[]): Fragment[] =>
  sorted.filter((fragment, i) => {
    const before = sorted[i - 1]
    return before === undefined || !isPrintedTwice(before, fragment)
  })

/** Some programs print a word twice, a little apart, to make it look bold. */
const isPrintedTwice = (before: Fragment, next: Fragment): boolean =>
  before.text === next.text &&
  next.left - before.left < 0.15 * next.size &&
  Math.abs(next.y - before.y) < 0.15 * next.size
