// Stories: articles that the reader put together.
import { z } from 'zod'
import { ShownArrangement } from '../model/settings.ts'
import { Story, StoryArticles, StoryId, StoryName, StorySuggestion } from '../model/story.ts'
import { type CallTable, type EventTable, everywhere } from './call-rule.ts'
import { nothing } from './fields.ts'

export const storiesCalls = {
  /** Makes a story, or changes the name and the articles of one. One step of undo. */
  'story-save': {
    arg: z.strictObject({
      /** Null: a new one. */
      id: StoryId.nullable(),
      name: StoryName,
      articles: StoryArticles,
    }),
    result: Story,
    of: 'library',
    hosts: everywhere,
  },
  /** One step of undo. The articles stay. */
  'story-delete': {
    arg: z.strictObject({ id: StoryId }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Keeps how a story is laid out. Not a step of undo. */
  'story-arrange': {
    arg: z.strictObject({ id: StoryId, arrangement: ShownArrangement }),
    result: nothing,
    of: 'library',
    hosts: everywhere,
  },
  /** Articles that seem to tell the event of these; of none given, groups in the whole library. The best first. */
  'stories-suggest': {
    arg: z.strictObject({ articles: StoryArticles }),
    result: z.array(StorySuggestion),
    of: 'library',
    hosts: everywhere,
  },
} satisfies CallTable

export const storiesEvents = {
  'stories-changed': z.strictObject({ stories: z.array(Story) }),
} satisfies EventTable
