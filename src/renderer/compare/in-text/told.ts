// Who else tells what an article tells, sentence by sentence.
import { type ComparisonView, tellersOf } from '../../../shared/comparison/view.ts'
import type { Told } from './strip-rows.ts'

/** Of each sentence of one article. Null too for what only a match that is not shown speaks for. */
export function toldOf(comparison: ComparisonView, article: number, possible: boolean): Told[] {
  const { articles } = comparison
  return (articles[article]?.sentences ?? []).map(({ furniture, title }, sentence) => {
    if (furniture || title) return null
    const ref = { article, sentence }
    const tellers = tellersOf(comparison, ref, possible)
    if (tellers >= articles.length) return 'all'
    if (tellers > 1) return 'some'
    return possible || tellersOf(comparison, ref, true) === 1 ? 'only' : null
  })
}
