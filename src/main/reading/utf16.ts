// Tells UTF-16 and UTF-32 from other bytes, with a byte order mark or without; files saved by editors
// of Windows and exports of databases come in both.

export type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

const marks: readonly (readonly [kind: Wide, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The kind of UTF-16 or UTF-32 of a file; null if it is neither. Without a mark it is told by where
 * the NUL bytes stand (Latin letters), or by control bytes that text of another encoding cannot have
 * and a reading in one order of bytes that is nearly all letters of one script.
 */
export function wideOf(bytes: Uint8Array): Wide | null {
  for (const [kind, mark] of marks) if (mark.every((byte, i) => bytes[i] === byte)) return kind
  const sample = bytes.subarray(0, 65_536)
  const nul: [number, number, number, number] = [0, 0, 0, 0]
  let controls = 0
  let high = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0
    if (byte === 0) nul[(i & 3) as 0 | 1 | 2 | 3]++
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++
    else if (byte > 0x7f) high++
  }
  const [a, b, c, d] = nul
  const quarter = sample.length / 4
  if (d >= Math.max(2, Math.floor(quarter)) && c > 0.9 * quarter && a < quarter / 10)
    return 'utf-32le'
  if (a >= Math.max(2, Math.floor(quarter)) && b > 0.9 * quarter && d < quarter / 10)
    return 'utf-32be'
  if (b + d > 1.2 * quarter && a + c === 0) return 'utf-16le'
  if (a + c > 1.2 * quarter && b + d === 0) return 'utf-16be'
  const isForeign = controls > sample.length / 100 && controls + high > sample.length / 10
  if (!isForeign || bytes.length % 2 !== 0) return null
  // Spaces and line ends have their NUL where the high bytes stand.
  const little = a + c > b + d ? 0 : shareOfOneScript(sample, 'utf-16le')
  const big = b + d > a + c ? 0 : shareOfOneScript(sample, 'utf-16be')
  if (Math.max(little, big) < 0.6) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

const scripts =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|(\p{Script=Hangul})|(\p{Script=Cyrillic})|(\p{Script=Arabic})|(\p{Script=Greek})|(\p{Script=Hebrew})|(\p{Script=Thai})|(\p{Script=Devanagari})/gu

/** How much of the sample, read so, is letters of one script; 0 if it is not all letters and signs. */
function shareOfOneScript(sample: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  if (sample.length < 16) return 0
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1))
  const plain = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\n\r\t]/gu)?.length ?? 0
  if (plain < text.length * 0.98) return 0
  const counts = new Map<number, number>()
  for (const found of text.matchAll(scripts)) {
    const script = found.slice(1).findIndex((group) => group !== undefined)
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) / text.length
}

/** Decodes UTF-32, which no decoder of the platform reads. What is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, kind: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let part: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, kind === 'utf-32le')
    const valid = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    if (at > 0 || code !== 0xfeff) part.push(valid ? code : 0xfffd)
    if (part.length === 4096) {
      parts.push(String.fromCodePoint(...part))
      part = []
    }
  }
  parts.push(String.fromCodePoint(...part), bytes.length % 4 === 0 ? '' : '\ufffd')
  return parts.join('')
}
