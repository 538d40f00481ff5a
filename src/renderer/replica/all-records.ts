// All records of a kind that has few, from when somebody first shows them: asked for once, then kept
// current by what the core tells.
import type { CallResult } from '../../shared/calls.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Answer } from '../../shared/stream.ts'
import { stampOf } from '../client/api.ts'
import type { KeptCurrent } from './kept-current.ts'
import { createRetry } from './retry.ts'
import { isOfShown, shownLibrary } from './shown.ts'
import { createTable, type Table } from './table.ts'

/** Whether all records of a kind are known, and why they could not be had when last asked for. */
export interface AllKnown {
  readonly all: boolean
  readonly error: AppError | null
}

export const notYet: AllKnown = { all: false, error: null }

export interface Whole extends KeptCurrent<object> {
  /** The same list as long as nothing is another. */
  records(): readonly object[]
  known(): AllKnown
  /** Somebody shows them: they are asked for. Gives the function that says that nobody does any more. */
  hold(): () => void
}

interface State {
  table: Table<object>
  /** As they were last given out; null: something is another since. */
  given: readonly object[] | null
  known: AllKnown
  /** They were asked for, in this library. */
  isAsked: boolean
  /** How many show them. */
  holders: number
  /** Counts the libraries. */
  library: number
}

/**
 * @param ask gives all records of the kind
 * @param shown called when something else is known
 */
export function createWhole(
  ask: () => Promise<Answer<CallResult<'records-get'>>>,
  shown: () => void,
): Whole {
  const state: State = {
    table: createTable(),
    given: null,
    known: notYet,
    isAsked: false,
    holders: 0,
    library: 0,
  }
  const want = (): void => {
    if (state.holders > 0 && !state.isAsked && shownLibrary() !== null) void askFor()
  }
  const retry = createRetry(want)
  const other = (): void => {
    state.given = null
    shown()
  }
  async function askFor(): Promise<void> {
    const { library } = state
    state.isAsked = true
    const answer = await ask()
    // Another library is shown by now, and asked for on its own.
    if (library !== state.library) return
    if (answer.ok && isOfShown(answer.at)) {
      retry.worked()
      const records = answer.value.records.map(({ key, record }) => [key, record] as const)
      state.table.replace(records, stampOf(answer))
      state.known = { all: true, error: null }
    } else {
      state.isAsked = false
      if (!answer.ok) state.known = { ...state.known, error: answer.error }
      retry.failed()
    }
    other()
  }
  return {
    records: () => (state.given ??= state.table.values()),
    known: () => state.known,
    hold() {
      state.holders++
      want()
      return () => {
        state.holders--
      }
    },
    change(changed, removed, stamp) {
      if (state.table.change(changed, removed, stamp)) other()
    },
    renew() {
      if (state.isAsked || state.holders > 0) void askFor()
    },
    askLacking: want,
    begin() {
      Object.assign(state, { table: createTable(), known: notYet, isAsked: false })
      state.library++
      other()
      want()
    },
  }
}
