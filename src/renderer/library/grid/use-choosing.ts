// Which rows are chosen: one by one, or from one to another. Shift goes from where choosing began, and
// takes back what Shift had chosen before.
import { useRef } from 'react'
import type { Identified, RowSource } from './row-source.ts'

export interface Choosing {
  toggle(index: number): void
  /** From where choosing began to here. */
  extend(index: number): void
  all(): void
  none(): void
}

interface Begun {
  readonly id: string
  readonly index: number
  /** What was chosen apart from what Shift adds. */
  readonly before: ReadonlySet<string>
}

/** @param current the row from which Shift begins where nothing was begun */
export function useChoosing<Row extends Identified>(
  rows: RowSource<Row>,
  chosen: ReadonlySet<string>,
  current: number,
  onChoose: (ids: ReadonlySet<string>) => void,
): Choosing {
  const begun = useRef<Begun | null>(null)
  const asked = useRef(0)

  /** The ids may come late: only the last that was asked for counts. */
  async function choose(one: number, other: number, before: ReadonlySet<string>): Promise<void> {
    const turn = ++asked.current
    const ids = await rows.idsBetween(one, other)
    if (turn === asked.current) onChoose(new Set([...before, ...ids]))
  }

  const begin = (index: number, before: ReadonlySet<string>): void => {
    const row = rows.rowAt(index)
    if (row) begun.current = { id: row.id, index, before }
  }

  return {
    toggle(index) {
      const row = rows.rowAt(index)
      if (!row) return
      asked.current++
      const next = new Set(chosen)
      if (!next.delete(row.id)) next.add(row.id)
      begin(index, next)
      onChoose(next)
    },
    extend(index) {
      if (begun.current === null) begin(current, chosen)
      const from = begun.current
      if (from) void choose(rows.placeOf(from.id) ?? from.index, index, from.before)
    },
    all: () => void choose(0, rows.total - 1, new Set()),
    none() {
      asked.current++
      begun.current = null
      onChoose(new Set())
    },
  }
}
