// The next changes for the index: of some articles at a time, so that a batch is soon written.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IndexChange } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { type ArticleSource, articleChanges } from './article-changes.ts'
import type { Pending } from './pending.ts'
import { copyChange, storyChange } from './record-changes.ts'

/**
 * Articles of a batch, read a few at a time: many where many wait, for what a batch costs besides its
 * articles is a third of what a hundred of them do.
 */
const mostArticles = 300
const readAtOnce = 4

/** Takes what waits. */
export async function nextBatch(
  source: ArticleSource,
  index: Pick<Index, 'told' | 'has' | 'content'>,
  pending: Pending,
  ended: () => boolean,
): Promise<readonly IndexChange[]> {
  const { articles, stories, records } = pending.take(mostArticles)
  const changes = [
    ...stories.map((id) => storyChange(source, id)),
    ...records.map((record) => copyChange(source, record)),
  ]
  for (let at = 0; at < articles.length && !ended(); at += readAtOnce) {
    const few = articles.slice(at, at + readAtOnce)
    const told = await Promise.all(few.map((id) => articleChanges(source, index, pending, id)))
    changes.push(...told.flat())
    await nextTurn()
  }
  return changes
}
