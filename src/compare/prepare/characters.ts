// What kinds of characters the comparison tells apart. Marks of one kind count alike, however they
// are typed: straight or curly quotes, any dash, any space.
import { isSpace } from '../../shared/text/fold.ts'

export { isSpace }

/** A double quotation mark other than a guillemet, opening or closing. */
export const isDoubleQuote = (code: number): boolean =>
  code === 0x22 || (code >= 0x201c && code <= 0x201f) || code === 0xff02

/** A single quotation mark or an apostrophe. */
export const isSingleQuote = (code: number): boolean =>
  code === 0x27 ||
  (code >= 0x2018 && code <= 0x201b) ||
  code === 0x60 ||
  code === 0xb4 ||
  code === 0x2bc ||
  code === 0xff07

export const isDash = (code: number): boolean =>
  code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58

/** Takes no room: soft hyphen, zero-width space, joiners, direction marks, byte order mark. */
export const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  (code >= 0x2066 && code <= 0x2069) ||
  code === 0xfeff

export const isOpeningBracket = (code: number): boolean =>
  code === 0x28 || code === 0x5b || code === 0x7b || code === 0xff08

/** Index of the visible code unit before `at`, not before `from`; -1 if there is none. */
export function visibleBefore(text: string, at: number, from: number): number {
  let index = at - 1
  while (index >= from && isInvisible(text.charCodeAt(index))) index--
  return index >= from ? index : -1
}

/** Index of the first visible code unit from `at` on, before `to`; -1 if there is none. */
export function visibleFrom(text: string, at: number, to: number): number {
  let index = at
  while (index < to && isInvisible(text.charCodeAt(index))) index++
  return index < to ? index : -1
}
