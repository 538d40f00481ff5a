// Texts as the index keeps them: packed, because they are the most of it, and unit by unit as they were,
// which a text column is not: it ends at a zero and cannot hold half a surrogate pair.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** The first byte says how the units are written before they are packed. */
const encodings = ['utf8', 'utf16le'] as const

export function packText(text: string): Uint8Array {
  // A lone half of a pair has no form in UTF-8.
  const at = /\p{Surrogate}/u.test(text) ? 1 : 0
  const packed = deflateRawSync(Buffer.from(text, encodings[at]), { level: 1 })
  return Buffer.concat([Uint8Array.of(at), packed])
}

/** Throws on bytes that `packText` did not give. */
export function unpackText(bytes: Uint8Array): string {
  return inflateRawSync(bytes.subarray(1)).toString(encodings[bytes[0] ?? 0] ?? 'utf8')
}

/** A short text for a column of its own, as long as it was: a column ends at a zero. */
export const columnText = <T extends string | null>(text: T): T | string =>
  text === null ? text : text.replaceAll('\0', '\ufffd')
