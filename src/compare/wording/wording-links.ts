// The certain layer of a comparison: sentences of two articles that have the same words, be it a
// quotation, a marked term, or a whole sentence taken over with or without small edits.
import type { Prepared, PreparedSentence } from '../prepare/prepare.ts'
import { commonWords } from './common-words.ts'
import { type Judgement, judge } from './judge.ts'
import { measure } from './measure.ts'
import { type SameStretch, stretchesOf, withoutStrays } from './same-words.ts'
import { sharedRuns } from './shared-runs.ts'
import { alikeShortQuotations } from './short-quotations.ts'
import { nothingSaid, type Said, sameSpeaker } from './speakers.ts'
import { sharedTerms } from './terms.ts'

export interface WordingLink extends Judgement {
  /** Indices of the sentences. */
  readonly a: number
  readonly b: number
  /** The same words, in order. */
  readonly same: readonly SameStretch[]
}

/** How sure a marked term makes, on the scale of the scores. */
const termScore = 0.8

/**
 * In the order of `a`, then of `b`; swapping the articles swaps the links and changes nothing else.
 * Furniture is left out. Close to linear in the articles' lengths.
 * @param said the quotations of both, to tell who speaks
 */
export function wordingLinks(a: Prepared, b: Prepared, said: Said = nothingSaid): WordingLink[] {
  const common = commonWords(a, b)
  const width = b.sentences.length
  const found = new Map<number, WordingLink>()
  const add = (sentenceA: number, sentenceB: number, besideLinked: boolean): boolean => {
    const [one, other] = [a.sentences[sentenceA], b.sentences[sentenceB]]
    if (!one || !other || one.furniture || other.furniture) return false
    const wording = measure(a, b, common, one, other, said)
    const judgement = judge(wording, besideLinked)
    if (!judgement) return false
    const runs = withoutStrays(wording.runs, common.a, common.isContent)
    const same = runs.map((run) => stretchesOf(a, b, run))
    found.set(sentenceA * width + sentenceB, { ...judgement, a: sentenceA, b: sentenceB, same })
    return true
  }
  const waiting: (readonly [number, number])[] = []
  for (const { a: one, b: other, runs, quoted } of sharedRuns(a, b, common))
    if ((quoted > 0 || runs >= fewestRuns(a, one, b, other)) && add(one, other, false))
      waiting.push([one, other])
  for (const [one, other] of alikeShortQuotations(a, b, common))
    if (!found.has(one * width + other) && add(one, other, false)) waiting.push([one, other])
  // What is quoted goes on from sentence to sentence in both articles.
  for (let pair = waiting.pop(); pair; pair = waiting.pop())
    for (const [stepA, stepB] of steps) {
      const [one, other] = [pair[0] + stepA, pair[1] + stepB]
      if (one < 0 || other < 0 || one >= a.sentences.length || other >= width) continue
      if (found.has(one * width + other)) continue
      if (goesOn(a, pair[0], one) && goesOn(b, pair[1], other) && add(one, other, true))
        waiting.push([one, other])
    }
  for (const { a: one, b: other, tokenA, tokenB, length } of sharedTerms(a, b, common)) {
    const key = one * width + other
    const [startA, startB] = [a.tokens.starts[tokenA] ?? 0, b.tokens.starts[tokenB] ?? 0]
    if (found.has(key) || sameSpeaker(said, startA, startB) === 'no') continue
    const same = [stretchesOf(a, b, { a: tokenA, b: tokenB, length })]
    found.set(key, { kind: 'verbatim', score: termScore, a: one, b: other, same })
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** With fewer runs of three words, and none of them quoted, two sentences are not the same. */
const fewestRuns = (a: Prepared, one: number, b: Prepared, other: number): number => {
  const length = ({ sentences }: Prepared, index: number): number =>
    (sentences[index]?.endToken ?? 0) - (sentences[index]?.firstToken ?? 0)
  return Math.max(2, Math.min(length(a, one), length(b, other)) / 4)
}

const steps = [
  [-1, -1],
  [1, 1],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

/** Whether two neighbouring sentences are both quoted, at least in part, with no paragraph between. */
function goesOn(article: Prepared, from: number, to: number): boolean {
  const [one, other] = [article.sentences[from], article.sentences[to]]
  if (!one || !other || Math.abs(one.block - other.block) > 1) return false
  return isQuoted(article, one) && isQuoted(article, other)
}

const isQuoted = ({ tokens }: Prepared, { firstToken, endToken }: PreparedSentence): boolean =>
  tokens.quotes.subarray(firstToken, endToken).some((quote) => quote >= 0)
