// What the sections and the patches of a comparison are made of.
import { counterpartsIn } from '../shared/comparison/look-up.ts'
import type { Match } from '../shared/comparison/sections.ts'
import type { Link, Sentence, SentenceRef } from '../shared/model/comparison.ts'
import type { RawComparison } from './compared.ts'
import type { JudgedLinks } from './judged-links.ts'
import type { PairFacts } from './pair-facts.ts'
import type { RowClusters } from './row-clusters.ts'
import type { SentenceMarks } from './sentence-marks.ts'

export interface HeldParts {
  readonly raw: Omit<RawComparison, 'links'>
  readonly sentences: readonly (readonly Sentence[])[]
  readonly judged: JudgedLinks
  readonly clusters: RowClusters
  readonly marks: SentenceMarks
  readonly facts: PairFacts
}

/** Figures of sentences that the reader has parted are not offered as differing. */
export function matchOf(link: Link, { cut, differing }: PairFacts): Match {
  const { a, b, verdict } = link
  return { ...link, cut: cut(a, b), differing: verdict === 'no' ? [] : [...differing(a, b)] }
}

/** The matches of a sentence in the order in which they are shown. */
export const matchesOf = ({ judged, facts }: HeldParts, ref: SentenceRef): readonly Match[] =>
  counterpartsIn(judged.of(ref), ref).map(({ link }) => matchOf(link, facts))
