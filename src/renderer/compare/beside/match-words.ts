// How and how surely two sentences match, in words.
import type { Counterpart } from '../../../shared/comparison/look-up.ts'
import { sharedQuotation } from '../../../shared/comparison/pair-view.ts'
import type { Comparison, LinkKind, SentenceRef, Tier } from '../../../shared/model/comparison.ts'

const kinds: Readonly<Record<LinkKind, string>> = {
  'verbatim': 'same words',
  'near': 'nearly the same words',
  'same-fact': 'same fact',
}

export const tierWords: Readonly<Record<Tier, string>> = {
  certain: 'certain',
  sure: 'sure',
  possible: 'possible',
}

const cuts = {
  same: 'same quotation',
  shortened: 'same quotation, shortened',
  longer: 'same quotation, longer here',
  otherwise: 'same quotation, cut otherwise',
}

/** "same quotation, shortened · sure"; of one the reader confirmed: "same fact · you said so". */
export function matchWords(
  comparison: Comparison,
  from: SentenceRef,
  { ref, link }: Counterpart,
): string {
  const quotation = sharedQuotation(comparison, from, ref)
  const what = quotation && link.kind !== 'verbatim' ? cuts[quotation.cut] : kinds[link.kind]
  return `${what} · ${link.verdict === 'yes' ? 'you said so' : tierWords[link.tier]}`
}
