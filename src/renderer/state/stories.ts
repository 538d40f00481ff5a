// The stories of the library, and which of them is laid out.
import { create } from 'zustand'
import type { Story } from '../../shared/model/story.ts'

interface StoriesState {
  /** By name. */
  readonly stories: readonly Story[]
  /** Id of the one that is laid out; null: none. */
  readonly current: string | null
}

export const useStories = create<StoriesState>()(() => ({ stories: [], current: null }))
