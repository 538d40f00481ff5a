// Whether two articles are about the same event. Told by what they lead with and use most, by names
// that few articles share, by when and where, and by words they have in common; a logistic score.
//
// Articles on one event share names that are not in the news every day. Where all that two share are
// such names (two meetings of the same heads of state, a year apart), likeness says little: then when
// and where decide, and whether each leads with names that the other never mentions.
import type { PairVerdict } from '../shared/model/comparison.ts'
import type { ArticleInput } from './article.ts'
import type { FoundFigure } from './figures/types.ts'
import { becauseOf } from './gate/because.ts'
import { type Head, headOf } from './gate/head.ts'
import { likenessOf } from './gate/likeness.ts'
import { sharedNumbers, sharedQuotations } from './gate/shared.ts'
import type { Signs } from './gate/signs.ts'
import { nearness, type When, whenOf } from './gate/when.ts'
import type { Prepared } from './prepare/prepare.ts'
import type { FoundQuotation } from './quotations/find-quotations.ts'

export interface GateArticle {
  readonly input: ArticleInput
  readonly prepared: Prepared
  readonly quotations: readonly FoundQuotation[]
  readonly figures: readonly FoundFigure[]
}

export interface GateEvidence {
  /** How many certain links (`wordingLinks`) the two have. */
  readonly certain: number
}

export type GateVerdict = Omit<PairVerdict, 'a' | 'b'>

/** From which scores on two articles are of one event, and below which of two. */
export const sameFrom = 0.6
export const differentBelow = 0.3
/** With fewer content words an article says too little. */
const fewWords = 25

/**
 * Symmetric. Looks at the beginnings of both, whatever their length. Never fails.
 * @param evidence found by comparing their sentences
 */
export function gateOf(a: GateArticle, b: GateArticle, evidence: GateEvidence): GateVerdict {
  // One order for both ways of asking, so that the answers are the very same.
  const signs = a.input.text < b.input.text ? signsOf(a, b, evidence) : signsOf(b, a, evidence)
  const score = scoreOf(signs)
  const told = score >= sameFrom ? 'same' : score >= differentBelow ? 'unsure' : 'different'
  const proven = signs.certain > 0 || signs.quotations.length > 0 || signs.likeness.names.length > 2
  const event = signs.isShort && (told === 'different' || !proven) ? 'unsure' : told
  return { event, score, because: becauseOf(signs, event), otherLanguage: signs.otherLanguage }
}

interface Read {
  readonly head: Head
  readonly when: When
}

/** Read once for each article, however many it is compared with. */
const known = new WeakMap<Prepared, Read>()

function readOf({ input, prepared, figures }: GateArticle): Read {
  let read = known.get(prepared)
  if (!read) {
    read = {
      head: headOf(prepared, figures),
      when: whenOf(input.published, figures, prepared.language),
    }
    known.set(prepared, read)
  }
  return read
}

export function signsOf(a: GateArticle, b: GateArticle, { certain }: GateEvidence): Signs {
  const [one, other] = [readOf(a), readOf(b)]
  const [{ language: tongue }, { language: otherTongue }] = [a.prepared, b.prepared]
  const otherLanguage = tongue !== otherTongue && tongue !== 'und' && otherTongue !== 'und'
  const countries = [one.head.where, other.head.where]
  const [where, otherWhere] = countries
  return {
    likeness: likenessOf(one.head, other.head, otherLanguage),
    time: nearness(one.when, other.when),
    where: !where || !otherWhere ? 'unknown' : where === otherWhere ? 'same' : 'other',
    countries,
    quotations: sharedQuotations(a.quotations, b.quotations),
    numbers: sharedNumbers(a.figures, b.figures, [one.head.end, other.head.end]),
    certain,
    otherLanguage,
    isShort: Math.min(one.head.words, other.head.words) < fewWords,
  }
}

/**
 * How much the likeness of heads and of leads speaks for one event. Learnt by
 * `tests/bench/gate.bench.mjs`, the constant then made stricter, since neighbouring events of one
 * story are likelier to be compared than those learnt from. The other weights are argued for where
 * they stand.
 */
export interface LearntWeights {
  readonly all: number
  readonly leads: number
  readonly constant: number
}
export const learnt: LearntWeights = { all: 12.2, leads: 12.3, constant: -8.6 }
/** Beyond this, likeness is no more evidence; what speaks against still counts. */
const mostByLikeness = 3

/** From 0 to 1. @param weights other than the ones in use, for learning them */
export function scoreOf(signs: Signs, weights: LearntWeights = learnt): number {
  const sum = signs.otherLanguage ? byNames(signs) : byWords(signs, weights)
  return round(1 / (1 + Math.exp(-(sum + bySameWords(signs) + byTime(signs)))))
}

function byWords({ likeness, where, time }: Signs, weights: LearntWeights): number {
  const { all, leads, everyday, strange } = likeness
  const sum = weights.all * all + weights.leads * leads + weights.constant
  const alike = Math.min(mostByLikeness, sum)
  if (alike <= 0) return alike
  // How far what they share is in the news every day: up to a quarter is usual, from 0.4 on it is all.
  const usual = Math.min(1, Math.max(0, (everyday - 0.28) / 0.1))
  const place = where === 'same' ? 0 : where === 'other' ? -2.5 : -1.5
  const days = time.apart === null || time.apart > 3 ? 0 : time.isDated ? 2 : 1
  return alike + usual * (place + days - 1.5 - 11 * strange) - (where === 'other' ? 0.7 : 0)
}

/** Across languages: rare names that both have, places, numbers. Likeness cannot be had in full. */
function byNames({ likeness, where, numbers }: Signs): number {
  const { names, all } = likeness
  const place = where === 'same' ? 0.7 : where === 'other' ? -0.7 : 0
  return (
    -2.6 + 0.7 * Math.min(4, names.length) + 3 * all + 0.6 * Math.min(3, numbers.length) + place
  )
}

/** The same words in both are a strong sign, but an old quotation may be told again with a new event. */
function bySameWords({ certain, quotations, numbers, otherLanguage }: Signs): number {
  const passages = Math.min(1.8, 0.6 * Math.log2(1 + certain))
  const quoted = Math.min(2, quotations.length) * 0.6
  return passages + quoted + (otherLanguage ? 0 : 0.15 * Math.min(4, numbers.length))
}

/** News of one event is dated within days of each other; what is months apart is another event. */
function byTime({ time: { apart, isDated } }: Signs): number {
  if (apart === null) return 0
  if (!isDated) return apart <= 3 ? 0.8 : apart > 30 ? -0.8 : 0
  if (apart <= 3) return 0.5
  return apart <= 10 ? 0 : apart <= 30 ? -1 : apart <= 120 ? -3 : -5
}

const round = (score: number): number => Math.round(score * 1e4) / 1e4
