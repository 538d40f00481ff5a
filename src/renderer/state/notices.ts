// Which panes' warnings the reader has folded away. They can be had again: nothing of them is forgotten.
import { create } from 'zustand'

interface NoticesState {
  /** Keys of panes. */
  readonly folded: ReadonlySet<string>
}

export const useNotices = create<NoticesState>()(() => ({ folded: new Set() }))

export function foldNotices(pane: string, folded: boolean): void {
  useNotices.setState((state) => {
    const next = new Set(state.folded)
    if (folded) next.add(pane)
    else next.delete(pane)
    return { folded: next }
  })
}

/** The element that holds a pane's warnings. */
export const noticesId = (pane: string): string => `notices-${pane}`
