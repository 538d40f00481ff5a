// What comes from elsewhere for articles of this library, as changes.
import type { RecordSettings } from '../../../shared/export/json-schema.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import { correctionKind } from '../../../shared/kinds/correction.ts'
import { entryMade } from '../../../shared/kinds/entry.ts'
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { soundSettings } from '../../../shared/kinds/line.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { type Correction, correctionKey, withdrawn } from '../../../shared/model/correction.ts'

/** Annotations and corrections made elsewhere, for one article; `adoptId` is the id it had there. */
export interface Incoming {
  readonly article: string
  readonly adoptId: string | null
  readonly annotations: readonly Annotation[]
  readonly corrections?: readonly Correction[]
  /** Ids of annotations here whose place those that come are given. */
  readonly replaced?: readonly string[]
  /** How the fields of these came to their values, as far as that is known. */
  readonly set?: RecordSettings
}

/** The changes that bring one of them in. A correction that was made here later stands. */
export function importChanges(
  { article: there, adoptId, annotations, corrections = [], replaced = [], set = {} }: Incoming,
  correctionsOf: (article: string) => readonly Correction[],
  annotationOf: (article: string, id: string) => Annotation | null,
): Change[] {
  const article = adoptId ?? there
  const setOf = ({ list }: Kind, key: string, modified: string) =>
    soundSettings(set[list]?.[key], modified)
  const here = new Map(correctionsOf(article).map((each) => [correctionKey(each), each]))
  return [
    ...replaced.flatMap((key): Change[] => {
      const before = annotationOf(article, key)
      return before ? [{ kind: annotationKind, article, key, before, after: null }] : []
    }),
    ...annotations.map(
      (after): Change => ({
        kind: annotationKind,
        article,
        key: after.id,
        before: annotationOf(article, after.id),
        after,
        made: entryMade(after, setOf(annotationKind, after.id, after.modified)),
      }),
    ),
    ...corrections.flatMap((after): Change[] => {
      const key = correctionKey(after)
      const known = here.get(key)
      if (known && known.modified >= after.modified) return []
      const before = known ?? withdrawn(after)
      const made = entryMade(after, setOf(correctionKind, key, after.modified))
      return [{ kind: correctionKind, article, key, before, after, made }]
    }),
  ]
}

/** The ids that articles are given, by those they had. */
export const renamedIn = (incoming: readonly Incoming[]): ReadonlyMap<string, string> =>
  new Map(
    incoming.flatMap(({ article, adoptId }) => (adoptId === null ? [] : [[article, adoptId]])),
  )
