// Checks UTF-8 byte by byte. TextDecoder says only whether a file is valid; to tell a damaged UTF-8
// file from one in another encoding we need to know how much is right, how much wrong, and where.

export interface Utf8Check {
  /** Well-formed sequences of more than one byte. */
  readonly wellFormed: number
  /** Places that are not UTF-8. */
  readonly bad: number
  /** Byte offset of the first bad place; null without one. */
  readonly firstBad: number | null
}

/** Checks bytes against UTF-8 (RFC 3629: no surrogates, no overlong forms). Linear. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
  let wellFormed = 0
  let bad = 0
  let firstBad: number | null = null
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at, lead)
    if (length > 0) {
      wellFormed++
      at += length
    } else {
      bad++
      firstBad ??= at
      at++
    }
  }
  return { wellFormed, bad, firstBad }
}

/** Length of the sequence that starts here; 0 if none does. */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >> 4 === 0xe ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  if (length === 0) return 0
  const second = bytes[at + 1] ?? 0
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  if (lead === 0xf4 && second > 0x8f) return 0
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
