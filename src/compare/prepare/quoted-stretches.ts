// What stands in quotation marks, for telling quoted words from the writer's own. Only where the
// marks are: who speaks, and what belongs together over several paragraphs, is told elsewhere.
import {
  isDash,
  isDoubleQuote,
  isInvisible,
  isOpeningBracket,
  isSingleQuote,
  isSpace,
  visibleBefore,
  visibleFrom,
} from './characters.ts'

/** UTF-16 offsets into the article's text, end exclusive; the marks are left out. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** How far a single mark may be from the one that closes it, in UTF-16 code units. */
const singleReach = 2_000

const pairs = new Map([
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['「', '」'],
  ['『', '』'],
])

/** Begins with an apostrophe and is no quotation: "'em", "'90s". */
const elision = /^(?:em|til|cause|n|tis|twas|bout|round|cuz|nuff|\d0s|\d\d)(?![\p{L}\p{N}])/iu

/**
 * The outermost quoted stretches between two offsets, which are those of a paragraph: what is not
 * closed ends there. Straight and curly marks are told by what stands beside them, so that the same
 * words give the same stretches however they are typed. Linear.
 */
export function quotedStretches(text: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = []
  const add = (start: number, end: number): void => {
    if (end > start) found.push({ start, end })
  }
  let at = from
  /** The first single mark from `at` on that may close; `to` if there is none. */
  let closing = from
  while (at < to) {
    const code = text.charCodeAt(at)
    if (isDoubleQuote(code) && opens(text, at, from, to)) {
      const end = closingDouble(text, at + 1, to)
      add(at + 1, end)
      // A mark that looks as if it opened another one is read again.
      at = end < to && looksOpening(text, end, from, to) ? end : end + 1
    } else if (isSingleQuote(code) && opensSingle(text, at, from, to)) {
      while (closing < to && (closing <= at || !closesSingle(text, closing, from))) closing++
      const isNear = closing < to && closing - at < singleReach
      if (isNear) add(at + 1, closing)
      at = isNear ? closing + 1 : at + 1
    } else if (code > 0xa0 && pairs.has(text.charAt(at)) && opensPair(text, at, from, to)) {
      const other = text.indexOf(pairs.get(text.charAt(at)) ?? '', at + 1)
      const end = other < 0 || other > to ? to : other
      add(at + 1, end)
      at = end + 1
    } else at++
  }
  return found
}

const isWordlike = (char: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(char)

/** Whether what stands before a mark lets a quotation begin. */
function mayBegin(text: string, at: number, from: number): boolean {
  const before = visibleBefore(text, at, from)
  if (before < 0) return true
  const code = text.charCodeAt(before)
  return (
    isSpace(code) ||
    isOpeningBracket(code) ||
    isDash(code) ||
    isSingleQuote(code) ||
    isDoubleQuote(code) ||
    code === 0x2f ||
    code === 0x3a ||
    code > 0x2fff
  )
}

const spaceAt = (text: string, index: number): boolean =>
  index < 0 || isSpace(text.charCodeAt(index))

function opens(text: string, at: number, from: number, to: number): boolean {
  const next = visibleFrom(text, at + 1, to)
  return next >= 0 && mayBegin(text, at, from) && !(spaceAt(text, next) && spaceAt(text, next + 1))
}

/** Unlike `opens` also within a quotation: white space before, none after. */
function looksOpening(text: string, at: number, from: number, to: number): boolean {
  const next = visibleFrom(text, at + 1, to)
  return spaceAt(text, visibleBefore(text, at, from)) && next >= 0 && !spaceAt(text, next)
}

function closingDouble(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (isDoubleQuote(text.charCodeAt(at))) return at
  return to
}

function opensSingle(text: string, at: number, from: number, to: number): boolean {
  const next = visibleFrom(text, at + 1, to)
  if (next < 0 || spaceAt(text, next) || !mayBegin(text, at, from)) return false
  return !elision.test(text.slice(next, next + 8))
}

/** Whether a single mark stands after a word or a mark, and before none. */
function closesSingle(text: string, at: number, from: number): boolean {
  if (!isSingleQuote(text.charCodeAt(at))) return false
  const before = visibleBefore(text, at, from)
  const next = visibleFrom(text, at + 1, text.length)
  if (spaceAt(text, before)) return false
  return next < 0 || !isWordlike(text.charAt(next))
}

/** A guillemet or a corner bracket opens unless it stands after a word, as the closing ones do. */
function opensPair(text: string, at: number, from: number, to: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x300c || code === 0x300e) return true
  const next = visibleFrom(text, at + 1, to)
  if (next < 0) return false
  if (code === 0xab || code === 0x2039) return mayBegin(text, at, from) || isWordAt(text, next)
  return mayBegin(text, at, from) && isWordAt(text, next)
}

const isWordAt = (text: string, index: number): boolean =>
  !isInvisible(text.charCodeAt(index)) && isWordlike(text.charAt(index))
