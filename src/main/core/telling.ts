// Tells the windows which annotations of an article are others now: those alone, so that one among
// twenty thousand is told as one.
import type { Annotation, ResolvedAnnotation } from '../../shared/model/annotation.ts'
import type { OpenArticle } from '../../shared/model/library.ts'
import type { Result } from '../../shared/result.ts'
import type { ArticleChange } from './change-sets.ts'
import type { Known } from './changing.ts'
import type { Records } from './records.ts'
import type { Reading } from './shelf/reading.ts'
import type { Emit } from './stream.ts'

export interface TellingDeps {
  readonly records: Pick<Records, 'get' | 'settle'>
  readonly reading: Pick<Reading, 'resolve'>
  /** The article from memory; null when it is not there. */
  readonly recall: (id: string) => Known | null
  readonly open: (id: string) => Promise<Result<OpenArticle>>
  readonly emit: Emit
}

export interface Telling {
  /** Where some annotations of an article stand in its text as it is now. */
  resolved(article: string, annotations: readonly Annotation[]): Promise<ResolvedAnnotation[]>
  /** Tells of the annotations in changes of one article, after they were written. */
  changes(article: string, changes: readonly ArticleChange[]): Promise<void>
  /** Tells all annotations of an article: any of them may be another. */
  whole(article: string): Promise<void>
  /** `settle` of the records, which notes what another program had put on disk: that is told, too. */
  readonly settle: Records['settle']
}

export function createTelling({ records, reading, recall, open, emit }: TellingDeps): Telling {
  /** Articles into which a save has joined what another program had put on disk. */
  const joined = new Set<string>()

  const resolved: Telling['resolved'] = async (article, annotations) => {
    const known = recall(article)
    if (known) return reading.resolve(known.parsed, annotations)
    const opened = await open(article)
    const wanted = new Set(annotations.map(({ id }) => id))
    return opened.ok ? opened.value.resolved.filter((one) => wanted.has(one.annotation.id)) : []
  }

  /** @param ids of those that are new, others or gone; null: all that there are */
  const tell = async (article: string, ids: ReadonlySet<string> | null): Promise<void> => {
    const all = records.get(article)?.annotations ?? []
    const some = ids === null ? all : all.filter(({ id }) => ids.has(id))
    const there = new Set(some.map(({ id }) => id))
    emit('annotations-changed', {
      article,
      whole: ids === null,
      changed: await resolved(article, some),
      removed: [...(ids ?? [])].filter((id) => !there.has(id)),
      annotations: all.length,
      notes: all.filter(({ note }) => note !== '').length,
    })
  }

  return {
    resolved,
    async changes(article, changes) {
      const ids = changes.flatMap((change) =>
        change.kind === undefined ? ((change.after ?? change.before)?.id ?? []) : [],
      )
      if (joined.delete(article)) await tell(article, null)
      else if (ids.length > 0) await tell(article, new Set(ids))
    },
    whole: (article) => tell(article, null),
    async settle(id) {
      const before = records.get(id)
      const settled = await records.settle(id)
      if (records.get(id) !== before) joined.add(id)
      return settled
    },
  }
}
