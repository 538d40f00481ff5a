// From bytes to text. News text is found in every encoding, often unnamed; a wrong guess would put
// broken characters into quotations, so what is certain is asked first and guessing comes last.
import { analyse } from 'chardet'
import type { Warning } from '../../shared/model/article.ts'
import { checkUtf8 } from './utf8.ts'

export interface Decoded {
  /** Without byte order mark; line ends as in the file. */
  readonly text: string
  /** Name of the encoding in lower case, as the Encoding Standard has it: `utf-8`, `windows-1252`. */
  readonly encoding: string
  readonly warnings: readonly Warning[]
}

/**
 * Decodes a text file. Never fails: what cannot be read becomes U+FFFD, with a warning.
 * @param label the encoding that something around the text names, such as a MIME header
 */
export function decode(bytes: Uint8Array, label?: string): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return decodeAs(bytes, utf16)
  const named = label !== undefined && isLegacy(label) ? label : null
  // These are made of ASCII alone, so that they would pass for UTF-8.
  if (named !== null && /^(?:csiso|iso-)2022/i.test(named)) return decodeAs(bytes, named)
  const check = checkUtf8(bytes)
  if (check.firstBad === null) return decodeAs(bytes, 'utf-8')
  if (check.wellFormed >= 2 * check.bad) {
    const warning = badBytes(bytes, check.bad, check.firstBad)
    return { ...decodeAs(bytes, 'utf-8'), warnings: [warning] }
  }
  return decodeAs(bytes, named ?? declared(bytes) ?? guess(bytes, check.firstBad))
}

/** The kind of UTF-16 by byte order mark or by where the NUL bytes stand; null if it is not UTF-16. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 65_536)
  const nul = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nul[i & 1] = (nul[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = nul
  if (odd > sample.length / 20 && even === 0) return 'utf-16le'
  if (even > sample.length / 20 && odd === 0) return 'utf-16be'
  return null
}

/** Decodes bytes as what the label names; an encoding of the Encoding Standard. */
export function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const decoder = new TextDecoder(label)
  const { encoding } = decoder
  const decoded = decoder.decode(bytes)
  const text = encoding === 'windows-1252' ? withoutC1(decoded) : decoded
  return { text, encoding, warnings: [] }
}

// Some versions of Node read windows-1252 as ISO-8859-1; then its curly quotes and dashes come out
// as control characters. Where Node is right there is nothing to replace.
const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const withoutC1 = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (char) => c1[char.charCodeAt(0) - 0x80] ?? char)

/** What an HTML or XML file says about itself in its first 2,048 bytes; null if nothing usable. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]
  return name === undefined || !isLegacy(name) ? null : name
}

/** Whether the name is of an encoding we can read that is not Unicode: Unicode was ruled out before. */
function isLegacy(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith('utf-')
  } catch (thrown) {
    if (thrown instanceof RangeError) return false
    throw thrown
  }
}

function guess(bytes: Uint8Array, firstBad: number): string {
  const from = Math.max(0, firstBad - 1000)
  const sample = bytes.subarray(from, from + 65_536)
  if (isWesternPunctuation(sample)) return 'windows-1252'
  const best = analyse(sample).find(({ name }) => isLegacy(name))
  return best === undefined || /^iso-8859-1$/i.test(best.name) ? 'windows-1252' : best.name
}

// Curly quotes, dashes, ellipsis, no-break space, pound, copyright, degree and such in windows-1252.
const western = new Set([
  0x80, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xab,
  0xae, 0xb0, 0xb4, 0xb7, 0xbb, 0xbd, 0xe0, 0xe1, 0xe4, 0xe7, 0xe8, 0xe9, 0xed, 0xf1, 0xf3, 0xf6,
  0xfc,
])

/** English with a few typographic signs: too little for statistics, and plain to see. */
function isWesternPunctuation(sample: Uint8Array): boolean {
  let high = 0
  let usual = 0
  for (const byte of sample) {
    if (byte < 0x80) continue
    high++
    if (western.has(byte)) usual++
  }
  return high < sample.length * 0.02 && usual >= high * 0.8
}

function badBytes(bytes: Uint8Array, count: number, first: number): Warning {
  let line = 1
  for (let i = 0; i < first; i++) if (bytes[i] === 0x0a) line++
  const what = count === 1 ? 'One place is' : `${count} places are`
  return {
    code: 'bad-bytes',
    message: `${what} not valid UTF-8 and shown as “�”; the first is on line ${line}, at byte ${first}.`,
  }
}
