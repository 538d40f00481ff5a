// The stories of the library as the core told them.
import { create } from 'zustand'
import type { Story } from '../../shared/model/story.ts'
import { createTable, type Stamp } from './table.ts'

interface StoryListState {
  /** By name. */
  readonly stories: readonly Story[]
}

export const useStoryList = create<StoryListState>()(() => ({ stories: [] }))

let table = createTable<Story>()

/** Begins with another library. */
export function beginStories(): void {
  table = createTable()
  show()
}

/** All stories. */
export function takeStories(stories: readonly Story[], stamp: Stamp): void {
  if (table.replace(stories.map(keyed), stamp)) show()
}

/** One that was made or changed. */
export function takeStory(story: Story, stamp: Stamp): void {
  if (table.change([keyed(story)], [], stamp)) show()
}

const keyed = (story: Story): readonly [string, Story] => [story.id, story]

const byName = (a: Story, b: Story): number =>
  a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)

const show = (): void => useStoryList.setState({ stories: [...table.values()].sort(byName) })

export const storyOf = (id: string | null): Story | undefined =>
  id === null ? undefined : table.get(id)
