// An annotation as it was and as it is to be, as a change.
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'

/** Null before: it is made; null after: deleted. */
export const changeOf = (
  article: string,
  before: Annotation | null,
  after: Annotation | null,
): Change<Annotation> => ({
  kind: annotationKind,
  article,
  key: (after ?? before)?.id ?? '',
  before,
  after,
})
