// The records of the kinds that windows show, as the core told them, by kind and key. Of kinds with few
// records the window has all from when it first needs one; of the others those that it shows.
import { useEffect } from 'react'
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { ShownKind, ShownRecords } from '../../shared/kinds/shown-records.ts'
import { limits } from '../../shared/model/limits.ts'
import { api, stampOf } from '../client/api.ts'
import { isOfShown, shownLibrary } from './shown.ts'
import { createTable, type Stamp, type Table } from './table.ts'

interface RecordsState {
  /** Counts what was told, so that whoever shows records looks again. */
  readonly turn: number
  /** Counts the libraries, and times after calls that failed, so that whoever shows records asks again. */
  readonly begun: number
}

const useTurns = create<RecordsState>()(() => ({ turn: 0, begun: 0 }))

interface Held {
  table: Table<object>
  /** Keys that were asked for; null: all were. */
  asked: Set<string> | null
  /** All records, as they were last given out. */
  all: readonly object[] | null
  known: AllKnown
}

/** Whether all records of a kind are known, and why they could not be had when last asked for. */
interface AllKnown {
  readonly all: boolean
  readonly error: AppError | null
}

const notYet: AllKnown = { all: false, error: null }

const held = new Map<string, Held>()
/** Keys that are asked for together, in a moment. */
const due = new Map<ShownKind, Set<string>>()

/** Milliseconds until records that could not be had are asked for once more. */
const retryAfter = 1_000
/** Some that are shown could not be had, and are not asked for yet. */
let lacking = false
/** They were asked for once more by themselves, and nothing was answered since. */
let retried = false

const of = (kind: string): Held => {
  const known = held.get(kind)
  if (known) return known
  const made: Held = { table: createTable(), asked: new Set(), all: null, known: notYet }
  held.set(kind, made)
  return made
}

const showNow = (kind: Held): void => {
  kind.all = null
  useTurns.setState(({ turn }) => ({ turn: turn + 1 }))
}

/** Begins with another library: what was asked for is asked for again by whoever shows it. */
export function beginRecords(): void {
  held.clear()
  due.clear()
  retried = false
  wantAnew()
}

/** Whoever shows records asks for those that are not asked for. */
function wantAnew(): void {
  lacking = false
  useTurns.setState(({ begun }) => ({ begun: begun + 1 }))
}

/** Events may have been missed: asks again for all that is held. */
export function askRecordsAgain(): void {
  if (lacking) wantAnew()
  const kinds = [...held]
  for (const [kind, { asked }] of kinds) if (isShownKind(kind)) void ask(kind, asked && [...asked])
}

const isShownKind = (kind: string): kind is ShownKind => held.has(kind)

export function changeRecords(
  { kind, changed, removed }: EventData<'records-changed'>,
  stamp: Stamp,
): void {
  const mine = of(kind)
  const records = changed.map(({ key, record }) => [key, record] as const)
  if (mine.table.change(records, removed, stamp)) showNow(mine)
  // What could not be had before may be had now.
  if (lacking) wantAnew()
}

/** What cannot be had now is asked for once more in a moment, then with the next that is told. */
async function ask(kind: ShownKind, keys: readonly string[] | null): Promise<void> {
  const mine = of(kind)
  for (let at = 0; at === 0 || at < (keys?.length ?? 0); at += limits.ids) {
    const some = keys?.slice(at, at + limits.ids) ?? null
    const answer = await api.call('records-get', { kind, keys: some && [...some] })
    // Another library is shown by now, and asked for on its own.
    if (held.get(kind) !== mine) return
    if (!answer.ok || !isOfShown(answer.at)) {
      lack(mine, keys?.slice(at) ?? null)
      if (!answer.ok && some === null && isOfShown(answer.at)) knowAll(kind, answer.error)
      return
    }
    retried = false
    const records = answer.value.records.map(({ key, record }) => [key, record] as const)
    const stamp = stampOf(answer)
    const there = new Set(records.map(([key]) => key))
    const gone = some?.filter((key) => !there.has(key)) ?? []
    const other =
      some === null ? mine.table.replace(records, stamp) : mine.table.change(records, gone, stamp)
    if (other) showNow(mine)
    if (some === null) knowAll(kind, null)
  }
}

function lack(mine: Held, keys: readonly string[] | null): void {
  if (keys === null) mine.asked = new Set()
  for (const key of keys ?? []) mine.asked?.delete(key)
  lacking = true
  if (retried) return
  retried = true
  setTimeout(() => {
    if (lacking) wantAnew()
  }, retryAfter)
}

function knowAll(kind: ShownKind, error: AppError | null): void {
  const mine = of(kind)
  mine.known = { all: mine.known.all || error === null, error }
  showNow(mine)
}

function want(kind: ShownKind, key: string): void {
  const { asked } = of(kind)
  if (!asked || asked.has(key) || shownLibrary() === null) return
  asked.add(key)
  if (due.size === 0)
    queueMicrotask(() => {
      const now = [...due]
      due.clear()
      for (const [each, keys] of now) void ask(each, [...keys])
    })
  due.set(kind, (due.get(kind) ?? new Set()).add(key))
}

function wantAll(kind: ShownKind): void {
  const mine = of(kind)
  if ((mine.asked === null && !mine.known.error) || shownLibrary() === null) return
  mine.asked = null
  mine.known = { ...mine.known, error: null }
  void ask(kind, null)
}

/** A record that is held; undefined where none is, or none is known yet. */
export const recordOf = <K extends ShownKind>(kind: K, key: string): ShownRecords[K] | undefined =>
  held.get(kind)?.table.get(key) as ShownRecords[K] | undefined

/** One record, asked for once it is shown. */
export function useRecord<K extends ShownKind>(kind: K, key: string): ShownRecords[K] | undefined {
  const record = useTurns(() => recordOf(kind, key))
  const begun = useTurns((state) => state.begun)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once in each library
  useEffect(() => want(kind, key), [kind, key, begun])
  return record
}

/** All records of a kind that has few. */
export function useRecords<K extends ShownKind>(kind: K): readonly ShownRecords[K][] {
  const records = useTurns(() => recordsOf(kind))
  const begun = useTurns((state) => state.begun)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once in each library
  useEffect(() => wantAll(kind), [kind, begun])
  return records
}

/** All records of a kind, as far as they were asked for. */
function recordsOf<K extends ShownKind>(kind: K): readonly ShownRecords[K][] {
  const mine = of(kind)
  mine.all ??= mine.table.values()
  return mine.all as readonly ShownRecords[K][]
}

/** Whether `useRecords` gives all that there are. */
export const useAllKnown = (kind: ShownKind): AllKnown =>
  useTurns(() => held.get(kind)?.known ?? notYet)
