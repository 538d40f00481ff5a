// The list of articles as the grid draws it, and what it has to be told of what is in view.
import { useCallback, useMemo } from 'react'
import type { ListedRow, RowGroup } from '../../shared/model/rows.ts'
import { followRow, useRowList, wantPlaces } from '../replica/list.ts'
import { useList } from '../state/list.ts'
import { type Heading, type RowSource, rowsOf } from './grid/row-source.ts'
import type { OnCurrent } from './grid/use-current-row.ts'
import { linesOf } from './list-lines.ts'
import { headingId, listSource } from './list-source.ts'
import { groupName } from './list-words.ts'

export interface ArticleList {
  readonly rows: RowSource<ListedRow>
  /** Another, when the list is in another order or of other articles. */
  readonly order: string
  readonly onRangeWanted: (first: number, last: number) => void
  readonly onCurrent: OnCurrent
}

const none = rowsOf<ListedRow>([])

export function useArticleList(): ArticleList {
  const view = useRowList((state) => state.view)
  const folded = useList((state) => state.folded)

  const lines = useMemo(
    () => linesOf(view?.total ?? 0, view?.groups ?? [], ({ key }) => folded.has(headingId(key))),
    [view?.total, view?.groups, folded],
  )
  const rows = useMemo(() => {
    if (!view) return none
    const { group } = view.query
    const headingOf = ({ key, count }: RowGroup): Heading => {
      const id = headingId(key)
      return { id, name: group ? groupName(group, key) : '', count, folded: folded.has(id) }
    }
    return listSource(view, lines, headingOf)
  }, [view, lines, folded])

  const onRangeWanted = useCallback(
    (first: number, last: number) => wantPlaces(lines.placesIn(first, last)),
    [lines],
  )
  const onCurrent = useCallback(
    (id: string | null, line: number) => {
      const place = line < 0 ? null : lines.placeAt(line)
      followRow(id === null || place === null ? null : { id, place })
    },
    [lines],
  )
  const query = view?.query
  const order = useMemo(() => JSON.stringify(query), [query])
  return { rows, order: order ?? '', onRangeWanted, onCurrent }
}
