// How well a candidate fits a selector, and when that is enough. The weights of the sum are
// Hypothesis's (words 50, context 20 and 20, nearness 2); what decides is ours: a candidate must
// be trusted, because a wrong anchor is worse than an orphan.
import search from 'approx-string-match'
import type { Query } from './query.ts'

/** A place in the folded text that may be the passage. */
export type Candidate = {
  readonly start: number
  readonly end: number
  /** verbatim: the same code units; folded: the same after folding; fuzzy: alike. */
  readonly kind: 'verbatim' | 'folded' | 'fuzzy'
  /** How like the quote it is, 0 to 1. */
  readonly quote: number
}

export type Scored = Candidate & {
  /** How like the context is, 0 to 1; null when the selector has none on that side. */
  readonly prefix: number | null
  readonly suffix: number | null
  /** All together, 0 to 1. */
  readonly score: number
}

const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const

/** Weighs words, context and nearness of a candidate in the folded text. */
export function score(text: string, query: Query, candidate: Candidate): Scored {
  const prefix = likenessBefore(text, candidate.start, query.prefix)
  const suffix = likenessAfter(text, candidate.end, query.suffix)
  let sum = weights.quote * candidate.quote
  let most: number = weights.quote
  if (prefix !== null) {
    sum += weights.prefix * prefix
    most += weights.prefix
  }
  if (suffix !== null) {
    sum += weights.suffix * suffix
    most += weights.suffix
  }
  if (query.hint !== null) {
    const distance = Math.abs(candidate.start - query.hint)
    sum += weights.position * (1 - Math.min(1, distance / Math.max(1, text.length)))
    most += weights.position
  }
  return { ...candidate, prefix, suffix, score: sum / most }
}

/** The better of two contexts; null when the selector has none. */
export const bestContext = (scored: Scored): number | null =>
  scored.prefix === null && scored.suffix === null
    ? null
    : Math.max(scored.prefix ?? 0, scored.suffix ?? 0)

// Unrelated English prose reaches about 0.4; shorter context than this proves nothing.
const supported = 0.55
const enoughContext = 24
// Weights of words (`tokens.ts`): about three long words, about five.
const someWords = 12
const manyWords = 20

/**
 * Whether a place where the quote's very words stand may be shown as the passage. `only`: they
 * stand nowhere else.
 */
export function isTrustedPlace(query: Query, scored: Scored, only: boolean): boolean {
  if (query.distinct || isSilent(query, scored)) return true
  if (only && scored.kind === 'verbatim' && query.weight >= someWords) return true
  return (bestContext(scored) ?? 0) >= 0.7 || meanContext(query, scored) >= supported
}

/**
 * Whether a similar passage may be shown as the passage. `rival`: how like the quote the next best
 * passage is, 0 when there is none. The less the context says, the more of the quote must be there;
 * where it says nothing for the passage, that must be much, and stand nowhere else.
 */
export function isTrustedPassage(query: Query, scored: Scored, rival: number): boolean {
  const { quote } = scored
  if (isSilent(query, scored)) return quote >= (query.distinct ? 0.6 : 0.66)
  const context = meanContext(query, scored)
  if (!query.distinct) return quote >= 0.55 && context >= 0.6 && quote + context >= 1.3
  if (context >= supported) return quote >= 0.75 - 0.18 * Math.min(1, (context - supported) / 0.25)
  const stranger = quote >= 0.95 - 0.36 * (bestContext(scored) ?? 0)
  return stranger && quote * query.weight >= manyWords && quote - rival >= 0.15
}

const isSilent = (query: Query, scored: Scored): boolean =>
  bestContext(scored) === null || query.prefix.length + query.suffix.length < enoughContext

// Weighed by length: a single mark before the quote, at the start of a text, says little.
function meanContext(query: Query, { prefix, suffix }: Scored): number {
  const before = query.prefix.length
  const after = query.suffix.length
  return ((prefix ?? 0) * before + (suffix ?? 0) * after) / Math.max(1, before + after)
}

function likenessBefore(text: string, at: number, context: string): number | null {
  if (context === '') return null
  const end = at > 0 && text[at - 1] === ' ' ? at - 1 : at
  return likeness(text.slice(Math.max(0, end - room(context)), end), context)
}

function likenessAfter(text: string, at: number, context: string): number | null {
  if (context === '') return null
  const start = text[at] === ' ' ? at + 1 : at
  return likeness(text.slice(start, start + room(context)), context)
}

const room = (context: string): number => Math.ceil(context.length * 1.15)

/** 1 less the share of edits that turn `wanted` into the most similar part of `text`. */
function likeness(text: string, wanted: string): number {
  if (text.includes(wanted)) return 1
  if (text === '') return 0
  const errors = search(text, wanted, wanted.length)[0]?.errors ?? wanted.length
  return 1 - errors / wanted.length
}
