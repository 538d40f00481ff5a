// What a verdict changes in a comparison: values as they are now, so that a patch that is laid on what
// holds it already changes nothing.
import { z } from 'zod'
import { Cluster, Difference, SentenceRef } from '../model/comparison.ts'
import { ArticleShares, ListCounts, Match } from './sections.ts'

const index = z.number().int().nonnegative()

const LinkEnds = z.strictObject({ a: SentenceRef, b: SentenceRef })

/** Who else tells one sentence; see the section `marks`. */
export const SentenceMark = z.strictObject({
  ...SentenceRef.shape,
  told: index,
  possibly: index,
  tier: index,
})
export type SentenceMark = Readonly<z.infer<typeof SentenceMark>>

export const ComparisonPatch = z.strictObject({
  /** New, or otherwise than before. */
  links: z.array(Match),
  /** No longer there: nothing but the reader's word had made them. */
  unlinked: z.array(LinkEnds),
  /** Rows that are no more, each by all its members, and rows that are new. */
  clusters: z.strictObject({ gone: z.array(Cluster), made: z.array(Cluster) }),
  marks: z.array(SentenceMark),
  only: z.strictObject({ gone: z.array(SentenceRef), made: z.array(SentenceRef) }),
  differences: z.strictObject({ gone: z.array(Difference), made: z.array(Difference) }),
  /** Of every article. */
  shares: z.array(ArticleShares),
  counts: ListCounts,
})
export type ComparisonPatch = Readonly<z.infer<typeof ComparisonPatch>>

export const isEmptyPatch = ({ links, unlinked }: ComparisonPatch): boolean =>
  links.length + unlinked.length === 0
