// A story: articles about one event, in an order of the reader's choice, and how they were last laid
// out side by side.
import { z } from 'zod'
import { ArticleId } from './library.ts'
import { limits } from './limits.ts'
import { Arrangement } from './settings.ts'

export const StoryId = z.uuid()

/** A story's name as one may give it. */
export const StoryName = z.string().trim().min(1).max(limits.storyNameLength)

/** A story's articles as one may choose them. */
export const StoryArticles = z.array(ArticleId).max(limits.storyArticles)

/** As it is kept. */
export const Story = z.strictObject({
  id: StoryId,
  name: z.string(),
  /** In the reader's order; each once. An article that is gone stays until the reader takes it out. */
  articles: z.array(ArticleId),
  /** Null: never laid out; then the first ones are shown. */
  arrangement: Arrangement.nullable(),
  /** When it was made and last changed, ISO 8601. */
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Story = Readonly<z.infer<typeof Story>>

/** Articles of the library that seem to tell one event. */
export const StorySuggestion = z.strictObject({
  /** The articles that were asked about come first. */
  articles: z.array(ArticleId).min(2),
  /** From 0 to 1, of the weakest that is among them. */
  score: z.number(),
  /** Words and names that they share and few others have, the most telling first. */
  because: z.array(z.string()),
})
export type StorySuggestion = Readonly<z.infer<typeof StorySuggestion>>
