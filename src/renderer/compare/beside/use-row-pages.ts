// The rows of the fact table that the window has and the grid is given: a part of what there may be, for
// tens of thousands of rows would hold up the window. It follows the sentence in hand.
import { useEffect, useRef, useState } from 'react'
import type { FactRow } from '../../../shared/comparison/fact-row.ts'
import type { RowCounts } from '../../../shared/comparison/sections.ts'
import type { SentenceRef } from '../../../shared/model/comparison.ts'
import { type ReadRows, type RowOrder, readRows } from './read-rows.ts'

/** Rows at first, and how many more when their end comes into view. */
const atOnce = 200
/** Rows before the one in hand, where the rows do not begin at the beginning. */
const before = 40
/** Rows up to which the grid goes on from what it has, to a row that is further down. */
const near = 600

interface Part {
  /** Id of the comparison that the rows are of; of another they are not shown. */
  readonly comparison: string
  /** What they are of, as a key; those of another order are shown until these are there. */
  readonly order: string
  /** Of the comparison. */
  readonly revision: number
  readonly rows: readonly FactRow[]
  /** Place of the first of them among all. */
  readonly from: number
  readonly total: number
  readonly counts: RowCounts
  /** Of the row that holds the sentence in hand, among all; null: none does. */
  readonly place: number | null
}

export interface RowPages {
  readonly rows: readonly FactRow[]
  /** Rows that are left out before those. */
  readonly from: number
  /** Null until they are known. */
  readonly counts: RowCounts | null
  /** Of the row of the sentence in hand among `rows`; -1: it is not there. */
  readonly place: number
  /** Whether the rows are those of the order and the revision asked for. */
  readonly isReady: boolean
  readonly hasMore: boolean
  more(): void
  fromStart(): void
}

/** @param order null while nothing is compared */
export function useRowPages(
  order: RowOrder | null,
  revision: number,
  hand: SentenceRef | null,
): RowPages {
  const [part, setPart] = useState<Part | null>(null)
  const latest = useRef<Part | null>(null)
  const key = order ? JSON.stringify(order) : ''
  const handKey = JSON.stringify(hand)
  const keep = (next: Part): void => {
    const known = latest.current
    const shown = known?.order === next.order ? sameObjects(known, next) : next
    latest.current = shown
    setPart(shown)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys name order and sentence
  useEffect(() => {
    if (!order) return
    let stale = false
    const now = (): Part | null => (latest.current?.order === key ? latest.current : null)
    const load = async (from: number, count: number): Promise<Part | null> => {
      const read = await readRows(order, from, count, hand)
      return read && !stale
        ? partOf(read, { comparison: order.comparison, order: key, revision, from })
        : null
    }
    const follow = async (): Promise<void> => {
      const known = now()
      const isCurrent = known?.revision === revision
      const from = known?.from ?? 0
      const found = await load(from, isCurrent ? 0 : Math.max(atOnce, known?.rows.length ?? 0))
      if (!found) return
      const rows = isCurrent ? (now()?.rows ?? found.rows) : found.rows
      const there = { ...found, rows }
      const wanted = rangeWith(there)
      const next = wanted ? await load(wanted.from, wanted.count) : there
      if (next) keep(next)
    }
    void follow()
    return () => {
      stale = true
    }
  }, [key, revision, handKey])

  const shown = part && part.comparison === order?.comparison ? part : null
  const extend = async (from: number, kept: readonly FactRow[]): Promise<void> => {
    const base = latest.current
    if (!order || !base) return
    const read = await readRows(order, from + kept.length, atOnce, hand)
    // Meanwhile other rows may have been loaded.
    if (!read || latest.current !== base || base.order !== key) return
    const rows = [...kept, ...read.rows]
    const { comparison, order: of, revision: at } = base
    keep({ ...partOf(read, { comparison, order: of, revision: at, from }), rows })
  }
  const rows = shown?.rows ?? noRows
  const from = shown?.from ?? 0
  return {
    rows,
    from,
    counts: shown?.counts ?? null,
    place: shown && isIn(shown) && shown.place !== null ? shown.place - from : -1,
    isReady: shown?.order === key && shown.revision === revision,
    hasMore: shown !== null && from + rows.length < shown.total,
    more: () => void extend(from, rows),
    fromStart: () => void extend(0, noRows),
  }
}

const noRows: readonly FactRow[] = []

const partOf = (
  { rows, total, counts, place }: ReadRows,
  { comparison, order, revision, from }: Pick<Part, 'comparison' | 'order' | 'revision' | 'from'>,
): Part => ({ comparison, order, revision, from, rows, total, counts, place })

const isIn = ({ place, from, rows }: Part): boolean =>
  place !== null && place >= from && place < from + rows.length

/** The rows to have instead, so that the one in hand is among them; null where these are right. */
function rangeWith(part: Part): { readonly from: number; readonly count: number } | null {
  const { place, from, rows } = part
  if (place === null || isIn(part)) return null
  const end = from + rows.length
  return place >= end && place < end + near
    ? { from, count: place + atOnce - from }
    : { from: Math.max(0, place - before), count: atOnce + Math.min(place, before) }
}

/** Rows that did not change stay the same objects, so that the grid does not draw them anew. */
function sameObjects(known: Part, next: Part): Part {
  const byId = new Map(known.rows.map((row) => [row.id, row]))
  const rows = next.rows.map((row) => {
    const old = byId.get(row.id)
    return old && (old === row || JSON.stringify(old) === JSON.stringify(row)) ? old : row
  })
  const isSame =
    rows.length === known.rows.length && rows.every((row, at) => row === known.rows[at])
  return { ...next, rows: isSame ? known.rows : rows }
}
