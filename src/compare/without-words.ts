// Sentences of articles in different languages: their words cannot be compared, but figures and names
// can. Never more than *possible*.
import type { Link } from '../shared/model/comparison.ts'
import { type Evidence, evidenceCount, type FactArticle } from './facts/evidence.ts'

/** How much the same numbers, dates and full names count, and what they must come to. */
const counts = { number: 1, date: 1, name: 0.7 }
const enough = 1.7

/** Sentences with figures that are looked at in each article. */
const most = 400

export function linksWithoutWords(
  evidence: Evidence,
  articles: readonly FactArticle[],
  i: number,
  j: number,
  certain: ReadonlySet<string>,
): Link[] {
  const withFigures = (article: number): number[] =>
    (articles[article]?.prepared.sentences ?? [])
      .flatMap(({ furniture }, sentence) =>
        !furniture && evidence.figures(article, sentence).length > 0 ? [sentence] : [],
      )
      .slice(0, most)
  const columns = withFigures(j)
  const values = new Float64Array(evidenceCount)
  return withFigures(i).flatMap((a) =>
    columns.flatMap((b): Link[] => {
      evidence.fill(i, a, j, b, values, 0)
      const [numbers = 0, dates = 0, names = 0] = values
      const sum = numbers * counts.number + dates * counts.date + names * counts.name
      if (sum < enough || numbers + dates === 0 || certain.has(`${i} ${a} ${j} ${b}`)) return []
      return [
        {
          a: { article: i, sentence: a },
          b: { article: j, sentence: b },
          kind: 'same-fact',
          tier: 'possible',
          score: Math.min(0.7, sum / 5),
        },
      ]
    }),
  )
}
