// Compares articles that are in no library, such as files that the command line was given.
import type { ArticleInput } from '../../../compare/article.ts'
import { readWhole } from '../../../shared/comparison/read-whole.ts'
import type { Comparison, Explanation, SentenceRef } from '../../../shared/model/comparison.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Comparer } from '../../work/comparer.ts'
import { comparisonId } from './comparison-id.ts'
import { createResource } from './resource.ts'

export interface ComparedInputs {
  readonly comparison: Comparison
  explain(a: SentenceRef, b: SentenceRef): Promise<Result<Explanation>>
}

/** Fails with `timed-out`, `too-large`, or `internal`. */
export async function compareInputs(
  comparer: Comparer,
  inputs: readonly ArticleInput[],
): Promise<Result<ComparedInputs>> {
  const { ask } = createResource(comparer)
  const id = comparisonId([], inputs)
  const held = { id, inputs, verdicts: [] }
  const judged = await ask(held, { kind: 'judge', verdicts: [] })
  if (!judged.ok) return judged
  const whole = await readWhole({ ...judged.value.head, revision: 0 }, async (request) => {
    const read = await ask(held, { kind: 'section', request })
    return read.ok ? ok({ revision: 0, page: read.value.page }) : read
  })
  if (!whole.ok) return whole
  return ok({
    comparison: whole.value,
    async explain(a, b) {
      const explained = await ask(held, { kind: 'explain', a, b })
      return explained.ok ? ok(explained.value.explanation) : explained
    },
  })
}
