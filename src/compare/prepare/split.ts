// Cuts a paragraph into sentences: the Unicode rules (Intl.Segmenter), with repairs for what news
// is full of, such as "Sen.", "U.S.", initials, and marks after which a sentence goes on.
import { goesOnAfterStop } from './abbreviations.ts'
import { isDash, isSpace } from './characters.ts'
import type { Stretch } from './quoted-stretches.ts'

const segmenters = new Map<string, Intl.Segmenter>()

/** @param language BCP 47; one that the machine does not know counts as none */
function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    made = new Intl.Segmenter('und', { granularity: 'sentence' })
  }
  segmenters.set(language, made)
  return made
}

/** How much of the text beside a boundary is looked at, in UTF-16 code units. */
const view = 24

/**
 * The sentences between two offsets, without the white space between them, in order. Linear.
 * @param keepsLines line feeds are the author's and end a sentence; otherwise they count as spaces
 */
export function splitSentences(
  text: string,
  from: number,
  to: number,
  language: string,
  keepsLines: boolean,
): Stretch[] {
  const raw = text.slice(from, to)
  const part = keepsLines ? raw : raw.replace(/[\n\r\u0085\u2028\u2029]/g, ' ')
  const found: Stretch[] = []
  let start = 0
  const close = (end: number): void => {
    let [first, last] = [start, end]
    while (first < last && isSpace(part.charCodeAt(first))) first++
    while (last > first && isSpace(part.charCodeAt(last - 1))) last--
    if (last > first) found.push({ start: from + first, end: from + last })
    start = end
  }
  for (const boundary of boundariesOf(part, segmenterFor(language)))
    if (boundary > start && !goesOn(part, start, boundary, language)) close(boundary)
  close(part.length)
  return found
}

/** How much of a paragraph the segmenter gets at a time: its time grows with the square of this. */
const window = 4_000

/** Where the Unicode rules, and `missed`, let a sentence begin. */
function* boundariesOf(part: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0
  let size = window
  while (from < part.length) {
    const piece = part.slice(from, from + size)
    const isLast = from + size >= part.length
    let last = 0
    let previous = 0
    for (const { index, segment } of segmenter.segment(piece)) {
      if (index > 0) yield from + index
      if (mayMiss.test(segment))
        for (const match of segment.matchAll(missed)) {
          previous = index + match.index + match[0].length
          yield from + previous
        }
      last = Math.max(index, previous)
    }
    if (isLast) return
    // The last one may go on behind the window's end, so it is read again.
    from += last
    size = last > 0 ? window : size * 2
  }
}

const terminator = /[.!?…。！？｡؟।][^\p{L}\p{N}\s]*$/u
/** "…?" Varga said: who speaks, after a quoted question or exclamation. */
const quotedMark = /[!?]["'”’»]+$/u
const attribution =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|continued|replied|told|tweeted|shouted|declared|exclaimed|wondered|joked)(?!\p{L})/u
const lower = /^[^\p{L}\p{N}\s]{0,3}\p{Ll}/u

/** Whether the sentence that began at `start` goes on over the boundary at `at`. */
function goesOn(part: string, start: number, at: number, language: string): boolean {
  let end = at
  while (end > start && isSpace(part.charCodeAt(end - 1))) end--
  if (/[\n\r\u0085\u2028\u2029]/.test(part.slice(end, at))) return false
  const before = part.slice(Math.max(start, end - view), end)
  const after = part.slice(at, at + view)
  // A mark that stands alone, such as one that closes a quotation after a space.
  if (!/[\p{L}\p{N}]/u.test(part.slice(start, Math.min(end, start + 200)))) return true
  if (/^[»”](?:\s|$)/u.test(after)) return true
  const ending = terminator.exec(before)
  if (!ending) return lower.test(after)
  if (lower.test(after) || /^[,;:)\]]/.test(after) || isDash(after.charCodeAt(0))) return true
  if (quotedMark.test(before) && attribution.test(part.slice(at, at + 80))) return true
  if (end === at && ending[0].length === 1 && ending[0] === '.') return true
  return ending[0] === '.' && goesOnAfterStop(before, after, language)
}

/** After an ellipsis, and after a closing mark with a space before it: no ends by the Unicode rules. */
const missed = /(?:…["'”’»)\]]*|^[»”])[\s\u00a0]+(?=["'“‘«(]?\s?\p{Lu})/gu
const mayMiss = /…|^[»”]\s/u
