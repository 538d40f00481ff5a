// What the compared articles are called where there is little room: by their outlets.
import { useMemo } from 'react'
import { nameOf } from '../../replica/library.ts'
import { useRows } from '../../replica/use-rows.ts'
import { useCompare } from '../../state/compare.ts'

export interface ArticleNames {
  /** By index in the comparison. */
  readonly short: readonly string[]
  /** With headline. */
  readonly long: readonly string[]
}

/** Two articles of one outlet are told apart by their headlines, else by their places. */
export function useNames(): ArticleNames {
  const ids = useCompare((state) => state.articles)
  const rows = useRows(ids)
  return useMemo(() => {
    const found = ids.map((id) => rows.get(id))
    const sources = found.map((row) => row?.source ?? null)
    const short = found.map((row, index) => {
      if (!row) return 'Article'
      const source = sources[index]
      const alone = sources.filter((other) => other === source).length === 1
      if (source && alone) return cut(source)
      return cut(source ? `${source}: ${nameOf(row)}` : nameOf(row))
    })
    const told = new Map<string, number>()
    for (const name of short) told.set(name, (told.get(name) ?? 0) + 1)
    const apart = short.map((name, index) =>
      (told.get(name) ?? 0) > 1 ? `${name} (${index + 1})` : name,
    )
    const long = found.map((row) => {
      if (!row) return 'Article'
      return row.source ? `${row.source}: ${nameOf(row)}` : nameOf(row)
    })
    return { short: apart, long }
  }, [ids, rows])
}

/** Characters that a line of the side has room for. */
const room = 34

/** Cut between words, where there are any. */
const cut = (name: string): string =>
  name.length <= room ? name : `${name.slice(0, room).replace(/\s+\S*$/, '')}…`
