// What comes from elsewhere for articles of this library, as changes.
import type { Annotation } from '../../../shared/model/annotation.ts'
import { type Correction, correctionKey, withdrawn } from '../../../shared/model/correction.ts'
import type { Change } from '../../core/change-sets.ts'

/** Annotations and corrections made elsewhere, for one article; `adoptId` is the id it had there. */
export interface Incoming {
  readonly article: string
  readonly adoptId: string | null
  readonly annotations: readonly Annotation[]
  readonly corrections?: readonly Correction[]
}

/** The changes that bring it in. A correction that was made here later stands. */
export function importChanges(
  incoming: readonly Incoming[],
  correctionsOf: (article: string) => readonly Correction[],
): Change[] {
  return incoming.flatMap(
    ({ article: there, adoptId, annotations, corrections = [] }): Change[] => {
      const article = adoptId ?? there
      const here = new Map(correctionsOf(article).map((each) => [correctionKey(each), each]))
      return [
        ...annotations.map((after) => ({ article, before: null, after })),
        ...corrections.flatMap((after): Change[] => {
          const known = here.get(correctionKey(after))
          if (known && known.modified >= after.modified) return []
          return [{ kind: 'correction', article, before: known ?? withdrawn(after), after }]
        }),
      ]
    },
  )
}

/** The ids that articles are given, by those they had. */
export const renamedIn = (incoming: readonly Incoming[]): ReadonlyMap<string, string> =>
  new Map(
    incoming.flatMap(({ article, adoptId }) => (adoptId === null ? [] : [[article, adoptId]])),
  )
