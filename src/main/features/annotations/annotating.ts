// Making, changing and deleting annotations: each as a change set.
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { describe } from '../../../shared/anchoring/describe.ts'
import type { AnnotationPatch } from '../../../shared/calls/annotations.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { AppError } from '../../../shared/errors.ts'
import { annotationKind } from '../../../shared/kinds/annotation.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing, Known } from '../../core/changing.ts'
import { badRange, hasWords, textChanged } from '../../core/passages.ts'
import type { Ledger } from '../../core/records/ledger.ts'

export interface AnnotatingDeps {
  readonly ledger: Ledger
  readonly now: () => Date
  /** The article as it is now; its text for new anchors. */
  readonly article: (id: string) => Promise<Result<Known>>
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
}

export function createAnnotating(deps: AnnotatingDeps): Annotating {
  const { ledger, now, perform } = deps

  const find = (article: string, ids: readonly string[]): Result<Annotation[]> => {
    const found = ids.flatMap((id) => ledger.get(annotationKind, article, id) ?? [])
    return found.length === ids.length ? ok(found) : fail(goneAnnotation())
  }

  return {
    settle,

    async create(draft) {
      const made = await make(draft)
      if (!made.ok) return made
      const done = await perform('Highlight', [made.value])
      return done.ok ? ok(made.value.after) : done
    },

    async createMany(drafts) {
      const changes: Change<Annotation>[] = []
      for (const draft of drafts) {
        const made = await make(draft)
        if (!made.ok) return made
        changes.push(made.value)
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
      const target = await targetOf(article, patch)
      if (!target.ok) return target
      const modified = now().toISOString()
      const changes: Change<Annotation>[] = []
      const after = found.value.map((before) => {
        const next: Annotation = {
          ...before,
          ...(patch.color && { color: patch.color }),
          ...(patch.tags && { tags: unique(patch.tags) }),
          ...(patch.note !== undefined && { note: patch.note }),
          ...(target.value && { target: target.value }),
        }
        if (isDeepStrictEqual(before, next)) return before
        const changed = { ...next, modified }
        changes.push(changeOf(article, before, changed))
        return changed
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

  async function settle({
    article,
    id,
    stamp,
    use,
  }: ParsedArg<'annotations-settle'>): Promise<Result<Annotation>> {
    const before = ledger.get(annotationKind, article, id)
    const version = before?.versions?.find((each) => each.stamp === stamp)
    if (!before || !version) return fail(goneVersion())
    const rest = before.versions?.filter((each) => each !== version)
    const raw = {
      ...before,
      ...(use && { [version.field]: version.value }),
      versions: rest?.length ? rest : undefined,
    }
    const after = annotationKind.schema.safeParse(raw)
    // Another Parallax may have set what this one cannot show.
    if (!after.success) return fail(goneVersion())
    const label = use ? 'Use other version' : 'Put version away'
    const done = await perform(label, [changeOf(article, before, after.data)])
    return done.ok ? ok(ledger.get(annotationKind, article, id) ?? after.data) : done
  }

  async function make({
    article,
    start,
    end,
    textHash: expected,
    color,
    tags,
    note,
  }: ParsedArg<'annotations-create'>): Promise<Result<Change<Annotation> & { after: Annotation }>> {
    const opened = await deps.article(article)
    if (!opened.ok) return opened
    const { text, textHash } = opened.value.parsed
    if (expected !== undefined && expected !== textHash)
      return fail(textChanged(opened.value.record.path))
    if (!hasWords(text, start, end)) return fail(badRange())
    const time = now().toISOString()
    const after: Annotation = {
      id: randomUUID(),
      target: describe(text, textHash, start, end),
      color,
      tags: unique(tags),
      note,
      created: time,
      modified: time,
    }
    return ok({ ...changeOf(article, null, after), after })
  }

  async function targetOf(
    article: string,
    { range }: AnnotationPatch,
  ): Promise<Result<Annotation['target'] | null>> {
    if (!range) return ok(null)
    const opened = await deps.article(article)
    if (!opened.ok) return opened
    const { text, textHash } = opened.value.parsed
    const { start, end, textHash: expected } = range
    if (expected !== undefined && expected !== textHash)
      return fail(textChanged(opened.value.record.path))
    if (!hasWords(text, start, end)) return fail(badRange())
    return ok(describe(text, textHash, start, end))
  }
}

const changeOf = (
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

/** Tags are never merged silently: only the very same name counts as the same. */
const unique = (tags: readonly string[]): string[] => [...new Set(tags)]

const goneVersion = (): AppError => ({
  code: 'not-found',
  message: 'That version is not there any more.',
  advice: 'It may have been looked at in another window or on another machine.',
})

const goneAnnotation = (): AppError => ({
  code: 'not-found',
  message: 'That highlight is not there any more.',
  advice: 'It may have been deleted in another window; Undo there brings it back.',
})
