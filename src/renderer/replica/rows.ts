// Rows of articles by id, for whoever shows one.
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { limits } from '../../shared/model/limits.ts'
import { ok, type Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { createHeld } from './held.ts'
import type { Stamp } from './table.ts'

interface RowsState {
  /** Those that are known; null: there is no such article. */
  readonly byId: ReadonlyMap<string, ArticleSummary | null>
}

export const useRowStore = create<RowsState>()(() => ({ byId: new Map() }))

const held = createHeld<ArticleSummary>({
  most: limits.rows,
  async ask(articles) {
    const answer = await api.call('rows-get', { articles: [...articles] })
    return answer.ok ? { ...answer, value: byId(answer.value.rows) } : answer
  },
  shown: () => useRowStore.setState({ byId: new Map(held.entries()) }),
})

const byId = (rows: readonly ArticleSummary[]): ReadonlyMap<string, ArticleSummary> =>
  new Map(rows.map((row) => [row.id, row]))

/** An article's row as it is known now; undefined: it is not known, or there is none. */
export const rowOf = (id: string): ArticleSummary | undefined => held.get(id) ?? undefined

/** Begins with a library: what was known of another means nothing. */
export const beginRows = (): void => held.begin()

/** Asks again for all that is held: something was told that was not heard. */
export const renewRows = (): void => held.renew()

/** Keeps rows, and asks for those that are not known. Gives the function that lets them go. */
export const holdRows = (ids: readonly string[]): (() => void) => held.hold(ids)

/** Which of these articles there are, as the core has them now, for an action. Fails as the call does. */
export async function fetchRows(
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, ArticleSummary>>> {
  const found = new Map<string, ArticleSummary>()
  for (let at = 0; at < ids.length; at += limits.rows) {
    const answer = await api.call('rows-get', { articles: ids.slice(at, at + limits.rows) })
    if (!answer.ok) return answer
    for (const row of answer.value.rows) found.set(row.id, row)
  }
  return ok(found)
}

/** Takes in what is told of rows that are wanted; of the others nothing. */
export function changeRows(
  { changed, removed, more }: Pick<EventData<'library-changed'>, 'changed' | 'removed' | 'more'>,
  stamp: Stamp,
): void {
  held.change(
    changed.map((row) => [row.id, row] as const),
    removed,
    stamp,
  )
  if (more) held.renew()
  else held.askLacking()
}

/** Keeps the counts of a row true without asking again. */
export function countAnnotations(
  id: string,
  { annotations, notes }: Pick<ArticleSummary, 'annotations' | 'notes'>,
  stamp: Stamp,
): void {
  const row = held.get(id)
  if (row) held.change([[id, { ...row, annotations, notes }]], [], stamp)
}
