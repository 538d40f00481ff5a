// How the first lines of a text look in each encoding that it could be of: for a reader who sees at once
// what no statistics tell.
import { type EncodingName, encodingNames } from '../../shared/encodings.ts'
import { decode, decodeAs } from './decode.ts'

export interface EncodingPreview {
  readonly encoding: EncodingName
  /** The first lines that it matters for; '' where there are none. */
  readonly words: string
  /** How many places of the sample could not be read. */
  readonly bad: number
}

export interface EncodingPreviews {
  /** The one that is found without the reader's word. */
  readonly found: string
  /** The likeliest first. */
  readonly previews: readonly EncodingPreview[]
}

/** Bytes that are looked at; lines and characters of each that are shown. */
const sampleLength = 65_536
const mostLines = 3
const mostShown = 90

export function encodingPreviews(bytes: Uint8Array): EncodingPreviews {
  const { encoding: found } = decode(bytes)
  const sample = bytes.subarray(0, sampleLength)
  const all = encodingNames.map((encoding) => {
    const text = withoutMarkup(decodeAs(sample, encoding).text)
    const bad = text.match(/\ufffd/g)?.length ?? 0
    return { preview: { encoding, words: linesOf(text), bad }, odd: 10 * bad + oddness(text) }
  })
  const shown = all.find(({ preview }) => preview.encoding === found)?.preview.words
  // What looks as it does already is of no help.
  const rankOf = ({ encoding, words }: EncodingPreview): number =>
    encoding === found ? 0 : words === shown ? 2 : 1
  all.sort((a, b) => rankOf(a.preview) - rankOf(b.preview) || a.odd - b.odd)
  return { found, previews: all.map(({ preview }) => preview) }
}

const withoutMarkup = (text: string): string =>
  text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[a-z/!][^>]*>/gi, ' ')

/** The first lines with a letter beyond ASCII, cut around it: in the others all encodings are alike. */
function linesOf(text: string): string {
  const lines = text.split(/[\r\n]+/).flatMap((line) => {
    const words = line.replace(/\s+/gu, ' ').trim()
    const at = words.search(/[^\x20-\x7e]/)
    if (at < 0) return []
    const from = Math.max(0, at - mostShown / 3)
    const shown = words.slice(from, from + mostShown)
    return [`${from > 0 ? '…' : ''}${shown}${from + mostShown < words.length ? '…' : ''}`]
  })
  return lines
    .slice(0, mostLines)
    .join('\n')
    .replace(/\p{Cs}|[^\P{Cc}\n]/gu, '\ufffd')
}

/** How much in a text no text has. */
function oddness(text: string): number {
  const odd = strange.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0)
  return /\s/.test(text.trim().slice(0, 2_000)) || text.length < 40 ? odd : odd + 1_000
}

const strange: readonly RegExp[] = [
  // Control characters, boxes, what no standard names.
  /[^\P{Cc}\t\n\r]|[\u2500-\u259f\ue000-\uf8ff]/gu,
  // A sign inside a word.
  /(?<=\p{L})[^\p{L}\p{M}\p{N}\s\p{P}\ufffd](?=\p{L})/gu,
  // A capital behind a small letter.
  /(?<=\p{Ll})\p{Lu}/gu,
  // Letters of two scripts in a word.
  /(?<=\p{Script=Latin})(?!\p{Script=Latin})[\p{Lu}\p{Ll}\p{Lo}]|(?<!\p{Script=Latin})(?<=[\p{Lu}\p{Ll}\p{Lo}])\p{Script=Latin}/gu,
]
