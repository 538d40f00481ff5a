// Why two sentences match, asked of the core once for each pair of a comparison.
import { keyOf } from '../../shared/comparison/look-up.ts'
import type { ComparisonPatch } from '../../shared/comparison/patch.ts'
import type { Explanation, Link } from '../../shared/model/comparison.ts'
import type { Result } from '../../shared/result.ts'
import { api } from '../client/api.ts'
import { useCompare } from '../state/compare.ts'

/** Of one comparison at a time, by both sentences. */
const asked = {
  comparison: '',
  answers: new Map<string, Promise<Result<Explanation>>>(),
}

const pairOf = ({ a, b }: Pick<Link, 'a' | 'b'>): string => `${keyOf(a)} ${keyOf(b)}`

/** Of the comparison that is shown; null without one. What failed is asked again the next time. */
export function explanationOf(pair: Pick<Link, 'a' | 'b'>): Promise<Result<Explanation>> | null {
  const { comparison } = useCompare.getState()
  if (!comparison) return null
  const { id } = comparison
  if (asked.comparison !== id) {
    asked.comparison = id
    asked.answers = new Map()
  }
  const { answers } = asked
  const known = answers.get(pairOf(pair))
  if (known) return known
  const { a, b } = pair
  const answer = api.call('comparison-explain', { id, a, b })
  answers.set(pairOf(pair), answer)
  void answer.then(({ ok }) => ok || answers.delete(pairOf(pair)))
  return answer
}

/** What a verdict changed is explained anew. */
export function forgetExplanations({ links, unlinked }: ComparisonPatch): void {
  for (const pair of [...links, ...unlinked]) asked.answers.delete(pairOf(pair))
}
