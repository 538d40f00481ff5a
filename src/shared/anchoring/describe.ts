// From a range of an article's text to what is needed to find it again: position, words, context.
// After the W3C's text position and text quote selectors.
import type { Target } from '../model/annotation.ts'
import { isSpace } from '../text/fold.ts'

/** Code units of context kept on either side. */
export const contextLength = 32

/**
 * Describes `[start, end)` of a text, in UTF-16 code units. White space at the range's ends is left
 * out, and no end cuts a surrogate pair in two: a range grows to hold the pair, a context shrinks.
 * @throws RangeError when the range is not inside the text or holds nothing but white space: the
 *   caller's mistake, since nobody can select that.
 */
export function describe(text: string, textHash: string, start: number, end: number): Target {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && end <= text.length)) {
    throw new RangeError(`range ${start}–${end} is not inside a text of ${text.length}`)
  }
  let from = cutsPair(text, start) ? start - 1 : start
  let to = cutsPair(text, end) ? end + 1 : end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  if (from >= to) throw new RangeError(`range ${start}–${end} holds no words`)
  let before = Math.max(0, from - contextLength)
  let after = Math.min(text.length, to + contextLength)
  if (cutsPair(text, before)) before++
  if (cutsPair(text, after)) after--
  return {
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
    textHash,
  }
}

const cutsPair = (text: string, offset: number): boolean =>
  offset > 0 &&
  offset < text.length &&
  (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 &&
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00
