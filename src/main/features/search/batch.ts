// The next changes for the index: of some articles at a time, so that a batch is soon written, and what
// it holds of texts stays small.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IndexChange } from '../../index/facts.ts'
import type { Index } from '../../index/open-index.ts'
import { type ArticleSource, articleChanges } from './article-changes.ts'
import type { Pending } from './pending.ts'
import { copyChange, storyChange } from './record-changes.ts'

/** Articles of a batch, read a few at a time; and UTF-16 code units of their texts. */
const mostArticles = 100
const readAtOnce = 4
const mostUnits = 4_000_000

/** Takes what waits. What it does not come to waits again. */
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
  let units = 0
  for (let at = 0; at < articles.length && !ended(); at += readAtOnce) {
    if (units > mostUnits) {
      pending.articles(articles.slice(at))
      break
    }
    const few = articles.slice(at, at + readAtOnce)
    const told = await Promise.all(few.map((id) => articleChanges(source, index, pending, id)))
    changes.push(...told.flat())
    units += unitsIn(told.flat())
    await nextTurn()
  }
  return changes
}

const unitsIn = (changes: readonly IndexChange[]): number =>
  changes.reduce(
    (sum, change) => sum + (change.kind === 'content' ? change.content.text.length : 0),
    0,
  )
