// A sentence's links as seen from it, in one order on both sides of the border.
import type { Link, SentenceRef, Tier } from '../model/comparison.ts'

/** A link as seen from one of its sentences. */
export interface Counterpart<L extends Link = Link> {
  readonly ref: SentenceRef
  readonly link: L
}

const rank: Readonly<Record<Tier, number>> = { certain: 2, sure: 1, possible: 0 }

export const keyOf = ({ article, sentence }: SentenceRef): string => `${article} ${sentence}`

export const sameRef = (a: SentenceRef | null, b: SentenceRef | null): boolean =>
  a === b || (a !== null && b !== null && a.article === b.article && a.sentence === b.sentence)

/** The links of a sentence, the surest first within each article. */
export const counterpartsIn = <L extends Link>(
  links: readonly L[],
  ref: SentenceRef,
): readonly Counterpart<L>[] =>
  links
    .map((link) => ({ ref: sameRef(link.a, ref) ? link.b : link.a, link }))
    .sort(
      (x, y) =>
        x.ref.article - y.ref.article ||
        Number(y.link.verdict === 'yes') - Number(x.link.verdict === 'yes') ||
        rank[y.link.tier] - rank[x.link.tier] ||
        y.link.score - x.link.score ||
        x.ref.sentence - y.ref.sentence,
    )
