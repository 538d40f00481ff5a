// What would be undone and done again, as the core told it: the history is the core's.
import { create } from 'zustand'
import type { HistoryState } from '../../shared/calls/history.ts'
import { createRegister, type Stamp } from './table.ts'

const nothing: HistoryState = { undo: null, redo: null }

export interface KnownHistory extends HistoryState {
  /** Of the core, when it came to be so. */
  readonly revision: number
}

export const useHistory = create<KnownHistory>()(() => ({ ...nothing, revision: 0 }))

let register = createRegister(nothing)

/** Begins with another library. */
export function beginHistory(): void {
  register = createRegister(nothing)
  useHistory.setState({ ...nothing, revision: 0 })
}

export function takeHistory(history: HistoryState, stamp: Stamp): void {
  if (register.take(history, stamp)) useHistory.setState({ ...history, revision: stamp.revision })
}
