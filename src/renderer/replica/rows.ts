// Rows of articles by id, for whoever shows one: asked of the core in batches when somebody first wants
// them, then kept current by what it tells. Of the others nothing is kept.
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { ArticleSummary } from '../../shared/model/library.ts'
import { limits } from '../../shared/model/limits.ts'
import { ok, type Result } from '../../shared/result.ts'
import { api, stampOf } from '../client/api.ts'
import { isOfShown } from './shown.ts'
import { createTable, type Stamp } from './table.ts'

interface RowsState {
  /** Those that are known; null: there is no such article. */
  readonly byId: ReadonlyMap<string, ArticleSummary | null>
}

export const useRowStore = create<RowsState>()(() => ({ byId: new Map() }))

/** Rows that nobody shows any more and that are kept for a while. */
const mostSpare = 200
/** Milliseconds until rows that could not be had are asked for once more. */
const retryAfter = 1_000

let table = createTable<ArticleSummary | null>()
/** How many show each. */
const holders = new Map<string, number>()
/** Known, and held by nobody; those that were let go first come first. */
const spare = new Set<string>()
/** To be asked for, with those who wait. */
let wanted = new Set<string>()
/** On their way. */
let asked: ReadonlySet<string> = new Set()
let asking: Promise<void> | null = null
/** What could not be had was asked for once more by itself, and nothing was answered since. */
let retried = false

/** An article's row as it is known now; undefined: it is not known, or there is none. */
export const rowOf = (id: string): ArticleSummary | undefined => table.get(id) ?? undefined

/** Begins with a library: what was known of another means nothing. */
export function beginRows(): void {
  table = createTable()
  spare.clear()
  asked = new Set()
  wanted = new Set(holders.keys())
  show()
  void ask()
}

/** Asks again for all that is held: something was told that was not heard. */
export function renewRows(): void {
  for (const id of spare) table.forget(id)
  spare.clear()
  for (const id of holders.keys()) wanted.add(id)
  void ask()
}

/** Keeps rows, and asks for those that are not known. Gives the function that lets them go. */
export function holdRows(ids: readonly string[]): () => void {
  for (const id of ids) {
    holders.set(id, (holders.get(id) ?? 0) + 1)
    spare.delete(id)
  }
  want(ids)
  return () => {
    for (const id of ids) letGo(id)
    if (forgetSpare()) show()
  }
}

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
  const taken = changed.filter(({ id }) => isFollowed(id))
  put([...taken.map(keyed), ...removed.filter(isFollowed).map(gone)], stamp)
  if (more) renewRows()
  // What could not be had before may be had now.
  else if (wanted.size > 0) void ask()
}

/** Keeps the counts of a row true without asking again. */
export function countAnnotations(
  id: string,
  { annotations, notes }: Pick<ArticleSummary, 'annotations' | 'notes'>,
  stamp: Stamp,
): void {
  const row = table.get(id)
  if (row) put([[id, { ...row, annotations, notes }]], stamp)
}

const keyed = (row: ArticleSummary) => [row.id, row] as const
const gone = (id: string) => [id, null] as const

const isFollowed = (id: string): boolean => holders.has(id) || spare.has(id)

function put(rows: readonly (readonly [string, ArticleSummary | null])[], stamp: Stamp): void {
  if (table.change(rows, [], stamp)) show()
}

const show = (): void => useRowStore.setState({ byId: new Map(table.entries()) })

function letGo(id: string): void {
  const left = (holders.get(id) ?? 1) - 1
  if (left > 0) {
    holders.set(id, left)
    return
  }
  holders.delete(id)
  wanted.delete(id)
  if (table.get(id) !== undefined) spare.add(id)
}

/** Gives whether any was forgotten. */
function forgetSpare(): boolean {
  const over = [...spare].slice(0, Math.max(0, spare.size - mostSpare))
  for (const id of over) {
    spare.delete(id)
    table.forget(id)
  }
  return over.length > 0
}

function want(ids: readonly string[]): void {
  for (const id of ids) if (table.get(id) === undefined && !asked.has(id)) wanted.add(id)
  if (wanted.size > 0) void ask()
}

/** Asks for all that is wanted, one call at a time; whoever comes meanwhile is in the next. */
function ask(): Promise<void> {
  asking ??= askAll()
  return asking
}

async function askAll(): Promise<void> {
  // What the same frame wants is one call.
  await Promise.resolve()
  let isRefused = false
  while (wanted.size > 0 && !isRefused) {
    const ids = [...wanted].slice(0, limits.rows)
    for (const id of ids) wanted.delete(id)
    asked = new Set(ids)
    const answer = await api.call('rows-get', { articles: ids })
    // Empty: another library is shown by now, and asked for on its own.
    isRefused = asked.size > 0 && !answer.ok
    if (isRefused) putBack(ids)
    else if (asked.size > 0 && answer.ok && isOfShown(answer.at)) {
      retried = false
      const found = new Map(answer.value.rows.map((row) => [row.id, row]))
      const held = ids.filter(isFollowed)
      put(
        held.map((id) => [id, found.get(id) ?? null] as const),
        stampOf(answer),
      )
    }
    asked = new Set()
  }
  // In the same turn as the last look at what is wanted: what comes after it begins anew.
  asking = null
}

/** They are in the next call: in a moment, once, and after that with whatever is told or wanted next. */
function putBack(ids: readonly string[]): void {
  asked = new Set()
  for (const id of ids) if (holders.has(id)) wanted.add(id)
  if (retried) return
  retried = true
  setTimeout(() => {
    if (wanted.size > 0) void ask()
  }, retryAfter)
}
