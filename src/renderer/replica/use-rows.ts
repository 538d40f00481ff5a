// Rows of articles for what shows them: held, and kept current, as long as they are shown.
import { useEffect, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { holdRows, useRowStore } from './rows.ts'

/** Undefined while it is not known, and where there is no such article. */
export function useRow(id: string | null): ArticleSummary | undefined {
  useEffect(() => (id === null ? undefined : holdRows([id])), [id])
  return useRowStore(({ byId }) => (id === null ? undefined : (byId.get(id) ?? undefined)))
}

/** Those that are known, in the order of the ids; null: there is no such article. */
export function useRows(ids: readonly string[]): ReadonlyMap<string, ArticleSummary | null> {
  const key = ids.join(' ')
  useEffect(() => holdRows(split(key)), [key])
  const rows = useRowStore(useShallow(({ byId }) => split(key).map((id) => byId.get(id))))
  return useMemo(() => {
    const known = new Map<string, ArticleSummary | null>()
    for (const [at, id] of split(key).entries()) {
      const row = rows[at]
      if (row !== undefined) known.set(id, row)
    }
    return known
  }, [key, rows])
}

const split = (key: string): readonly string[] => (key === '' ? [] : key.split(' '))
