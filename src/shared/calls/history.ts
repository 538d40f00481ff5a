// What can be undone and done again.
import { z } from 'zod'
import { type CallTable, type EventTable, everywhere } from './call-rule.ts'
import { nothing } from './fields.ts'

export const HistoryState = z.strictObject({
  /** What would be undone and done again, in words; null: nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type HistoryState = Readonly<z.infer<typeof HistoryState>>

/** The same after a step was taken back or done again. */
export const HistoryTurn = HistoryState.extend({
  /** What the reader is to know besides: where a file lies now. */
  said: z.string().nullable(),
})
export type HistoryTurn = Readonly<z.infer<typeof HistoryTurn>>

export const historyCalls = {
  /** What can be undone and done again now. */
  'history-get': { arg: nothing, result: HistoryState, of: 'library', hosts: everywhere },
  /** What it did is told by events. Gives what can be undone and done again then. */
  'history-undo': { arg: nothing, result: HistoryTurn, of: 'library', hosts: everywhere },
  'history-redo': { arg: nothing, result: HistoryTurn, of: 'library', hosts: everywhere },
} satisfies CallTable

export const historyEvents = {
  'history-changed': HistoryState,
} satisfies EventTable
