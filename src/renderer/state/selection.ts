// What is selected in which pane.
import { create } from 'zustand'

export interface PaneSelection {
  readonly pane: string
  readonly article: string
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
}

interface SelectionState {
  readonly selected: PaneSelection | null
}

export const useSelection = create<SelectionState>()(() => ({ selected: null }))

/** Null only clears what the same pane had set. */
export function setSelection(pane: string, selected: PaneSelection | null): void {
  const now = useSelection.getState().selected
  if (selected !== null || now?.pane === pane) useSelection.setState({ selected })
}
