// What shared wording comes to: the same words, nearly the same, or nothing that is certain. The
// limits were set on labelled stories; each holds a margin, because this layer must not be wrong.
import type { SharedQuotation, SharedWording } from './measure.ts'

export interface Judgement {
  readonly kind: 'verbatim' | 'near'
  /** From 0 to 1. */
  readonly score: number
}

/** Share of the shorter quotation that has to be in the other. */
const mostOfQuotation = 0.8
/** The same where a neighbouring sentence continues the same quotation in both articles. */
const mostWithNeighbour = 0.6

/** Share of the shorter sentence, and the least number of words, for a sentence with small edits. */
const mostOfSentence = 0.8
const fewestOfSentence = 8

/** The judgement of two sentences by what they share; null if that makes nothing certain. */
export function judge(shared: SharedWording, besideLinked: boolean): Judgement | null {
  const whole = judgeSentence(shared)
  if (whole?.kind === 'verbatim') return whole
  let best: Judgement | null = null
  for (const quotation of shared.quotations) {
    const judged = judgeQuotation(quotation, besideLinked)
    if (judged && (!best || judged.score > best.score)) best = judged
  }
  return best ?? whole
}

function judgeSentence({ words, content, longest, lengthA, lengthB }: SharedWording) {
  if (words === lengthA && words === lengthB && longest === words && words >= 5 && content >= 2)
    return { kind: 'verbatim', score: 1 } as const
  const share = words / Math.min(lengthA, lengthB)
  if (words < fewestOfSentence || share < mostOfSentence || longest < 4 || content < 4) return null
  return { kind: 'near', score: 0.9 * share } as const
}

function judgeQuotation(
  { words, content, telling, plain, longest, ofA, ofB, isTitle, speaker }: SharedQuotation,
  besideLinked: boolean,
): Judgement | null {
  const shorter = Math.min(ofA, ofB)
  const share = words / shorter
  if (isTitle && words <= 6) return null
  // Long and the same, one of the two attributions is wrong.
  if (speaker === 'no' && (words < 10 || share < 0.9)) return null
  const isMost = besideLinked
    ? share >= mostWithNeighbour && (words >= 3 || (words === shorter && words === 2))
    : share >= mostOfQuotation &&
      words >= 3 &&
      (telling > 0 || (content > 0 && words >= 5)) &&
      (words >= 8 || (longest >= 0.55 * words && (longest >= 3 || content >= 3)))
  // A word put in or left out of a short one.
  const isTerm = words >= 3 && content >= 3 && share >= 0.75 && Math.max(ofA, ofB) <= 6
  const isLongRun = longest >= 8 && content >= 4 && share >= 0.4
  const isLong = words >= 12 && content >= 4 && share >= 0.65
  const isCut =
    speaker === 'yes' && share >= 0.55 && content >= 2 && longest >= (plain >= 3 ? 4 : 5)
  if (!isMost && !isCut && !isTerm && !isLongRun && !isLong) return null
  const isSame = longest === shorter || (share >= 0.95 && longest >= 0.7 * words)
  return { kind: isSame ? 'verbatim' : 'near', score: Math.min(1, 0.8 + 0.2 * share) }
}
