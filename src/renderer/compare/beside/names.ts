// What the compared articles are called in the side and in the table.
import { useMemo } from 'react'
import { longName, namesBeside } from '../../replica/article-names.ts'
import { useRows } from '../../replica/use-rows.ts'
import { useCompare } from '../../state/compare.ts'

export interface ArticleNames {
  /** By index in the comparison. */
  readonly short: readonly string[]
  /** With headline. */
  readonly long: readonly string[]
}

/** Characters that a line of the side has room for. */
const room = 34

export function useNames(): ArticleNames {
  const ids = useCompare((state) => state.articles)
  const rows = useRows(ids)
  return useMemo(() => {
    const found = ids.map((id) => rows.get(id))
    return {
      short: namesBeside(found, 'Article', room),
      long: found.map((row) => (row && longName(row)) ?? 'Article'),
    }
  }, [ids, rows])
}
