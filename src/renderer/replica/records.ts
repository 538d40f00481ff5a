// The records of the kinds that windows show, as the core told them, by kind and key. Of kinds with few
// records the window has all from when it first needs one; of the others those that it shows.
import { useEffect } from 'react'
import { create } from 'zustand'
import type { EventData } from '../../shared/calls.ts'
import type { ShownKind, ShownRecords } from '../../shared/kinds/shown-records.ts'
import { limits } from '../../shared/model/limits.ts'
import { api } from '../client/api.ts'
import { type AllKnown, createWhole, notYet, type Whole } from './all-records.ts'
import { createHeld, type Held } from './held.ts'
import type { Stamp } from './table.ts'

interface RecordsState {
  /** Counts what was told, so that whoever shows records looks again. */
  readonly turn: number
}

const useTurns = create<RecordsState>()(() => ({ turn: 0 }))

const shown = (): void => useTurns.setState(({ turn }) => ({ turn: turn + 1 }))

/** Of each kind those that are shown one by one, and all. */
const some = new Map<string, Held<object>>()
const wholes = new Map<string, Whole>()

function someOf(kind: ShownKind): Held<object> {
  const known = some.get(kind)
  if (known) return known
  const made = createHeld<object>({
    most: limits.ids,
    async ask(keys) {
      const answer = await api.call('records-get', { kind, keys: [...keys] })
      if (!answer.ok) return answer
      return {
        ...answer,
        value: new Map(answer.value.records.map(({ key, record }) => [key, record])),
      }
    },
    shown,
  })
  some.set(kind, made)
  return made
}

function wholeOf(kind: ShownKind): Whole {
  const known = wholes.get(kind)
  if (known) return known
  const made = createWhole(() => api.call('records-get', { kind, keys: null }), shown)
  wholes.set(kind, made)
  return made
}

/** Begins with another library: what is shown is asked for again. */
export function beginRecords(): void {
  for (const each of some.values()) each.begin()
  for (const each of wholes.values()) each.begin()
}

/** Events may have been missed: asks again for all that is held. */
export function askRecordsAgain(): void {
  for (const each of some.values()) each.renew()
  for (const each of wholes.values()) each.renew()
}

export function changeRecords(
  { kind, changed, removed }: EventData<'records-changed'>,
  stamp: Stamp,
): void {
  const records = changed.map(({ key, record }) => [key, record] as const)
  some.get(kind)?.change(records, removed, stamp)
  wholes.get(kind)?.change(records, removed, stamp)
  // What could not be had before may be had now.
  for (const each of some.values()) each.askLacking()
  for (const each of wholes.values()) each.askLacking()
}

/** A record as it is known now; null: there is none; undefined: it is not known. */
const knownOf = <K extends ShownKind>(kind: K, key: string): ShownRecords[K] | null | undefined =>
  some.get(kind)?.get(key) as ShownRecords[K] | null | undefined

/** A record that is shown; undefined where there is none, or none is known yet. */
export const recordOf = <K extends ShownKind>(kind: K, key: string): ShownRecords[K] | undefined =>
  knownOf(kind, key) ?? undefined

/** Keeps records, and asks for those that are not known. Gives the function that lets them go. */
export const holdRecords = (kind: ShownKind, keys: readonly string[]): (() => void) =>
  someOf(kind).hold(keys)

/** One record, held as long as it is shown; null: there is none; undefined: it is not known yet. */
export function useRecord<K extends ShownKind>(
  kind: K,
  key: string,
): ShownRecords[K] | null | undefined {
  useEffect(() => holdRecords(kind, [key]), [kind, key])
  return useTurns(() => knownOf(kind, key))
}

/** All records of a kind that has few. */
export function useRecords<K extends ShownKind>(kind: K): readonly ShownRecords[K][] {
  useEffect(() => wholeOf(kind).hold(), [kind])
  return useTurns(() => wholeOf(kind).records() as readonly ShownRecords[K][])
}

/** Whether `useRecords` gives all that there are. */
export const useAllKnown = (kind: ShownKind): AllKnown =>
  useTurns(() => wholes.get(kind)?.known() ?? notYet)
