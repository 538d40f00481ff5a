// What undo and redo do when they are called.
import type { historyCalls } from '../../shared/calls/history.ts'
import { ok } from '../../shared/result.ts'
import type { Changing } from './changing.ts'
import type { HandlersOf, OnLibrary } from './handlers.ts'

export type HistoryCalls = Pick<Changing, 'undo' | 'redo' | 'history'>

export const historyHandlers = (on: OnLibrary<HistoryCalls>): HandlersOf<typeof historyCalls> => ({
  'history-get': on(async (library) => ok(library.history())),
  'history-undo': on((library) => library.undo()),
  'history-redo': on((library) => library.redo()),
})
