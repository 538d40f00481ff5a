// Which story is laid out, and what the reader is about to make one of.
import { create } from 'zustand'

/** A story as it is being made or changed in its dialog. */
export interface StoryDraft {
  /** Null: a new one. */
  readonly id: string | null
  readonly name: string
  readonly articles: readonly string[]
}

interface StoriesState {
  /** Id of the one that is laid out; null: none. */
  readonly current: string | null
  /** Articles chosen in the library's list. */
  readonly chosen: ReadonlySet<string>
  readonly draft: StoryDraft | null
}

export const useStories = create<StoriesState>()(() => ({
  current: null,
  chosen: new Set<string>(),
  draft: null,
}))
