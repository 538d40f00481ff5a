// How and how surely two sentences match, in words.
import { type Counterpart, sameRef } from '../../../shared/comparison/look-up.ts'
import type { Match, QuotationCut } from '../../../shared/comparison/sections.ts'
import type { LinkKind, Tier } from '../../../shared/model/comparison.ts'

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

const cuts: Readonly<Record<QuotationCut, string>> = {
  same: 'same quotation',
  shortened: 'same quotation, shortened',
  longer: 'same quotation, longer here',
  otherwise: 'same quotation, cut otherwise',
}

/** "same quotation, shortened · sure"; of one the reader confirmed: "same fact · you said so". */
export function matchWords({ ref, link }: Counterpart<Match>): string {
  const cut = link.cut && (sameRef(link.b, ref) ? link.cut.ofB : link.cut.ofA)
  const what = cut && link.kind !== 'verbatim' ? cuts[cut] : kinds[link.kind]
  return `${what} · ${link.verdict === 'yes' ? 'you said so' : tierWords[link.tier]}`
}
