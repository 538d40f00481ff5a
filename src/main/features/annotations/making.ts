// A passage that the reader marked as an annotation: where it stands, and the words it is found again by.
import { randomUUID } from 'node:crypto'
import { describe } from '../../../shared/anchoring/describe.ts'
import type { ParsedArg } from '../../../shared/calls.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Known } from '../../core/changing.ts'
import { badRange, hasWords, textChanged } from '../../core/passages.ts'

export interface MakingDeps {
  readonly now: () => Date
  /** The article as it is now; its text for new anchors. */
  readonly article: (id: string) => Promise<Result<Known>>
}

interface Passage {
  readonly start: number
  readonly end: number
  /** The text that the offsets were taken from; not given: whichever there is. */
  readonly textHash?: string | undefined
}

/** A new annotation. Fails as `targetOf` does. */
export async function annotationOf(
  deps: MakingDeps,
  draft: ParsedArg<'annotations-create'>,
): Promise<Result<Annotation>> {
  const target = await targetOf(deps, draft.article, draft)
  if (!target.ok) return target
  const time = deps.now().toISOString()
  return ok({
    id: randomUUID(),
    target: target.value,
    color: draft.color,
    tags: unique(draft.tags),
    note: draft.note,
    created: time,
    modified: time,
  })
}

/**
 * What a passage is found again by. Fails with `changed` where the article has another text by now, with
 * `bad-argument` for a passage without words, or as reading the article does.
 */
export async function targetOf(
  { article: read }: Pick<MakingDeps, 'article'>,
  article: string,
  { start, end, textHash: expected }: Passage,
): Promise<Result<Annotation['target']>> {
  const opened = await read(article)
  if (!opened.ok) return opened
  const { text, textHash } = opened.value.parsed
  if (expected !== undefined && expected !== textHash)
    return fail(textChanged(opened.value.record.path))
  if (!hasWords(text, start, end)) return fail(badRange())
  return ok(describe(text, textHash, start, end))
}

/** Tags are never merged silently: only the very same name counts as the same. */
export const unique = (tags: readonly string[]): string[] => [...new Set(tags)]
