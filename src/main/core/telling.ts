// Tells the windows which annotations of an article are others now: those alone, so that one among
// twenty thousand is told as one.
import { annotationKind } from '../../shared/kinds/annotation.ts'
import type { Change } from '../../shared/kinds/kind.ts'
import type { Annotation, ResolvedAnnotation } from '../../shared/model/annotation.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { Result } from '../../shared/result.ts'
import type { Known } from './changing.ts'
import type { Reading } from './shelf/reading.ts'
import type { Emit } from './stream.ts'

export interface TellingDeps {
  /** Those of an article as they are at this moment. */
  readonly annotations: (article: string) => readonly Annotation[]
  readonly annotation: (article: string, id: string) => Annotation | null
  /** How many an article has, and how many of them have a note. */
  readonly counts: (article: string) => { readonly annotations: number; readonly notes: number }
  readonly reading: Pick<Reading, 'locate'>
  /** The article from memory; null when it is not there. */
  readonly recall: (id: string) => Known | null
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly emit: Emit
}

export interface Telling {
  /** An annotation as it was kept, and where it stands in the text as it is now; null without either. */
  resolved(article: string, id: string): Promise<ResolvedAnnotation | null>
  /** Tells of the annotations in some changes, after they were made. */
  changes(changes: readonly Change[]): void
  /** Tells all annotations of an article: any of them may be another. */
  whole(article: string): void
}

type Text = Pick<OpenArticle, 'text' | 'textHash'>

export function createTelling(deps: TellingDeps): Telling {
  const { reading, emit } = deps

  const textOf = async (article: string): Promise<Text | null> => {
    const known = deps.recall(article)
    if (known) return known.parsed
    const opened = await deps.open(article)
    return opened.ok ? opened.value : null
  }

  const placed = (text: Text | null, some: readonly Annotation[]): ResolvedAnnotation[] => {
    if (!text) return []
    const places = reading.locate(
      text,
      some.map(({ target }) => target),
    )
    return some.flatMap((annotation, i) => {
      const anchor = places[i]
      return anchor ? [{ annotation, anchor }] : []
    })
  }

  /** @param ids of those that are new, others or gone; null: all that there are */
  const tell = (article: string, ids: ReadonlySet<string> | null): void => {
    const text = deps.recall(article)?.parsed ?? null
    // Nothing waits here: what is told is what holds in the moment in which it is told.
    const some =
      ids === null
        ? deps.annotations(article)
        : [...ids].flatMap((id) => deps.annotation(article, id) ?? [])
    const there = new Set(some.map(({ id }) => id))
    emit('annotations-changed', {
      article,
      // Nobody waits for files to be read because of an article that no window may show.
      unplaced: text === null,
      whole: ids === null,
      changed: placed(text, some),
      removed: [...(ids ?? [])].filter((id) => !there.has(id)),
      ...deps.counts(article),
    })
  }

  return {
    async resolved(article, id) {
      const text = await textOf(article)
      const found = deps.annotation(article, id)
      return (found && placed(text, [found])[0]) ?? null
    },
    changes(changes) {
      const ids = new Map<string, Set<string>>()
      for (const { kind, article, key } of changes)
        if (kind === annotationKind && article !== null)
          ids.set(article, (ids.get(article) ?? new Set()).add(key))
      for (const [article, some] of ids) tell(article, some)
    },
    whole: (article) => tell(article, null),
  }
}
