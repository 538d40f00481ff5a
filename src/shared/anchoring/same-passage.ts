// Whether a passage that is like the one looked for is that one, changed, where nothing is known of the
// older text but the quote's own context. What carries the meaning must be the same; what was exchanged
// must stand between the same neighbours; and what stood beside the passage is not the passage.
import { fold } from '../text/fold.ts'
import { compareTyped } from './meaning/differences.ts'
import type { Query } from './query.ts'
import type { Scored } from './score.ts'
import { afterBreak, beforeBreak } from './sentence-breaks.ts'
import { isOtherSpeaker } from './speakers.ts'
import { weigh } from './tokens.ts'

/**
 * @param typed where the candidate stands in the text as it is, `folded` being the folded text
 * @param isElsewhere it is known that the passage is not where it was
 */
export function isSamePassage(
  query: Query,
  scored: Scored,
  folded: string,
  typed: { readonly text: string; readonly start: number; readonly end: number },
  isElsewhere = false,
): boolean {
  if (isNeighbour(query, folded.slice(scored.start, scored.end))) return false
  if (query.exact.length > surely) return true
  const { difference, changes } = compareTyped(query.typed, typed)
  if (difference === 'contrary') return false
  if (difference === 'none') return true
  const found = typed.text.slice(typed.start, typed.end)
  const { before, exact } = query.typed
  const closing = /["”“»«][,.]?\s*$/u.exec(before)?.[0] ?? ''
  if (isOtherSpeaker(closing + exact, closing + found)) return false
  if (!isElsewhere && isOtherAtEnds(exact, found, scored)) return false
  // An item of a list and a part of the next: it may be of either.
  if (!holdsLine(query.typed.exact) && changes.some(({ is }) => holdsLine(is))) return false
  // A whole sentence that is gone from between two of its make leaves what may be the rest of either.
  if (difference === 'lost' && changes.some(({ was }) => holdsEnd(was))) return false
  if (difference === 'reworded') return true
  if (isElsewhere) return false
  const silent = query.prefix.length + query.suffix.length < enough
  const isLong = difference !== 'lost' && query.weight >= longWeight && scored.quote >= 0.85
  const isBetween = difference === 'added' ? isBesideTheSame(scored) : isBetweenTheSame(scored)
  return (silent && difference === 'exchanged') || isLong || isBetween
}

/**
 * Of several sentences, whether the first or the last is another, beside other words: of it there is only a part,
 * mostly, and that proves little.
 */
function isOtherAtEnds(exact: string, found: string, { prefix, suffix }: Scored): boolean {
  const [first, last] = [beforeBreak(exact), afterBreak(exact)]
  if (first === exact || last === exact) return false
  return (
    ((prefix ?? 1) < nearlyUnchanged && saysOther(first, beforeBreak(found))) ||
    ((suffix ?? 1) < nearlyUnchanged && saysOther(last, afterBreak(found)))
  )
}

function saysOther(was: string, is: string): boolean {
  if (weigh(fold(was).text).weight > wholeSentence) return false
  const place = { text: is, start: 0, end: is.length }
  const { difference, changes } = compareTyped({ before: '', exact: was, after: '' }, place)
  if (difference === 'none') return false
  return difference !== 'reworded' || changes.some(({ was: gone }) => /[\p{L}\p{N}]/u.test(gone))
}

/** Weight of words: of about ten. */
const wholeSentence = 40

const holdsEnd = (text: string): boolean => /[.!?…]["'”’“»«)]*\s+\S/u.test(text)

const holdsLine = (text: string): boolean => /\S\s*\n\s*\S/u.test(text)

/** Of about 25 words; what looks like so much of something but for a word is no other sentence. */
const longWeight = 75

/** So many characters are one passage, whatever a word in them is now. */
const surely = 5_000
/** Less than this may stand anywhere. */
const enough = 12
const unchanged = 0.85
const nearlyUnchanged = 0.6

const isBetweenTheSame = ({ prefix, suffix }: Scored): boolean =>
  (prefix !== null || suffix !== null) &&
  (prefix === null || prefix >= unchanged) &&
  (suffix === null || suffix >= unchanged)

/** The same on one side, and nearly so on the other. */
const isBesideTheSame = ({ prefix, suffix }: Scored): boolean =>
  Math.max(prefix ?? 0, suffix ?? 0) >= unchanged &&
  Math.min(prefix ?? 1, suffix ?? 1) >= nearlyUnchanged

/** Whether a candidate is what stood right before or after the passage. */
function isNeighbour({ exact, prefix, suffix }: Query, candidate: string): boolean {
  const stands = (context: string): boolean => {
    const words = context.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')
    if (words.length < enough || exact.includes(words)) return false
    return candidate.includes(words) || (candidate.length >= enough && words.includes(candidate))
  }
  return stands(suffix) || stands(prefix)
}
