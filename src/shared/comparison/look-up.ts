// A comparison as the window asks it: what is linked to this sentence, how many tell it, which
// sentence is at this offset.
import type { Cluster, Comparison, Link, SentenceRef, Tier } from '../model/comparison.ts'

/** A link as seen from one of its sentences. */
export interface Counterpart {
  readonly ref: SentenceRef
  readonly link: Link
}

export interface LookUp {
  readonly comparison: Comparison
  /**
   * The sentences linked to one, the surest first within each article; what the reader rejected is
   * left out. @param possible whether those of the tier *possible* count
   */
  counterparts(ref: SentenceRef, possible: boolean): readonly Counterpart[]
  /** Links of a sentence that the reader rejected. */
  rejected(ref: SentenceRef): readonly Counterpart[]
  /** Of how many articles a sentence has counterparts, its own counted: 1 is *only here*. */
  tellers(ref: SentenceRef, possible: boolean): number
  /** The surest tier that any counterpart has; null without one. */
  tier(ref: SentenceRef, possible: boolean): Tier | null
  /** Index of the sentence at an offset, or of the next one; null after the last, or in furniture. */
  sentenceAt(article: number, offset: number): number | null
  cluster(ref: SentenceRef): Cluster | null
}

const rank: Readonly<Record<Tier, number>> = { certain: 2, sure: 1, possible: 0 }

export const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`

export const sameRef = (a: SentenceRef | null, b: SentenceRef | null): boolean =>
  a === b || (a !== null && b !== null && a.article === b.article && a.sentence === b.sentence)

export function lookUp(comparison: Comparison): LookUp {
  const linked = new Map<string, Counterpart[]>()
  const refused = new Map<string, Counterpart[]>()
  const put = (
    to: Map<string, Counterpart[]>,
    from: SentenceRef,
    counterpart: Counterpart,
  ): void => {
    const list = to.get(keyOf(from))
    if (list) list.push(counterpart)
    else to.set(keyOf(from), [counterpart])
  }
  for (const link of comparison.links) {
    const to = link.verdict === 'no' ? refused : linked
    put(to, link.a, { ref: link.b, link })
    put(to, link.b, { ref: link.a, link })
  }
  for (const list of linked.values())
    list.sort(
      (x, y) =>
        x.ref.article - y.ref.article ||
        Number(y.link.verdict === 'yes') - Number(x.link.verdict === 'yes') ||
        rank[y.link.tier] - rank[x.link.tier] ||
        y.link.score - x.link.score ||
        x.ref.sentence - y.ref.sentence,
    )
  const clusters = new Map(
    comparison.clusters.flatMap((cluster) =>
      cluster.members.map((member) => [keyOf(member), cluster] as const),
    ),
  )
  const counterparts = (ref: SentenceRef, possible: boolean): readonly Counterpart[] =>
    (linked.get(keyOf(ref)) ?? []).filter(({ link }) => possible || link.tier !== 'possible')
  return {
    comparison,
    counterparts,
    rejected: (ref) => refused.get(keyOf(ref)) ?? [],
    tellers: (ref, possible) =>
      1 + new Set(counterparts(ref, possible).map((each) => each.ref.article)).size,
    tier(ref, possible) {
      let best: Tier | null = null
      for (const { link } of counterparts(ref, possible))
        if (best === null || rank[link.tier] > rank[best]) best = link.tier
      return best
    },
    sentenceAt(article, offset) {
      const sentences = comparison.articles[article]?.sentences ?? []
      let low = 0
      let high = sentences.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1
        else high = middle
      }
      return sentences[low] && !sentences[low]?.furniture ? low : null
    },
    cluster: (ref) => clusters.get(keyOf(ref)) ?? null,
  }
}
