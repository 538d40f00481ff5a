// The stories of the library, which of them is laid out, and what the reader is about to make one of.
import { create } from 'zustand'
import type { Story } from '../../shared/model/story.ts'

/** A story as it is being made or changed in its dialog. */
export interface StoryDraft {
  /** Null: a new one. */
  readonly id: string | null
  readonly name: string
  readonly articles: readonly string[]
}

interface StoriesState {
  /** By name. */
  readonly stories: readonly Story[]
  /** Id of the one that is laid out; null: none. */
  readonly current: string | null
  /** Articles chosen in the library's list. */
  readonly chosen: ReadonlySet<string>
  readonly draft: StoryDraft | null
}

export const useStories = create<StoriesState>()(() => ({
  stories: [],
  current: null,
  chosen: new Set<string>(),
  draft: null,
}))

/** Takes in the stories as the core has them; one that is gone is laid out no more. */
export const showStories = (stories: readonly Story[]): void =>
  useStories.setState(({ current }) => ({
    stories,
    current: stories.some(({ id }) => id === current) ? current : null,
  }))

export const currentStory = (): Story | undefined => {
  const { stories, current } = useStories.getState()
  return stories.find(({ id }) => id === current)
}
