// The tags of a library.
import type { TagCount } from '../../../shared/calls/tags.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'

/** How often each tag is used, by name. */
export function countTags(annotations: readonly Annotation[]): TagCount[] {
  const counts = new Map<string, number>()
  for (const { tags } of annotations)
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
