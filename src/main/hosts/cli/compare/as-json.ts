// A comparison as `parallax compare --json` prints it: passages as ranges of the articles' texts.
import { type ComparedSet, matchesIn, percentOf, placeOf } from './compared-set.ts'
import { tagMatrix } from './tag-matrix.ts'

export function asJson(set: ComparedSet): object {
  const { comparison, explanations } = set
  const { pairs, quotations, figures, differences, keywords } = comparison
  const clusters = comparison.clusters.map(({ members, tier }) => ({
    tier,
    members: members.map((member) => placeOf(comparison, member)),
  }))
  return {
    articles: set.articles.map(({ path, title }, article) => ({
      path,
      title,
      language: comparison.articles[article]?.language ?? null,
      sentences: (comparison.articles[article]?.sentences ?? []).map(
        ({ start, end, furniture }) => ({ start, end, ...(furniture && { furniture }) }),
      ),
    })),
    pairs,
    matches: matchesIn(comparison).map(({ a, b, kind, tier, score, verdict }, at) => ({
      a: placeOf(comparison, a),
      b: placeOf(comparison, b),
      kind,
      tier,
      score,
      ...(verdict && { verdict }),
      ...explanations?.[at],
    })),
    clusters,
    prominence: clusters.flatMap(({ members }, cluster) =>
      [...new Set(members.map(({ article }) => article))].map((article) => ({
        cluster,
        article,
        percent: members
          .filter((member) => member.article === article)
          .map((member) => percentOf(comparison, member)),
      })),
    ),
    only: comparison.only.map((ref) => placeOf(comparison, ref)),
    quotations,
    figures,
    differences,
    keywords,
    ...(set.hasTags && { tags: tagMatrix(set) }),
  }
}
