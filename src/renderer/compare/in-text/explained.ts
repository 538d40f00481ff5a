// What of two sentences' words is the same: asked for when it is to be shown, and then remembered as
// long as the comparison it belongs to.
import { keyOf } from '../../../shared/compare/look-up.ts'
import type { Comparison, Explanation, SentenceRef } from '../../../shared/model/comparison.ts'
import { api } from '../../client/api.ts'

const known = new WeakMap<Comparison, Map<string, Promise<Explanation | null>>>()

/** Null when it could not be had. `a.article < b.article`, as in a link. */
export function explained(
  comparison: Comparison,
  articles: readonly string[],
  a: SentenceRef,
  b: SentenceRef,
): Promise<Explanation | null> {
  const all = known.get(comparison) ?? new Map<string, Promise<Explanation | null>>()
  known.set(comparison, all)
  const key = `${keyOf(a)} ${keyOf(b)}`
  const asked =
    all.get(key) ??
    api
      .call('comparison-explain', { articles: [...articles], a, b })
      .then((answer) => (answer.ok ? answer.value : null))
  all.set(key, asked)
  return asked
}
