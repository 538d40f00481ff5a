// How many there are in the library, as its index said last; asked for again when the list may be another.
import { create } from 'zustand'
import type { ListCounts } from '../../shared/model/rows.ts'
import { api, stampOf } from '../client/api.ts'
import { isOfShown } from './shown.ts'
import { createRegister } from './table.ts'

interface CountsState {
  /** Null while nothing is known. */
  readonly counts: ListCounts | null
}

export const useCounts = create<CountsState>()(() => ({ counts: null }))

let register = createRegister<ListCounts | null>(null)
let asking = false
let isDue = false

/** Begins with another library. */
export function beginCounts(): void {
  register = createRegister<ListCounts | null>(null)
  useCounts.setState({ counts: null })
  void askCounts()
}

/** Asks for them; once more afterwards if they may be others by then. */
export async function askCounts(): Promise<void> {
  isDue = true
  if (asking) return
  asking = true
  while (isDue) {
    isDue = false
    const answer = await api.call('rows-counts', {})
    if (answer.ok && isOfShown(answer.at) && register.take(answer.value, stampOf(answer)))
      useCounts.setState({ counts: answer.value })
  }
  asking = false
}

/** Whether there is nothing in the library, for certain. */
export const isEmpty = ({ counts }: CountsState): boolean =>
  counts !== null && counts.articles === 0 && !counts.settling && counts.unread === 0
