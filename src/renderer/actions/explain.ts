// Why two sentences match, asked of the core once for each pair of a comparison.
import { keyOf } from '../../shared/comparison/look-up.ts'
import type { ComparisonView } from '../../shared/comparison/view.ts'
import type { Explanation, Link } from '../../shared/model/comparison.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { useCompare } from '../state/compare.ts'

const asked = new WeakMap<ComparisonView, Map<string, Promise<Result<Explanation>>>>()

/** Of the comparison that is shown; null without one. What failed is asked again the next time. */
export function explanationOf({
  a,
  b,
}: Pick<Link, 'a' | 'b'>): Promise<Result<Explanation>> | null {
  const { comparison } = useCompare.getState()
  if (!comparison) return null
  const known = asked.get(comparison) ?? new Map<string, Promise<Result<Explanation>>>()
  asked.set(comparison, known)
  const key = `${keyOf(a)} ${keyOf(b)}`
  const answer = known.get(key) ?? api.call('comparison-explain', { id: comparison.id, a, b })
  known.set(key, answer)
  void answer.then(({ ok }) => ok || known.delete(key))
  return answer
}
