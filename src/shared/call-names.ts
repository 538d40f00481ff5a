// The names of the calls and events, for whoever has to know these and nothing else of the table. In the
// place of this file the build gives the preload, which is sandboxed, those for its window as plain lists.
import { calls, events } from './calls.ts'

export type CallName = keyof typeof calls
export const callNames = namesIn(calls)

export type EventName = keyof typeof events
export const eventNames = namesIn(events)

function namesIn<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[]
}
