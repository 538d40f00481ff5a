// What stands beside the panes: which tab of the right side is open, how the fact table is laid out.
// Kept while the window lives.
import { create } from 'zustand'

export type SideTab = 'notes' | 'compare'

interface BesideState {
  readonly tab: SideTab
  /** Pixels. */
  readonly tableHeight: number
  /** Id of the article whose order the fact table follows; null: the one in the focused pane. */
  readonly leading: string | null
}

export const useBeside = create<BesideState>()(() => ({
  tab: 'notes',
  tableHeight: 300,
  leading: null,
}))

export const showTab = (tab: SideTab): void => useBeside.setState({ tab })
