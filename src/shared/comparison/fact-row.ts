// A row of the fact table, and the short way in which it travels.
import type { SentenceRef, Tier } from '../model/comparison.ts'
import { keyOf } from './look-up.ts'
import type { RowLine } from './sections.ts'
import type { TableFilter } from './table-filter.ts'

export interface FactCell {
  /** Its passages, in the order of the text; empty where no match was found. */
  readonly passages: readonly SentenceRef[]
  /** How surely they match the rest of the row; null in a cell without passages, or that stands alone. */
  readonly tier: Tier | null
  /** There is a possible match, which is not shown. */
  readonly hidden: boolean
}

export interface FactRow {
  /** The same for the same passages, whatever leads. */
  readonly id: string
  /** One for each article. */
  readonly cells: readonly FactCell[]
  /** How many articles tell it. */
  readonly tellers: number
}

export interface FactRows {
  readonly all: readonly FactRow[]
  /** Told by every article. */
  readonly shared: readonly FactRow[]
  /** Told by the leading article alone, not even possibly by another. */
  readonly only: readonly FactRow[]
  /** Not told by the leading article, not even possibly, but by several others (by the other, of two). */
  readonly missing: readonly FactRow[]
}

/** Whether a row passes a filter of the table. @param leading index of the article that leads */
export function passes(row: FactRow, filter: TableFilter, leading: number): boolean {
  const { cells, tellers } = row
  const own = cells[leading]
  const has = (own?.passages.length ?? 0) > 0
  switch (filter) {
    case 'all':
      return true
    case 'shared':
      return tellers === cells.length
    case 'only':
      return tellers === 1 && has && !cells.some(({ hidden }) => hidden)
    case 'missing':
      return !has && own?.hidden !== true && tellers >= Math.min(2, cells.length - 1)
  }
}

const codes = [null, 'possible', 'sure', 'certain'] as const
const hidden = 4
/** A *possible* match that stands in a row of its own, too. */
const borrowed = 5

/** The numbers of a row: see `RowLine`. */
export function lineOf({ id, cells }: FactRow): RowLine {
  const own = new Set(id.split(','))
  return cells.map((cell) => {
    if (cell.hidden) return [hidden]
    const isOwn = cell.passages.every((passage) => own.has(keyOf(passage)))
    const code = isOwn ? codes.indexOf(cell.tier) : borrowed
    return [code, ...cell.passages.map(({ sentence }) => sentence)]
  })
}

/** The row that `lineOf` was given. */
export function rowOfLine(line: RowLine): FactRow {
  const members: SentenceRef[] = []
  const cells = line.map(([code = 0, ...sentences], article): FactCell => {
    const passages = sentences.map((sentence) => ({ article, sentence }))
    if (code !== borrowed) members.push(...passages)
    const tier: Tier | null = code === borrowed ? 'possible' : (codes[code] ?? null)
    return { passages, tier, hidden: code === hidden }
  })
  return {
    id: members.map(keyOf).join(','),
    cells,
    tellers: cells.filter(({ passages }) => passages.length > 0).length,
  }
}
