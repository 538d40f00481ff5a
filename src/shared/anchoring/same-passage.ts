// Whether a passage that is like the one looked for is that one, changed, where nothing is known of the
// older text but the quote's own context. What carries the meaning must be the same; what was exchanged
// must stand between the same neighbours; and what stood beside the passage is not the passage.
import { fold } from '../text/fold.ts'
import { compareTyped } from './meaning/differences.ts'
import type { Query } from './query.ts'
import type { Scored } from './score.ts'

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
  const { difference } = compareTyped(query.typed, typed)
  if (difference === 'contrary') return false
  if (difference === 'none' || difference === 'reworded') return true
  if (isElsewhere) return false
  const silent = query.prefix.length + query.suffix.length < enough
  const isLong = query.weight >= longWeight && scored.quote >= 0.85
  return (silent && difference === 'exchanged') || isLong || isBetweenTheSame(scored)
}

/** Of about 25 words; what looks like so much of something but for a word is no other sentence. */
const longWeight = 75

/** So many characters are one passage, whatever a word in them is now. */
const surely = 5_000
/** Less than this may stand anywhere. */
const enough = 12
const unchanged = 0.85

const isBetweenTheSame = ({ prefix, suffix }: Scored): boolean =>
  (prefix !== null || suffix !== null) &&
  (prefix === null || prefix >= unchanged) &&
  (suffix === null || suffix >= unchanged)

/** Whether a candidate is what stood right before or after the passage. */
function isNeighbour({ exact, prefix, suffix }: Query, candidate: string): boolean {
  const stands = (context: string): boolean => {
    const words = context.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '')
    if (words.length < enough || exact.includes(words)) return false
    return candidate.includes(words) || (candidate.length >= enough && words.includes(candidate))
  }
  return stands(suffix) || stands(prefix)
}

/** So much of what stands beside the words must be the same for the sentence to be one that looks alike. */
const alikeBeside = 0.5

/**
 * Whether the very words stand in a sentence that is like their own but says something else: in one on
 * another ward, by another speaker.
 */
export function standsInLookAlike(
  { typed: { before, exact, after }, weight }: Query,
  { text, start, end }: { readonly text: string; readonly start: number; readonly end: number },
  isElsewhere: boolean,
): boolean {
  // A single word, or a piece of an address, is known by what it is.
  if (!/\s/.test(exact.trim()) || weight >= veryMuchSaid) return false
  const lead = afterBreak(before)
  const rest = ended.test(exact) ? '' : beforeBreak(after)
  const from =
    start - afterBreak(text.slice(Math.max(0, start - lead.length - slack), start), lead).length
  const to = end + beforeBreak(text.slice(end, end + rest.length + slack), rest).length
  const isSame = (one: string, other: string): boolean =>
    (!isElsewhere || weight >= muchSaid) &&
    countWords(one) >= fewWords &&
    fold(one).text.trim() === fold(other).text.trim()
  const [leadNow, restNow] = [text.slice(from, start), text.slice(end, to)]
  return (
    (isOtherSide(lead, { text, start: from, end: start }) && !isSame(rest, restNow)) ||
    (isOtherSide(rest, { text, start: end, end: to }) && !isSame(lead, leadNow))
  )
}

/** Whether what stands on one side is like what stood there, and says something else. */
function isOtherSide(
  was: string,
  is: { readonly text: string; readonly start: number; readonly end: number },
): boolean {
  if (countWords(was) === 0 || is.end <= is.start) return false
  const { difference } = compareTyped({ before: '', exact: was, after: '' }, is)
  return difference === 'contrary' && shareOf(was, is.text.slice(is.start, is.end)) >= alikeBeside
}

const slack = 12
/** Weight of words: of about six. What says less needs both sides where the passage is known to be gone. */
const muchSaid = 20
/** Of about eleven: so many very words in a row are not those of another. */
const veryMuchSaid = 36
/** So many words on one side, unchanged, hold a passage. */
const fewWords = 3
const ended = /[.!?…]\s*["'”’»)]*\s*$|[。！？]$|\n\s*$/u
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu
const countWords = (text: string): number => text.match(wordPattern)?.length ?? 0

/** What of a text stands in the last sentence of it, without a word that is cut; no more words than `like` has. */
function afterBreak(text: string, like?: string): string {
  const sentence = text.slice(lastBreak(text))
  const whole =
    sentence.length === text.length ? sentence.replace(/^[\p{L}\p{N}\p{M}]+/u, '') : sentence
  if (like === undefined) return whole
  const spare = countWords(whole) - countWords(like)
  const words = [...whole.matchAll(wordPattern)]
  return spare > 0 ? whole.slice(words[spare]?.index ?? 0) : whole
}

function lastBreak(text: string): number {
  let at = 0
  for (const { 0: mark, index } of text.matchAll(/[.!?…]["'”’»)]*\s+(?!\p{Ll})|[。！？]|\n\s*/gu))
    at = index + mark.length
  return at
}

/** What of a text stands in the first sentence of it; likewise. */
function beforeBreak(text: string, like?: string): string {
  const at = text.search(/[.!?…]["'”’»)]*(?:\s+(?!\p{Ll})|$)|[。！？]|\n/u)
  const whole = at < 0 ? text.replace(/[\p{L}\p{N}\p{M}]+$/u, '') : text.slice(0, at)
  if (like === undefined) return whole
  const spare = countWords(whole) - countWords(like)
  const words = [...whole.matchAll(wordPattern)]
  const last = words[words.length - 1 - spare]
  return spare > 0 ? whole.slice(0, last ? last.index + last[0].length : 0) : whole
}

/** The share of words that two stretches have in common; one word alone says nothing. */
function shareOf(one: string, other: string): number {
  const words = one.toLowerCase().match(wordPattern) ?? []
  const others: readonly string[] = other.toLowerCase().match(wordPattern) ?? []
  const common = words.filter((word) => others.includes(word)).length
  return common < 2 ? 0 : common / words.length
}
