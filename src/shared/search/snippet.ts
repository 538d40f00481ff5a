// What stands around a place of a text, on one line, short enough to be read at a glance.
import type { Found } from '../text/find.ts'
import { isSpace } from '../text/fold.ts'

/** A piece of a text, with the places in it. */
export interface Snippet {
  /** One unit for each of the text, white space of any kind as a space. */
  readonly text: string
  /** Where it begins, in UTF-16 code units of the text. */
  readonly start: number
  /** UTF-16 offsets into the snippet, end exclusive; those that reach out of it are cut. */
  readonly marks: readonly Found[]
}

/**
 * A snippet around one of the places of a text, cut between words where that is near, else between
 * characters as readers see them.
 * @param places in the order of the text, none overlapping another
 * @param length UTF-16 code units that it has at most, but for the rest of a character it would cut
 * @param at which of the places; a text without places gives its beginning
 */
export function snippetOf(text: string, places: readonly Found[], length: number, at = 0): Snippet {
  const place = places[at] ?? { start: 0, end: 0 }
  const most = Math.max(1, length)
  const room = Math.max(0, most - (place.end - place.start))
  const wish = place.start - Math.floor(room / 3)
  // Near the end of the text the room that is left over goes before the place.
  const start = cutBefore(text, Math.min(wish, text.length - most), place.start)
  const latest = start + most
  const end = cutAfter(
    text,
    latest,
    place.end <= latest ? Math.max(place.end, start + 1) : start + 1,
  )
  return {
    text: text.slice(start, end).replace(/\s/g, ' '),
    start,
    marks: marksIn(places, at, start, end),
  }
}

/** Places are in order, so only those beside this one can be in its snippet. */
function marksIn(places: readonly Found[], at: number, start: number, end: number): Found[] {
  let first = at
  while ((places[first - 1]?.end ?? -1) > start) first--
  const marks: Found[] = []
  for (let place = places[first]; place && place.start < end; place = places[++first])
    marks.push({
      start: Math.max(place.start, start) - start,
      end: Math.min(place.end, end) - start,
    })
  return marks
}

/** Code units within which a cut is moved to the next border of a word. */
const nearEnough = 24

/** Where to begin: not before `earliest`, and not after `latest` if a character begins between them. */
function cutBefore(text: string, earliest: number, latest: number): number {
  if (earliest <= 0) return 0
  const borders = wordBorders(text, earliest, Math.min(latest, earliest + nearEnough))
  const word = borders.find((at) => !isSpaceAt(text, at) && isBetweenCharacters(text, at))
  if (word !== undefined) return word
  for (let at = earliest; at <= latest; at++) if (isBetweenCharacters(text, at)) return at
  const nearest = Math.max(0, earliest - longestCharacter)
  for (let at = earliest - 1; at > nearest; at--) if (isBetweenCharacters(text, at)) return at
  return nearest === 0 ? 0 : outOfPair(text, earliest)
}

/** Where to end: not after `latest`, and not before `earliest` if a character ends between them. */
function cutAfter(text: string, latest: number, earliest: number): number {
  if (latest >= text.length) return text.length
  const borders = wordBorders(text, Math.max(earliest, latest - nearEnough), latest)
  const word = borders.findLast((at) => !isSpaceAt(text, at - 1) && isBetweenCharacters(text, at))
  if (word !== undefined) return word
  for (let at = latest; at >= earliest; at--) if (isBetweenCharacters(text, at)) return at
  const farthest = Math.min(text.length, latest + longestCharacter)
  for (let at = latest + 1; at < farthest; at++) if (isBetweenCharacters(text, at)) return at
  return farthest === text.length ? farthest : outOfPair(text, latest)
}

const isSpaceAt = (text: string, at: number): boolean => isSpace(text.charCodeAt(at))

/** Never between the halves of a surrogate pair. */
function outOfPair(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

let segmenters: { readonly word: Intl.Segmenter; readonly character: Intl.Segmenter } | undefined
const segmenter = (of: 'word' | 'character'): Intl.Segmenter => {
  segmenters ??= {
    word: new Intl.Segmenter('und', { granularity: 'word' }),
    character: new Intl.Segmenter('und', { granularity: 'grapheme' }),
  }
  return segmenters[of]
}

/** Scripts with spaces between words, and signs: a segmenter is some hundred times slower. */
const spaced = /^[\s!-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e]*$/

/** Where words begin or end, from `from` to `to` inclusive. */
function wordBorders(text: string, from: number, to: number): readonly number[] {
  const begin = Math.max(0, from - nearEnough)
  const piece = text.slice(begin, to + nearEnough)
  const found: number[] = []
  if (!spaced.test(piece)) {
    for (const { index } of segmenter('word').segment(piece))
      if (begin + index >= from && begin + index <= to) found.push(begin + index)
    return found
  }
  for (let at = from; at <= to; at++)
    if (isSpaceAt(text, at - 1) !== isSpaceAt(text, at)) found.push(at)
  return found
}

/** Each of these is a character by itself: Latin, Greek, Cyrillic, their signs, kana, Han, Hangul. */
const single =
  /^[\t\n\x20-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203b\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]*$/
/** In code units. What is longer is no writing, and may be cut. */
const longestCharacter = 400

/** Whether an offset is between two characters as readers see them. */
function isBetweenCharacters(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length || single.test(text.slice(at - 1, at + 1))) return true
  const before = text.slice(Math.max(0, at - longestCharacter), at)
  const begin = at - before.length + Math.max(0, before.search(/\s\S*$/))
  const piece = text.slice(begin, at + nearEnough)
  return (
    segmenter('character')
      .segment(piece)
      .containing(at - begin)?.index ===
    at - begin
  )
}
