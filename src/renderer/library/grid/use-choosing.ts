// Which rows are chosen: one by one, or from one to another. Shift goes from where choosing began, and
// takes back what Shift had chosen before.
import { useEffect, useRef } from 'react'
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
  /** What was chosen here last: whatever else is chosen was chosen elsewhere. */
  const given = useRef(chosen)

  useEffect(() => {
    if (chosen === given.current) return
    given.current = chosen
    if (chosen.size > 0) return
    // Let go of elsewhere: nothing that was begun goes on, nor is what comes late chosen.
    begun.current = null
    asked.current++
  }, [chosen])

  const give = (ids: ReadonlySet<string>): void => {
    given.current = ids
    onChoose(ids)
  }

  /** What is asked for may come late: only the last counts. */
  async function choose(
    ask: () => Promise<readonly string[] | null>,
    before: ReadonlySet<string>,
  ): Promise<void> {
    const turn = ++asked.current
    const ids = await ask()
    if (turn !== asked.current) return
    if (ids) give(new Set([...before, ...ids]))
    else begun.current = null
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
      give(next)
    },
    extend(index) {
      if (begun.current === null) begin(current, chosen)
      const from = begun.current
      if (from) void choose(() => idsFrom(rows, from, index), from.before)
    },
    all: () => void choose(() => rows.idsBetween(0, rows.total - 1), new Set()),
    none() {
      asked.current++
      begun.current = null
      give(new Set())
    },
  }
}

/** The ids from where choosing began, which may be far from what is here, to an index; null: it is gone. */
async function idsFrom<Row extends Identified>(
  rows: RowSource<Row>,
  { id, index }: Begun,
  to: number,
): Promise<readonly string[] | null> {
  if (rows.rowAt(index)?.id === id) return rows.idsBetween(index, to)
  const place = rows.placeOf(id, index) ?? (await rows.findPlace?.(id)) ?? null
  return place === null ? null : rows.idsBetween(place, to)
}
