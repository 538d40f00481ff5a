// What each call about annotations does, and what an open library offers for it.

import type { annotationsCalls } from '../../../shared/calls/annotations.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { Annotation, ResolvedAnnotation } from '../../../shared/model/annotation.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { Annotating } from './annotating.ts'

export interface AnnotationCalls {
  create(draft: ParsedArg<'annotations-create'>): Promise<Result<ResolvedAnnotation>>
  /** All of them, or none: as one step of undo. */
  createMany: Annotating['createMany']
  update(arg: ParsedArg<'annotations-update'>): Promise<Result<Annotation[]>>
  settle: Annotating['settle']
  confirm: Annotating['confirm']
  detach: Annotating['detach']
  remove(arg: ParsedArg<'annotations-delete'>): Promise<Result<Record<never, never>>>
  /** Puts the newest good copy in the place of a damaged file that was set aside. */
  restore(article: string): Promise<Result<OpenArticle>>
}

export interface AnnotationCallsDeps {
  readonly annotating: Annotating
  /** An annotation as it was kept, and where it stands; null for one that is not there. */
  readonly resolved: (article: string, id: string) => Promise<ResolvedAnnotation | null>
  readonly restore: AnnotationCalls['restore']
}

export const createAnnotationCalls = (deps: AnnotationCallsDeps): AnnotationCalls => {
  const { annotating } = deps
  return {
    async create(draft) {
      const created = await annotating.create(draft)
      if (!created.ok) return created
      const mine = await deps.resolved(draft.article, created.value.id)
      if (!mine) throw new Error('a new annotation is not among those of its article')
      return ok(mine)
    },
    createMany: annotating.createMany,
    update: ({ article, ids, patch }) => annotating.update(article, ids, patch),
    settle: annotating.settle,
    confirm: annotating.confirm,
    detach: annotating.detach,
    async remove({ article, ids }) {
      const removed = await annotating.remove(article, ids)
      return removed.ok ? ok({}) : removed
    },
    restore: deps.restore,
  }
}

export const annotationsHandlers = (
  on: OnLibrary<AnnotationCalls>,
): HandlersOf<typeof annotationsCalls> => ({
  'annotations-create': on((library, draft) => library.create(draft)),
  'annotations-add': on((library, { drafts }) => library.createMany(drafts)),
  'annotations-update': on((library, arg) => library.update(arg)),
  'annotations-settle': on((library, arg) => library.settle(arg)),
  'annotations-confirm': on((library, seen) => library.confirm(seen)),
  'annotations-detach': on((library, seen) => library.detach(seen)),
  'annotations-delete': on((library, arg) => library.remove(arg)),
  'annotations-restore': on((library, { article }) => library.restore(article)),
})
