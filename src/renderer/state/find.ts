// What is being looked for in which pane.
import { create } from 'zustand'

interface FindState {
  /** Key of the pane whose find box is open. */
  readonly pane: string | null
  /** Kept when the box closes, for the next time. */
  readonly query: string
  /** Counts the times the box was asked for, so that it takes the keyboard again. */
  readonly asked: number
  /** How many hits on from the first one in view; negative: back. */
  readonly turn: number
}

export const useFind = create<FindState>()(() => ({ pane: null, query: '', asked: 0, turn: 0 }))

export const openFind = (pane: string, query?: string): void =>
  useFind.setState(({ asked, query: last }) => ({ pane, query: query ?? last, asked: asked + 1 }))

export const closeFind = (): void => useFind.setState({ pane: null })
