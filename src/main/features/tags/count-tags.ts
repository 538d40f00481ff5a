// The tags of a library.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TagCount } from '../../../shared/calls/tags.ts'
import type { ArticleData } from '../../core/records/article-data.ts'

/** Articles that are gone through before others get their turn: their records may have to be parsed first. */
const atOnce = 100

/** How often each tag is used, by name. */
export async function countTags(
  articles: Iterable<Pick<ArticleData, 'annotations'>>,
): Promise<TagCount[]> {
  const counts = new Map<string, number>()
  let gone = 0
  for (const { annotations } of [...articles]) {
    if (++gone % atOnce === 0) await nextTurn()
    for (const { tags } of annotations)
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
