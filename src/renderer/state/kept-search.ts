// The search that is being given a name.
import { create } from 'zustand'

export interface KeptSearchDraft {
  /** Null: it is not kept yet. */
  readonly id: string | null
  readonly name: string
  readonly query: string
}

interface KeptSearchState {
  readonly draft: KeptSearchDraft | null
}

export const useKeptSearchDraft = create<KeptSearchState>()(() => ({ draft: null }))
