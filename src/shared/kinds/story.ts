// The reader's stories. How a story is laid out is a record of its own (`arrangement.ts`).
import { z } from 'zod'
import { KnownFile } from '../model/known-file.ts'
import { StoryId } from '../model/story.ts'
import type { Kind } from './kind.ts'
import { renamedFile } from './known-file.ts'

const time = z.iso.datetime()

export const StoredStory = z.strictObject({
  id: StoryId,
  name: z.string(),
  /** In the reader's order. */
  articles: z.array(KnownFile).readonly(),
  created: time,
  modified: time,
})
export type StoredStory = Readonly<z.infer<typeof StoredStory>>

export const storyKind: Kind<StoredStory> = {
  name: 'story',
  nouns: ['story', 'stories'],
  home: { per: 'library', file: 'stories' },
  list: 'stories',
  schema: StoredStory,
  keyOf: ({ id }) => id,
  fields: ['name', 'articles'],
  exchange: 'own',
  names: ({ articles }) => articles,
  renamed(story, renamed) {
    const articles = story.articles.map((each) => renamedFile(each, renamed))
    const same = articles.every((each, i) => each === story.articles[i])
    return same ? story : { ...story, articles }
  },
}
