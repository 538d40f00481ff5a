// The list of the library as the grid asks for it: what of it is in the window, and what the core says of
// the rest.
import type { ListedRow, RowGroup } from '../../shared/model/rows.ts'
import { articlesBetween, placeNamed, placeOfArticle } from '../replica/list.ts'
import { nearest, pageSize } from '../replica/page-numbers.ts'
import { type RowView, rowInView } from '../replica/paged-rows.ts'
import type { Heading, RowSource } from './grid/row-source.ts'
import type { Lines } from './list-lines.ts'

const headingStart = 'group '

/** The id of the heading of a group: another than that of any article. */
export const headingId = (key: RowGroup['key']): string => headingStart + JSON.stringify(key)

/** @param headingOf what is said of a group over its rows */
export function listSource(
  view: RowView,
  lines: Lines,
  headingOf: (group: RowGroup) => Heading,
): RowSource<ListedRow> {
  const { query } = view
  const rowAt = (line: number): ListedRow | null => {
    const place = lines.placeAt(line)
    return place === null ? null : rowInView(view, place)
  }
  const headingAt = (line: number): Heading | null => {
    const group = lines.groupAt(line)
    return group && headingOf(group)
  }
  let known: Places | null = null
  const places = (): Places => {
    known ??= placesIn(view)
    return known
  }
  /** The first place that is here of a row in its group: what is drawn there has the plain key. */
  const isFirst = (id: string, place: number): boolean => {
    const group = lines.groupOf(place)
    return (
      places()
        .get(id)
        ?.find((other) => lines.groupOf(other) === group) === place
    )
  }
  return {
    total: lines.total,
    rowAt,
    headingAt,
    headingOver(line) {
      const place = lines.placeAt(line)
      const group = place === null ? null : lines.groupOf(place)
      const over = group === null ? undefined : view.groups[group]
      return over ? headingOf(over) : null
    },
    keyAt(line) {
      const row = rowAt(line)
      const place = lines.placeAt(line)
      if (!row || place === null) return headingAt(line)?.id ?? line
      // One article may stand in several groups; and twice, while an older page stands beside a newer.
      const group = lines.groupOf(place)
      const key = group === null ? row.id : `${group} ${row.id}`
      return isFirst(row.id, place) ? key : `${key} ${line}`
    },
    placeOf(id, near = 0) {
      if (id.startsWith(headingStart)) {
        const group = view.groups.find(({ key }) => headingId(key) === id)
        return group ? lines.lineOfGroup(group.key) : null
      }
      return nearest((places().get(id) ?? []).map(lines.lineOf), near)
    },
    async findPlace(id) {
      const place = await placeOfArticle(query, id)
      return place === null ? null : lines.lineOf(place)
    },
    async findNamed(typed, from) {
      const [run] = lines.placesIn(from, lines.total - 1)
      const place = await placeNamed(query, typed, run?.first ?? 0)
      return place === null ? null : lines.lineOf(place)
    },
    async idsBetween(one, other) {
      const runs = lines.placesIn(Math.min(one, other), Math.max(one, other))
      const found = await Promise.all(runs.map((run) => articlesBetween(query, run)))
      return found.flat()
    },
  }
}

type Places = ReadonlyMap<string, readonly number[]>

/** All places of the rows that are here, in order, and that of the row that is followed. */
function placesIn(view: RowView): Places {
  const { pages, followed } = view
  const places = new Map<string, number[]>()
  const add = (id: string, place: number): void => {
    const its = places.get(id)
    if (its) its.push(place)
    else places.set(id, [place])
  }
  for (const number of [...pages.keys()].sort((a, b) => a - b))
    for (const [at, { id }] of (pages.get(number) ?? []).entries()) add(id, number * pageSize + at)
  if (followed && !rowInView(view, followed.place)) add(followed.id, followed.place)
  return places
}
