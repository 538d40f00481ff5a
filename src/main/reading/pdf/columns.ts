// Finds the columns of a page, and gives its lines in the order they are read: what spans columns
// first, then one column after the other. After the recursive X-Y cut (Nagy and Seth 1984), but a
// cut must be a gutter that many lines keep free, and what it cuts off must look like prose: the
// cells of a table are read across.
import type { Fragment } from './fragments.ts'
import { lineOf, type PdfLine, rowsOf } from './lines.ts'
import { isRightToLeft } from './right-to-left.ts'

/** Lines of one column or of a passage that spans columns, from top to bottom. */
export type Region = readonly PdfLine[]

interface Gap {
  readonly left: number
  readonly right: number
}

/** Lines that a column must have at least. */
const fewest = 3
const deepest = 8
/** Rows of a page; of more no columns are looked for. */
const mostRows = 1000

/** The regions of a page in reading order. */
export function regionsOf(fragments: readonly Fragment[]): Region[] {
  const regions: Region[] = []
  const rtl = isRightToLeft(fragments)
  const todo: { fragments: readonly Fragment[]; depth: number }[] = [{ fragments, depth: 0 }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { depth } = next
    const bands =
      depth < deepest
        ? bandsOf(rowsOf(next.fragments))
        : [{ rows: rowsOf(next.fragments), gutter: null }]
    const pieces = bands.flatMap(({ rows, gutter }) => {
      if (gutter === null) return [rows]
      const sides = sidesOf(rows, gutter)
      return rtl ? sides.reverse() : sides
    })
    if (pieces.length === 1) regions.push((pieces[0] ?? []).map((row) => lineOf(row, rtl)))
    else
      for (const piece of pieces.reverse()) todo.push({ fragments: piece.flat(), depth: depth + 1 })
  }
  return regions
}

interface Band {
  readonly rows: Fragment[][]
  /** Where it falls into two columns; null where it does not. */
  readonly gutter: Gap | null
}

/** Cuts rows into bands: as many rows in a row as keep a gutter free, and the rows between them. */
function bandsOf(rows: Fragment[][]): Band[] {
  if (rows.length > mostRows) return [{ rows, gutter: null }]
  const all = rows.flat()
  const sizes = all.map(({ size }) => size).sort((a, b) => a - b)
  const narrowest = Math.max(6, 0.9 * (sizes[sizes.length >> 1] ?? 0))
  const left = all.reduce((least, fragment) => Math.min(least, fragment.left), Infinity)
  const right = all.reduce((most, fragment) => Math.max(most, fragment.right), -Infinity)
  const gaps = rows.map((row) => gapsOf(row, { left, right }, narrowest))
  const bands: Band[] = []
  let plain: Fragment[][] = []
  for (let from = 0; from < rows.length; ) {
    const band = columnsFrom(rows, gaps, from, narrowest)
    if (band === null) plain.push(rows[from++] ?? [])
    else {
      if (plain.length > 0) bands.push({ rows: plain, gutter: null })
      plain = []
      bands.push(band)
      from += band.rows.length
    }
  }
  if (plain.length > 0) bands.push({ rows: plain, gutter: null })
  return bands
}

/** The band of columns that begins with this row; null where none does. */
function columnsFrom(
  rows: readonly Fragment[][],
  gaps: readonly (readonly Gap[])[],
  from: number,
  narrowest: number,
): Band | null {
  let free = gaps[from] ?? []
  for (let to = from + 1; to <= rows.length && free.length > 0; to++) {
    const next = shared(free, gaps[to] ?? [], narrowest)
    const ended = free.filter(
      (gap) => !next.some((other) => other.left < gap.right && other.right > gap.left),
    )
    const band = to - from < fewest ? [] : rows.slice(from, to)
    const gutter = ended.find((gap) => areColumns(band, gap))
    if (gutter !== undefined) return { rows: band, gutter }
    free = next
  }
  return null
}

/** What a row leaves free within a region, as far as it is wide enough. */
function gapsOf(row: readonly Fragment[], region: Gap, narrowest: number): Gap[] {
  const gaps: Gap[] = []
  let { left } = region
  const add = (right: number): void => {
    if (right - left >= narrowest) gaps.push({ left, right })
  }
  for (const fragment of [...row].sort((a, b) => a.left - b.left)) {
    add(fragment.left)
    left = Math.max(left, fragment.right)
  }
  add(region.right)
  return gaps
}

/** What two rows both leave free, as far as it is wide enough. Both lists go from left to right. */
function shared(some: readonly Gap[], others: readonly Gap[], narrowest: number): Gap[] {
  const both: Gap[] = []
  let i = 0
  let j = 0
  while (i < some.length && j < others.length) {
    const a = some[i]
    const b = others[j]
    if (a === undefined || b === undefined) break
    const left = Math.max(a.left, b.left)
    const right = Math.min(a.right, b.right)
    if (right - left >= narrowest) both.push({ left, right })
    if (a.right < b.right) i++
    else j++
  }
  return both
}

/** Whether a gap has prose on both sides. */
function areColumns(rows: readonly Fragment[][], gap: Gap): boolean {
  return sidesOf(rows, gap).every((side) => side.length >= fewest && isProse(side))
}

/** Lines of prose fill their column, and have a few words each. */
function isProse(rows: readonly Fragment[][]): boolean {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const row of rows)
    for (const fragment of row) {
      left = Math.min(left, fragment.left)
      right = Math.max(right, fragment.right)
    }
  const width = right - left
  let full = 0
  let letters = 0
  for (const row of rows) {
    let end = left
    for (const fragment of row) {
      end = Math.max(end, fragment.right)
      letters += fragment.text.length
    }
    if (end - left > 0.75 * width) full++
  }
  return full >= 0.4 * rows.length && letters >= 18 * rows.length
}

function sidesOf(rows: readonly Fragment[][], gap: Gap): [Fragment[][], Fragment[][]] {
  const middle = (gap.left + gap.right) / 2
  const side = (isLeft: boolean): Fragment[][] =>
    rows
      .map((row) => row.filter((fragment) => fragment.left < middle === isLeft))
      .filter((row) => row.length > 0)
  return [side(true), side(false)]
}
