// From bytes to text. News text is found in every encoding, often unnamed; a wrong guess would put
// broken characters into quotations, so what is certain is asked first and guessing comes last.
import type { Warning } from '../../shared/model/article.ts'
import { guessEncoding, isLegacy } from './guess-encoding.ts'
import { checkUtf8 } from './utf8.ts'
import { decodeUtf32, wideOf } from './utf16.ts'
import { mendWindows } from './windows-1252.ts'

export interface Decoded {
  /** Without byte order mark; line ends as in the file. */
  readonly text: string
  /** Name of the encoding in lower case, as the Encoding Standard has it: `utf-8`, `windows-1252`. */
  readonly encoding: string
  readonly warnings: readonly Warning[]
}

/**
 * Decodes a text file. Never fails: what cannot be read becomes U+FFFD, with a warning. NUL
 * characters are left out, with a warning.
 * @param label the encoding that the bytes were sent with, as in a MIME header; believed if they can
 *   be read in it without an error. A byte order mark wins over it.
 */
export function decode(bytes: Uint8Array, label: string | null = null): Decoded {
  return withoutNul(decodeAny(bytes, label))
}

function withoutNul(decoded: Decoded): Decoded {
  const nul = decoded.text.indexOf('\0')
  if (nul === -1) return decoded
  const warning: Warning = {
    code: 'nul-characters',
    message: `The file has NUL characters, which are no text; they were left out. The first is on line ${lineAt(decoded.text, nul)}.`,
  }
  const text = decoded.text.replaceAll('\0', '')
  return { ...decoded, text, warnings: [...decoded.warnings, warning] }
}

/** The same in an encoding that the reader chose, whatever the bytes look like. */
export const decodeChosen = (bytes: Uint8Array, encoding: string): Decoded =>
  withoutNul(decodeAs(bytes, encoding))

function decodeAny(bytes: Uint8Array, label: string | null): Decoded {
  const sent = label === null ? null : decodeAsSent(bytes, label.trim())
  if (sent !== null) return sent
  const wide = wideOf(bytes)
  if (wide === 'utf-32le' || wide === 'utf-32be')
    return { text: decodeUtf32(bytes, wide), encoding: wide, warnings: [] }
  if (wide !== null) return decodeAs(bytes, wide)
  const check = checkUtf8(bytes)
  if (check.firstBad === null) return decodeAs(bytes, isIso2022(bytes) ? 'iso-2022-jp' : 'utf-8')
  // A single bad byte beside anything that is UTF-8: damage is likelier than chance.
  if (check.wellFormed >= 2 * check.bad || (check.bad === 1 && check.wellFormed > 0)) {
    const warning = badBytes(bytes, check.bad, check.firstBad)
    return { ...decodeAs(bytes, 'utf-8'), warnings: [warning] }
  }
  return decodeAs(bytes, declared(bytes) ?? guessEncoding(bytes, check.firstBad))
}

/** The text in the encoding it was sent with; null if that is none, or the bytes are not of it. */
function decodeAsSent(bytes: Uint8Array, label: string): Decoded | null {
  // Mailers write "us-ascii" by habit; the Encoding Standard would read windows-1252.
  if (/^(?:us-)?ascii$/i.test(label) || hasMark(bytes)) return null
  try {
    const { encoding } = new TextDecoder(label, { fatal: true })
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    return { text: mended(text, encoding), encoding, warnings: [] }
  } catch (thrown) {
    if (thrown instanceof RangeError || thrown instanceof TypeError) return null
    throw thrown
  }
}

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff)

/** Japanese mail in seven bits: it switches to its characters with ESC $ B. */
function isIso2022(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b)
  return at !== -1 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)
}

/** Decodes bytes as what the label names; an encoding of the Encoding Standard. */
export function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const decoder = new TextDecoder(label)
  const { encoding } = decoder
  const decoded = decoder.decode(bytes)
  const text = mended(decoded, encoding)
  const bad = text.indexOf('\ufffd')
  const warnings = bad === -1 ? [] : [badPlaces(text, bad, encoding)]
  return { text, encoding, warnings }
}

const badPlaces = (text: string, first: number, encoding: string): Warning => ({
  code: 'bad-bytes',
  message: `Some places could not be read as ${encoding.toUpperCase()} and are shown as “�”; the first is on line ${lineAt(text, first)}.`,
})

/** The line an offset is on, from 1. */
function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++
  return line
}

const mended = (text: string, encoding: string): string =>
  encoding === 'windows-1252' ? mendWindows(text) : text

/** What an HTML or XML file says about itself in its first 2,048 bytes; null if nothing usable. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const name =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1]
  return name === undefined || !isLegacy(name) ? null : name
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
