// What each call about stories does.
import type { storiesCalls } from '../../../shared/calls/stories.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { Stories } from './stories.ts'
import type { Suggest } from './suggesting.ts'

export interface StoryCalls {
  /** By name. */
  stories: Stories['all']
  saveStory: Stories['save']
  deleteStory: Stories['remove']
  arrangeStory: Stories['arrange']
  /** Articles that seem to tell the event of these; of none given, groups. The best first. */
  suggest: Suggest
}

export const storiesHandlers = (on: OnLibrary<StoryCalls>): HandlersOf<typeof storiesCalls> => ({
  'story-save': on((library, arg) => library.saveStory(arg)),
  'story-delete': on((library, arg) => library.deleteStory(arg)),
  'story-arrange': on((library, arg) => library.arrangeStory(arg)),
  'stories-suggest': on(async (library, { articles }) => ok(await library.suggest(articles))),
})
