// Whether words that stand in a text are in their own sentence there, or in one that is like it and says
// something else: on another ward, by another speaker. All that is known of the sentence is what was kept of it
// beside the words.
import { fold } from '../text/fold.ts'
import { compareTyped } from './meaning/differences.ts'
import { anyLanguage, beginsDenial, type Deciding, decidingIn, rowsOf } from './meaning/lookup.ts'
import type { Query } from './query.ts'
import { afterBreak, beforeBreak, endsSentence } from './sentence-breaks.ts'
import { isNearly, isOtherSpeaker } from './speakers.ts'
import { weigh } from './tokens.ts'

interface Place {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What is known of one side, and what stands there. */
interface Side {
  /** What of the sentence was there, as far as it is known. */
  readonly was: string
  /** As much of the sentence that is there. */
  readonly is: string
  /** The first of the words themselves, for what stands before them. */
  readonly next: string
  /** The sentence goes on beyond what is known of it. */
  readonly isCut: boolean
}

/** @param isWholeKnown the older text is at hand, and the whole sentence with it */
export function standsInOther(
  query: Query,
  { text, start, end }: Place,
  isWholeKnown: boolean,
): boolean {
  const { before, exact, after } = query.typed
  // A piece of an address is known by what it is, and very much by itself.
  if (exact.length > veryLong || isInAddress(query.typed)) return false
  if (before.length + after.length < enoughContext) return false
  const lead = sideBefore(query.typed, text, start)
  const rest = endsSentence(exact) ? none : sideAfter(after, text, end)
  const [first, last] = [beforeBreak(exact.trim()), afterBreak(exact.trim())]
  if (isOtherSpeaker(rest.was, rest.is, rest.isCut)) return true
  const enough = isWholeKnown ? fewWeight : someWords
  const isShort = (part: string): boolean => weigh(fold(part).text).weight < enough
  const one = saysOf(lead, 'before', isShort(first), isWholeKnown)
  const other = saysOf(rest, 'after', isShort(last), isWholeKnown)
  if (one === 'other' || other === 'other') return true
  // What holds the words of one sentence says nothing of another.
  if (first !== last)
    return (one === 'more' && isShort(first)) || (other === 'more' && isShort(last))
  if (countWords(lead.was + rest.was + lead.is + rest.is) === 0) return false
  if (holds(lead, one) || holds(rest, other)) return false
  return one === 'more' || other === 'more' || isShort(exact)
}

/** So many characters are known by themselves. */
const veryLong = 5_000
/** What is shorter proves nothing. */
const enoughContext = 24

const isInAddress = ({ before, exact, after }: Query['typed']): boolean =>
  !/\s/.test(exact.trim()) &&
  /:\/\/|^www\.|\w@\w|\/\w.*\/|\w\.\w+\//i.test(
    `${/\S*$/.exec(before)?.[0]}${exact}${/^\S*/.exec(after)?.[0]}`,
  )

const none: Side = { was: '', is: '', isCut: false, next: '' }

/** How much more is looked at than was there: words may have been put in. */
const slack = 60
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu
const countWords = (text: string): number => text.match(wordPattern)?.length ?? 0

function sideBefore({ before, exact }: Query['typed'], text: string, start: number): Side {
  const next = exact.slice(0, slack)
  const was = afterBreak(before, next)
  const isCut = was.length === before.length && was.trim() !== ''
  return {
    was,
    is: afterBreak(
      text.slice(Math.max(0, start - was.length - slack), start),
      text.slice(start, start + slack),
    ),
    isCut,
    next,
  }
}

function sideAfter(after: string, text: string, end: number): Side {
  const was = beforeBreak(after)
  const isCut = was.length === after.length && was.trim() !== ''
  return { was, is: beforeBreak(text.slice(end, end + was.length + slack)), isCut, next: '' }
}

const plain = (text: string): string => fold(text).text.trim()

/** `same`: nothing else stands there; `more`: something was put in that carries the meaning. */
type Says = 'same' | 'like' | 'more' | 'other'

function saysOf(
  { was, is, isCut, next }: Side,
  side: 'before' | 'after',
  isShort: boolean,
  isWholeKnown: boolean,
): Says {
  const [old, now] = [plain(was), plain(is)]
  if (old === now) return 'same'
  if (isCut && (side === 'before' ? now.endsWith(old) : now.startsWith(old))) return 'same'
  if (countWords(is) === 0) return saysMuch(was) ? 'more' : 'like'
  const whole = isCut ? withoutCutWord(was, side) : was
  const count = countWords(whole)
  if (isCut && cutWordIsOther(was, whole, is, side)) {
    // A word that begins small is no name: one was put in.
    const isNone =
      side === 'after' &&
      !decides(plain(was.slice(whole.length))) &&
      !beginsDenial(plain(was.slice(whole.length))) &&
      !/\p{Lu}/u.test(was.slice(whole.length))
    if (!isNone || isShort) return 'other'
    return count >= fewWords ? 'like' : 'more'
  }
  if (count === 0) return !isCut && isDenied(is, next, side) ? 'other' : 'like'
  // What was put in at the far end is another thing that is said besides.
  const wanted = [count, count + 1, count + 2, count + 4, Number.POSITIVE_INFINITY]
  const all = asMuchOf(is, count + 4, side)
  const isRival = (isAdded: boolean): boolean =>
    isShort || (isWholeKnown ? isOfOneMake(whole, all) : looksLike(whole, all, side, isAdded))
  const known = side === 'after' ? withCutName(was, whole, is) : whole
  const found = wanted.map((most) =>
    compareSide(
      { was: known.trim(), is: asMuchOf(is, most, side).trim(), next },
      side,
      isRival,
      isShort,
    ),
  )
  return ranked.find((each) => found.includes(each)) ?? 'other'
}

/** Whether right beside the words, where their sentence began or ended, something denies them. */
function isDenied(is: string, next: string, side: 'before' | 'after'): boolean {
  const words = `${is} ${next}`.toLowerCase().match(wordPattern) ?? []
  const beside = plain(asMuchOf(is, 1, side)).match(wordPattern)?.[0] ?? ''
  return (decidingIn(words) ?? anyLanguage).denies(beside)
}

const ranked: readonly Says[] = ['same', 'like', 'more', 'other']

function compareSide(
  { was, is, next }: Pick<Side, 'was' | 'is' | 'next'>,
  side: 'before' | 'after',
  isOfOneMake: (isAdded: boolean) => boolean,
  isShort: boolean,
): Says {
  // What stands behind the words does not begin a line: its number is no item's.
  const before = side === 'before' ? '' : '· '
  const after = side === 'before' ? ` ${next}` : ''
  const text = before + is + after
  const start = before.length
  const place = { text, start, end: start + is.length }
  const { difference } = compareTyped({ before, exact: was, after }, place)
  if (difference === 'none') return 'same'
  if (difference === 'exchanged' && isShort) return 'other'
  if (difference === 'reworded' || difference === 'exchanged') return 'like'
  if (!isOfOneMake(difference === 'added')) return 'like'
  if (difference !== 'added') return 'other'
  return sameBeside(was, is, side) >= fewWords ? 'like' : 'more'
}

/** How many words right beside the passage are the same. */
function sameBeside(was: string, is: string, side: 'before' | 'after'): number {
  const [olds, news] = [was, is].map((text) => {
    const words = plain(text).match(wordPattern) ?? []
    return side === 'before' ? words.toReversed() : words
  })
  let count = 0
  while (olds?.[count] !== undefined && olds[count] === news?.[count]) count++
  return count
}

/** Weight of words: of about three long ones. What says less is known by its sentence alone. */
const someWords = 12
/** Of about two. */
const fewWeight = 8

/** So many words on one side, unchanged, hold a passage; so does all that there is to the sentence's end. */
const fewWords = 3

const holds = ({ was, is, isCut }: Side, says: Says): boolean =>
  says === 'same' &&
  (countWords(was) >= fewWords || (!isCut && countWords(was) > 0 && plain(was) === plain(is)))

/**
 * Whether two sentences are of one make: by the words that carry no meaning by themselves, of all that is
 * known or of what stands right beside the passage.
 */
function looksLike(was: string, is: string, side: 'before' | 'after', isAdded: boolean): boolean {
  const [olds, news] = [plainWords(was), plainWords(is)]
  if (isOtherBeside(was, is, side)) return true
  const [all, allNow] = [was, is].map((text) => plain(text).match(wordPattern) ?? [])
  if (shareOf(all ?? [], allNow ?? []) > 0.5) return true
  // By whom something was said.
  if (Math.min(olds.length, news.length) < 2) return Math.max(olds.length, news.length) < 3
  if (shareOf(olds, news) > 0.5) return true
  const [beside, besideNow] = [asMuchOf(was, near, side), asMuchOf(is, near, side)].map(plainWords)
  return !isAdded && shareOf(beside ?? [], besideNow ?? []) >= 0.5
}

/** Whether the rest of a whole sentence is the same but for what carries its meaning. */
function isOfOneMake(was: string, is: string): boolean {
  const [olds, news] = [plainWords(was), plainWords(is)]
  if (Math.min(olds.length, news.length) < 2) return Math.max(olds.length, news.length) < 3
  return shareOf(olds, news, isNearly) >= sameMake && shareOf(news, olds, isNearly) >= sameMake
}

/** Of the words; a sentence that was written anew keeps fewer. */
const sameMake = 0.8

/** Whether right beside the passage a name, a number or the like stands in the place of another. */
function isOtherBeside(was: string, is: string, side: 'before' | 'after'): boolean {
  const [old, now] = [was, is].map((text) => asMuchOf(text, 1, side))
  return (
    plain(old ?? '') !== plain(now ?? '') &&
    [old ?? '', now ?? ''].every((word) => countWords(word) > 0 && plainWords(word).length === 0)
  )
}

const shareOf = (olds: readonly string[], news: readonly string[], isSame = areEqual): number =>
  olds.length === 0
    ? 0
    : olds.filter((word) => news.some((other) => isSame(word, other))).length / olds.length

const areEqual = (one: string, other: string): boolean => one === other

/** Words. */
const near = 3

function plainWords(text: string): readonly string[] {
  const words = text.match(wordPattern) ?? []
  const language = decidingIn(words.map((word) => word.toLowerCase())) ?? anyLanguage
  return words.filter((word) => !/^\p{Lu}|\p{N}/u.test(word) && !decides(word, language))
}

/** Whether there is a name, a number or the like in what stood beside the passage. */
const saysMuch = (text: string): boolean =>
  (text.match(wordPattern) ?? []).length > plainWords(text).length

/** Whether a word decides by itself what a sentence says. */
const decides = (word: string, language: Deciding = anyLanguage): boolean =>
  rowsOf(word.toLowerCase()).length > 0 ||
  language.denies(word.toLowerCase()) ||
  language.numberOf(word.toLowerCase()) !== null

/** Without the word of which only some letters may be known; one with a capital is whole. */
const withoutCutWord = (was: string, side: 'before' | 'after'): string =>
  side === 'before'
    ? was.replace(/^(?!\p{Lu})[\p{L}\p{N}\p{M}]+/u, '')
    : was.replace(/[\p{L}\p{N}\p{M}]+$/u, '')

/** With the name of which only some letters are known, as it stands there if it does. */
function withCutName(was: string, whole: string, is: string): string {
  const letters = was.slice(whole.length)
  if (!/^\p{Lu}/u.test(letters)) return whole
  return whole + ((is.match(wordPattern) ?? []).find((word) => word.startsWith(letters)) ?? letters)
}

/** Words as they are compared where a comma more or less says nothing. */
const withoutMarks = (text: string, keepCase = false): string =>
  (fold(text, { keepCase }).text.match(wordPattern) ?? []).join(' ')

/** Whether all is the same but the word of which only some letters are known, and that is another name or number. */
function cutWordIsOther(was: string, whole: string, is: string, side: 'before' | 'after'): boolean {
  if (whole === was) return false
  const [known, now] = [withoutMarks(whole), withoutMarks(is)]
  const isBefore = side === 'before'
  if (isBefore ? !now.endsWith(known) : !now.startsWith(known)) return false
  const typed = withoutMarks(is, true)
  const rest = isBefore ? typed.slice(0, typed.length - known.length) : typed.slice(known.length)
  const word = (isBefore ? /[\p{L}\p{N}\p{M}]+\s*$/u : /^\s*[\p{L}\p{N}\p{M}]+/u).exec(rest)?.[0]
  if (word === undefined) return false
  const letters = plain(
    isBefore ? was.slice(0, was.length - whole.length) : was.slice(whole.length),
  )
  const there = plain(word)
  if (isBefore ? there.endsWith(letters) : there.startsWith(letters)) return false
  const isName =
    letters.length > 2 &&
    /\p{Lu}/u.test(isBefore ? was.slice(0, was.length - whole.length) : was.slice(whole.length))
  return (
    isName ||
    /[\p{Lu}\p{N}]/u.test(word) ||
    decides(there) ||
    decides(letters) ||
    beginsDenial(letters)
  )
}

/** No more of a side than so many words. */
function asMuchOf(text: string, most: number, side: 'before' | 'after'): string {
  const words = [...text.matchAll(wordPattern)]
  if (words.length <= most) return text
  if (side === 'before') return text.slice(words[words.length - most]?.index ?? 0)
  const last = words[most - 1]
  return last ? text.slice(0, last.index + last[0].length) : text
}
