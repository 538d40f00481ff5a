// Making, changing and deleting annotations: each as a change set.
import { isDeepStrictEqual } from 'node:util'
import type { AnnotationPatch } from '../../../shared/calls/annotations.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import { changeOf } from './change-of.ts'
import { annotationOf, targetOf, unique } from './making.ts'
import {
  confirmPlaces,
  detachPlaces,
  goneAnnotation,
  type PlacingDeps,
  retarget,
} from './placing.ts'
import { settleVersion } from './settling.ts'

export interface AnnotatingDeps extends PlacingDeps {
  readonly ledger: Pick<Ledger, 'get'>
  readonly perform: Changing['perform']
}

export interface Annotating {
  create(draft: ParsedArg<'annotations-create'>): Promise<Result<Annotation>>
  /** One step of undo; nothing is kept when one of them cannot be made. */
  createMany(
    drafts: readonly ParsedArg<'annotations-create'>[],
  ): Promise<Result<Record<never, never>>>
  update(
    article: string,
    ids: readonly string[],
    patch: AnnotationPatch,
  ): Promise<Result<Annotation[]>>
  remove(article: string, ids: readonly string[]): Promise<Result<void>>
  /**
   * What the reader says of a version of one part that another machine has made: it is to hold, or is
   * put away. One step of undo.
   */
  settle(arg: ParsedArg<'annotations-settle'>): Promise<Result<Annotation>>
  /** What was found again is the passage, or is not. One step of undo for all of them. */
  confirm(seen: ParsedArg<'annotations-confirm'>): Promise<Result<Annotation[]>>
  detach(seen: ParsedArg<'annotations-detach'>): Promise<Result<Annotation[]>>
}

export function createAnnotating(deps: AnnotatingDeps): Annotating {
  const { ledger, perform } = deps

  const find = (article: string, ids: readonly string[]): Result<Annotation[]> => {
    const found = ids.flatMap((id) => ledger.get(annotationKind, article, id) ?? [])
    return found.length === ids.length ? ok(found) : fail(goneAnnotation())
  }

  return {
    settle: (arg) => settleVersion(deps, arg),
    confirm: (seen) => confirmPlaces(deps, seen),
    detach: (seen) => detachPlaces(deps, seen),

    async create(draft) {
      const made = await annotationOf(deps, draft)
      if (!made.ok) return made
      const done = await perform('Highlight', [changeOf(draft.article, null, made.value)])
      return done.ok ? made : done
    },

    async createMany(drafts) {
      const changes: Change<Annotation>[] = []
      for (const draft of drafts) {
        const made = await annotationOf(deps, draft)
        if (!made.ok) return made
        changes.push(changeOf(draft.article, null, made.value))
      }
      const done = await perform(
        changes.length > 1 ? `Highlight ${changes.length} passages` : 'Highlight',
        changes,
      )
      return done.ok ? ok({}) : done
    },

    async update(article, ids, patch) {
      const found = find(article, ids)
      if (!found.ok) return found
      const target = patch.range ? await targetOf(deps, article, patch.range) : ok(null)
      if (!target.ok) return target
      if (target.value !== null && Object.keys(patch).length === 1)
        return attach(deps, article, found.value, target.value)
      const after = patched(found.value, patch, target.value, deps.now())
      const changes = after.flatMap((next, at) => {
        const before = found.value[at] ?? null
        return next === before ? [] : [changeOf(article, before, next)]
      })
      const done = await perform(labelOf(patch, changes.length), changes)
      return done.ok ? ok(after) : done
    },

    async remove(article, ids) {
      const found = find(article, ids)
      if (!found.ok) return found
      return perform(
        found.value.length > 1 ? `Delete ${found.value.length} highlights` : 'Delete highlight',
        found.value.map((before) => changeOf(article, before, null)),
      )
    },
  }
}

/** Puts annotations on a passage, unless they were put elsewhere meanwhile. */
const attach = (
  deps: AnnotatingDeps,
  article: string,
  annotations: readonly Annotation[],
  target: Annotation['target'],
): Promise<Result<Annotation[]>> =>
  retarget(
    deps,
    article,
    labelOf({ range: target }, annotations.length),
    annotations.map((before) => ({ before, target })),
  )

/** Annotations with a patch laid over them; one that it changes nothing of stays the very same. */
const patched = (
  annotations: readonly Annotation[],
  patch: AnnotationPatch,
  target: Annotation['target'] | null,
  now: Date,
): Annotation[] =>
  annotations.map((before) => {
    const next: Annotation = {
      ...before,
      ...(patch.color && { color: patch.color }),
      ...(patch.tags && { tags: unique(patch.tags) }),
      ...(patch.note !== undefined && { note: patch.note }),
      ...(target && { target }),
    }
    return isDeepStrictEqual(before, next) ? before : { ...next, modified: now.toISOString() }
  })

function labelOf(patch: AnnotationPatch, count: number): string {
  const what = patch.range
    ? 'Attach highlight'
    : patch.color
      ? 'Change colour'
      : patch.tags
        ? 'Change tags'
        : 'Edit note'
  return count > 1 ? `${what} of ${count} highlights` : what
}
