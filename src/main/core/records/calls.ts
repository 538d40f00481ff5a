// What the call for the records of a kind does.

import type { recordsCalls } from '../../../shared/calls/records.ts'
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { Result } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../handlers.ts'

export interface RecordsCalls {
  /** Records of a kind that windows show. Fails with `bad-argument` for one that they do not. */
  recordsGet(arg: ParsedArg<'records-get'>): Result<CallResult<'records-get'>>
}

export const recordsHandlers = (on: OnLibrary<RecordsCalls>): HandlersOf<typeof recordsCalls> => ({
  'records-get': on(async (library, arg) => library.recordsGet(arg)),
})
