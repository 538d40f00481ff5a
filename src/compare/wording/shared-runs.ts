// Which sentences of two articles share runs of words: the only ones whose wording is worth comparing.
import type { Prepared } from '../prepare/prepare.ts'
import type { CommonWords } from './common-words.ts'
import { eachRunMatch } from './run-matches.ts'

/** Two sentences and how many runs of three words they share. */
export interface SharedRuns {
  readonly a: number
  readonly b: number
  readonly runs: number
  /** Of these, in quotation marks in both. */
  readonly quoted: number
}

/** A run counts once, a quoted one also in the upper half. */
const quotedUnit = 2 ** 16

/** In the order of `a`, then of `b`; swapping the articles swaps the pairs. Close to linear. */
export function sharedRuns(a: Prepared, b: Prepared, common: CommonWords): SharedRuns[] {
  const counts = new Map<number, number>()
  const width = b.sentences.length
  eachRunMatch(a, b, common, (placeA, placeB) => {
    const key = (a.tokens.sentences[placeA] ?? 0) * width + (b.tokens.sentences[placeB] ?? 0)
    const unit = isQuotedRun(a, placeA) && isQuotedRun(b, placeB) ? quotedUnit + 1 : 1
    counts.set(key, (counts.get(key) ?? 0) + unit)
  })
  return [...counts]
    .sort(([x], [y]) => x - y)
    .map(([key, count]) => ({
      a: Math.floor(key / width),
      b: key % width,
      runs: count % quotedUnit,
      quoted: Math.floor(count / quotedUnit),
    }))
}

const isQuotedRun = ({ tokens: { quotes } }: Prepared, at: number): boolean =>
  (quotes[at] ?? -1) >= 0 && (quotes[at + 1] ?? -1) >= 0 && (quotes[at + 2] ?? -1) >= 0
