// What the call about how far the reader is does.
import type { readingStateCalls } from '../../../shared/calls/reading-state.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { ReadingStates } from './reading-state.ts'

export interface ReadingStateCalls {
  setReading: ReadingStates['set']
}

export const readingStateHandlers = (
  on: OnLibrary<ReadingStateCalls>,
): HandlersOf<typeof readingStateCalls> => ({
  'reading-set': on((library, arg) => library.setReading(arg)),
})
