// Two states of one article's annotations, as when a program that syncs folders brought another
// machine's while this one had its own: nothing that either has made is lost.
import type { Annotation, Tombstone } from '../../shared/model/annotation.ts'
import { type Correction, correctionKey } from '../../shared/model/correction.ts'
import type { AnnotationData } from '../store/annotation-file.ts'

/**
 * All annotations of both; of one that both have, the later state; none that the other deleted after
 * its last change; of every correction the later word. The same whichever comes first, but for the
 * article's facts, which are of `mine`.
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
    corrections: mergeCorrections(theirs.corrections, mine.corrections),
  }
}

function mergeCorrections(
  theirs: readonly Correction[],
  mine: readonly Correction[],
): readonly Correction[] {
  const merged = new Map<string, Correction>()
  for (const correction of [...theirs, ...mine]) {
    const key = correctionKey(correction)
    const known = merged.get(key)
    if (!known || isLater(correction, known)) merged.set(key, correction)
  }
  return [...merged.values()]
}

/** By time; of two of one moment, always the same one. */
const isLater = (a: Correction, b: Correction): boolean =>
  a.modified === b.modified ? JSON.stringify(a) > JSON.stringify(b) : a.modified > b.modified
