// Tables: rows are blocks and their cells are drawn beside each other; what separates cells in the
// text (` | `) stays in the text and is not seen. `div`s with roles, for a row is one block.
import type { Block } from '../../shared/model/article.ts'
import { blockContent } from '../../shared/text/blocks.ts'
import { directionOf } from '../../shared/text/direction.ts'
import { fillInline } from './fill-inline.ts'
import type { ShownSpan } from './footnotes.ts'

/** A table that goes on for longer is drawn as several, so that no chunk is too large to lay out fast. */
const rowsMost = 300
/** Characters: columns of a table in several pieces are as wide as their widest cell, within these. */
const narrowest = 5
const widest = 32

/** Characters: what is as short stays on one line. */
const shortMost = 16
const longestFigure = 24

/** A table, or a piece of a long one. */
export interface TablePart {
  readonly id: number
  /** Of the article's tables, from 1. */
  readonly number: number
  readonly piece: number
  readonly pieces: number
  /** In characters, the same in every piece; null: as the browser finds best. */
  readonly columns: readonly number[] | null
  /** Which columns hold figures: those are read down a column, by their last digits. */
  readonly figures: readonly boolean[]
  /** In which order columns stand: as the first of its letters is written. */
  readonly dir: 'ltr' | 'rtl'
}

/** Which table every row belongs to, by the index of its block. Rows follow each other but for blank blocks. */
export function tableParts(text: string, blocks: readonly Block[]): ReadonlyMap<number, TablePart> {
  const parts = new Map<number, TablePart>()
  let rows: number[] = []
  let number = 0
  let id = 0
  const endTable = (): void => {
    if (rows.length === 0) return
    number++
    const pieces = Math.ceil(rows.length / rowsMost)
    const columns = pieces > 1 ? columnWidths(blocks, rows) : null
    const figures = figureColumns(text, blocks, rows)
    const dir = directionOfRows(text, blocks, rows)
    for (let piece = 0; piece < pieces; piece++) {
      const part = { id: id++, number, piece, pieces, columns, figures, dir }
      for (const row of rows.slice(piece * rowsMost, (piece + 1) * rowsMost)) parts.set(row, part)
    }
    rows = []
  }
  blocks.forEach((block, index) => {
    const { start, end } = blockContent(text, block)
    if (start === end) return
    const last = blocks[rows.at(-1) ?? -1]
    const goesOn = last?.table === block.table && last?.furniture === block.furniture
    if (block.kind !== 'table-row' || !goesOn) endTable()
    if (block.kind === 'table-row') rows.push(index)
  })
  endTable()
  return parts
}

function columnWidths(blocks: readonly Block[], rows: readonly number[]): readonly number[] {
  const widths: number[] = []
  for (const row of rows)
    blocks[row]?.cells?.forEach(({ start, end }, column) => {
      const width = Math.min(widest, Math.max(narrowest, end - start + 2))
      widths[column] = Math.max(widths[column] ?? narrowest, width)
    })
  return widths
}

/** `dir="auto"` does not look into cells, which have directions of their own. */
function directionOfRows(
  text: string,
  blocks: readonly Block[],
  rows: readonly number[],
): 'ltr' | 'rtl' {
  for (const row of rows) {
    const { start = 0, end = 0 } = blocks[row] ?? {}
    const direction = directionOf(text.slice(start, end))
    if (direction !== null) return direction
  }
  return 'ltr'
}

/** Columns of which most cells that say something are figures. The row that heads them is not asked. */
function figureColumns(
  text: string,
  blocks: readonly Block[],
  rows: readonly number[],
): readonly boolean[] {
  const balance: number[] = []
  for (const row of rows) {
    const { cells = [], header } = blocks[row] ?? {}
    if (header) continue
    cells.forEach(({ start, end }, column) => {
      const cell = text.slice(start, Math.min(end, start + longestFigure + 1))
      if (cell !== '') balance[column] = (balance[column] ?? 0) + (isFigure(cell) ? 1 : -2)
    })
  }
  return balance.map((sum) => sum > 0)
}

/** A table's box, which scrolls sideways where the table is wider, and the table that rows go into. */
export function openTable(
  document: Document,
  { number, piece, pieces, columns, dir }: TablePart,
): { readonly outer: HTMLElement; readonly inner: HTMLElement } {
  const outer = document.createElement('div')
  outer.className = 'table-box'
  outer.dataset.table = String(number)
  outer.dir = dir
  const inner = document.createElement('div')
  inner.className = 'table'
  inner.setAttribute('role', 'table')
  const name = pieces > 1 ? `Table ${number}, part ${piece + 1} of ${pieces}` : `Table ${number}`
  inner.setAttribute('aria-label', name)
  if (piece > 0) inner.dataset.continued = ''
  if (columns) {
    inner.classList.add('fixed')
    inner.style.width = `${columns.reduce((sum, width) => sum + width, 0)}ch`
  }
  outer.append(inner)
  return { outer, inner }
}

/**
 * Fills a row's element: a cell each, what stands between them hidden. Cells that overlap or reach
 * out of the row are cut to what is left of it. Gives the first cell; null where the row has none.
 * @param setsWidths the row is the first of its piece
 */
export function fillRow(
  element: HTMLElement,
  text: string,
  block: Block,
  start: number,
  end: number,
  spans: readonly ShownSpan[],
  part: TablePart,
  setsWidths: boolean,
): HTMLElement | null {
  const document = element.ownerDocument
  element.classList.add('row')
  element.setAttribute('role', 'row')
  if (block.header) element.dataset.header = ''
  let at = start
  let first: HTMLElement | null = null
  const hide = (upTo: number): void => {
    if (upTo <= at) return
    const hidden = document.createElement('span')
    hidden.className = 'cell-separator'
    hidden.append(text.slice(at, upTo))
    element.append(hidden)
    at = upTo
  }
  for (const [column, cell] of (block.cells ?? [{ start, end }]).entries()) {
    const from = Math.min(end, Math.max(at, cell.start))
    const to = Math.min(end, Math.max(from, cell.end))
    hide(from)
    const box = document.createElement('div')
    box.className = 'cell'
    box.dir = 'auto'
    box.setAttribute('role', block.header ? 'columnheader' : 'cell')
    if (part.figures[column]) box.dataset.figure = ''
    if (to - from <= shortMost) box.dataset.short = ''
    const width = setsWidths ? part.columns?.[column] : undefined
    if (width !== undefined) box.style.width = `${width}ch`
    fillInline(box, text, from, to, spans)
    element.append(box)
    first ??= box
    at = to
  }
  hide(end)
  return first
}

/** A number with what stands around numbers. */
const isFigure = (cell: string): boolean =>
  cell.length <= longestFigure &&
  /^[^\p{L}\d]{0,4}\d[\d\s.,:'’\u00a0\u202f]*(?:[^\p{L}\d]{0,3}|\p{Lu}{3})$/u.test(cell)
