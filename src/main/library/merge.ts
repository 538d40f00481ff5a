// Two states of one article's annotations, as when a program that syncs folders brought another
// machine's while this one had its own: nothing that either has made is lost.
import type { Annotation, Tombstone } from '../../shared/model/annotation.ts'
import type { AnnotationData } from '../store/annotation-file.ts'

/**
 * All annotations of both; of one that both have, the later state; none that the other deleted after
 * its last change. The same whichever comes first, but for the article's facts, which are of `mine`.
 */
export function mergeData(theirs: AnnotationData, mine: AnnotationData): AnnotationData {
  const deleted = new Map<string, Tombstone>()
  for (const tombstone of [...theirs.deleted, ...mine.deleted]) {
    const known = deleted.get(tombstone.id)
    if (!known || known.deleted < tombstone.deleted) deleted.set(tombstone.id, tombstone)
  }
  const annotations = new Map<string, Annotation>()
  for (const annotation of [...theirs.annotations, ...mine.annotations]) {
    const known = annotations.get(annotation.id)
    if (known && known.modified > annotation.modified) continue
    annotations.set(annotation.id, annotation)
  }
  for (const [id, annotation] of annotations) {
    const tombstone = deleted.get(id)
    if (!tombstone) continue
    if (tombstone.deleted >= annotation.modified) annotations.delete(id)
    else deleted.delete(id)
  }
  return {
    article: mine.article,
    annotations: [...annotations.values()],
    deleted: [...deleted.values()],
  }
}
