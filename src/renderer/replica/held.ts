// Records by key, for whoever shows some: asked of the core in batches when somebody first wants them,
// then kept current by what it tells. Of those that nobody shows any more a few stay for a while; of the
// others nothing is kept.
import type { Answer } from '../../shared/stream.ts'
import { stampOf } from '../client/api.ts'
import type { KeptCurrent } from './kept-current.ts'
import { createRetry, type Retry } from './retry.ts'
import { isOfShown } from './shown.ts'
import { createTable, type Table } from './table.ts'

export interface HeldDeps<T> {
  /** Keys that one call may name. */
  readonly most: number
  /** Gives those that there are, by key. */
  ask(keys: readonly string[]): Promise<Answer<ReadonlyMap<string, T>>>
  /** Called when something else is known. */
  shown(): void
}

export interface Held<T> extends KeptCurrent<T> {
  /** Null: there is none; undefined: it is not known. */
  get(key: string): T | null | undefined
  /** All that is known. */
  entries(): readonly (readonly [key: string, record: T | null])[]
  /** Keeps records, and asks for those that are not known. Gives the function that lets them go. */
  hold(keys: readonly string[]): () => void
}

/** Records that nobody shows any more and that are kept for a while. */
const mostSpare = 200

interface State<T> {
  table: Table<T | null>
  /** How many show each. */
  readonly holders: Map<string, number>
  /** Known, and held by nobody; those that were let go first come first. */
  readonly spare: Set<string>
  /** To be asked for. */
  readonly wanted: Set<string>
  /** On their way, and held ever since: of others something may have been told that nobody heard. */
  readonly asked: Set<string>
  /** Counts the libraries. */
  library: number
  isAsking: boolean
}

export function createHeld<T>(deps: HeldDeps<T>): Held<T> {
  const state: State<T> = {
    table: createTable(),
    holders: new Map(),
    spare: new Set(),
    wanted: new Set(),
    asked: new Set(),
    library: 0,
    isAsking: false,
  }
  const { holders, spare, wanted, asked } = state
  const go = (): void => {
    if (wanted.size > 0) void askAll(deps, state, retry)
  }
  const retry = createRetry(go)
  const isKept = (key: string): boolean => holders.has(key) || spare.has(key)
  return {
    get: (key) => state.table.get(key),
    entries: () => state.table.entries(),
    hold(keys) {
      for (const key of keys) take(state, key)
      go()
      return () => {
        for (const key of keys) letGo(state, key)
        if (forgetSpare(state)) deps.shown()
      }
    },
    change(changed, removed, stamp) {
      const now: (readonly [string, T | null])[] = []
      for (const [key, record] of changed) if (isKept(key)) now.push([key, record])
      for (const key of removed) if (isKept(key)) now.push([key, null])
      if (state.table.change(now, [], stamp)) deps.shown()
    },
    renew() {
      for (const key of spare) state.table.forget(key)
      spare.clear()
      for (const key of holders.keys()) wanted.add(key)
      go()
    },
    askLacking: go,
    begin() {
      state.library++
      state.table = createTable()
      state.isAsking = false
      spare.clear()
      asked.clear()
      for (const key of holders.keys()) wanted.add(key)
      deps.shown()
      go()
    },
  }
}

function take<T>({ table, holders, spare, wanted, asked }: State<T>, key: string): void {
  holders.set(key, (holders.get(key) ?? 0) + 1)
  spare.delete(key)
  if (table.get(key) === undefined && !asked.has(key)) wanted.add(key)
}

function letGo<T>({ table, holders, spare, wanted, asked }: State<T>, key: string): void {
  const left = (holders.get(key) ?? 1) - 1
  if (left > 0) {
    holders.set(key, left)
    return
  }
  holders.delete(key)
  wanted.delete(key)
  if (table.get(key) !== undefined) spare.add(key)
  else asked.delete(key)
}

/** Gives whether any was forgotten. */
function forgetSpare<T>({ table, spare }: State<T>): boolean {
  const over = [...spare].slice(0, Math.max(0, spare.size - mostSpare))
  for (const key of over) {
    spare.delete(key)
    table.forget(key)
  }
  return over.length > 0
}

/** Asks for all that is wanted, one call at a time; whoever comes meanwhile is in the next. */
async function askAll<T>(deps: HeldDeps<T>, state: State<T>, retry: Retry): Promise<void> {
  if (state.isAsking) return
  state.isAsking = true
  const { library } = state
  const isOver = (): boolean => library !== state.library
  // What the same frame wants is one call.
  await Promise.resolve()
  while (!isOver() && state.wanted.size > 0 && (await askSome(deps, state))) retry.worked()
  if (isOver()) return
  // In the same turn as the last look at what is wanted: what comes after it begins anew.
  state.isAsking = false
  if (state.wanted.size > 0) retry.failed()
}

/** Gives whether there was an answer. What could not be had is wanted again. */
async function askSome<T>(deps: HeldDeps<T>, state: State<T>): Promise<boolean> {
  const { wanted, asked, holders, library } = state
  const keys = [...wanted].slice(0, deps.most)
  for (const key of keys) {
    wanted.delete(key)
    asked.add(key)
  }
  const answer = await deps.ask(keys)
  // Another library is shown by now, and asked for on its own.
  if (library !== state.library) return true
  const still = keys.filter((key) => asked.delete(key))
  if (!answer.ok || !isOfShown(answer.at)) {
    for (const key of still) if (holders.has(key)) wanted.add(key)
    return false
  }
  const { value } = answer
  const known = still.map((key) => [key, value.get(key) ?? null] as const)
  if (state.table.change(known, [], stampOf(answer))) deps.shown()
  return true
}
