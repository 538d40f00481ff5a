// Words that a line's end breaks by a hyphen: "knowl-\nedge". Read as one word, unless it is asked for
// with its hyphen.
import type { Folded } from './fold.ts'

/** A hyphen and the line's end between small letters; the same in a text and in part of one. */
export const lineBreaks = /(?<=\p{Ll})[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?=\p{Ll})/gu

const unspaced = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]'
/** The same, and white space between letters of a script that has none: there a line ends inside a word. */
export const wordBreaks = new RegExp(
  `${lineBreaks.source}|(?<=${unspaced})[\\s\\p{Cf}]*\\s[\\s\\p{Cf}]*(?=${unspaced})`,
  'gu',
)

/** Without what stands where words are broken, or with their hyphens alone. */
export function joined(text: string, folded: Folded, hyphen: 'gone' | 'kept'): Folded {
  const cuts = Array.from(text.matchAll(wordBreaks), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  if (cuts.length === 0) return folded
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (let i = 0; i < folded.text.length; i++) {
    const start = folded.starts[i] ?? 0
    while ((cuts[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    const unit = folded.text.charAt(i)
    const isCut = start >= (cuts[at]?.start ?? Number.POSITIVE_INFINITY)
    if (isCut && !(hyphen === 'kept' && unit === '-')) continue
    out += unit
    starts.push(start)
    ends.push(folded.ends[i] ?? 0)
  }
  return { text: out, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
