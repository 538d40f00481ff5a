// The platform decodes legacy encodings but does not encode them; the tests need bytes of each.

/** Bytes of a text in an encoding of one or two bytes a character, by turning the decoder around. */
export function encodeAs(text: string, label: string): Uint8Array {
  const bytesOf = new Map<string, readonly number[]>()
  const learn = (bytes: readonly number[]): void => {
    const char = decodedChar(bytes, label)
    if (char !== null && !bytesOf.has(char)) bytesOf.set(char, bytes)
  }
  for (let byte = 0; byte < 256; byte++) learn([byte])
  if (/jis|gb|big5|euc/.test(label))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail])
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const bytes = bytesOf.get(char)
      if (bytes === undefined) throw new Error(`${label} has no ${char}`)
      return bytes
    }),
  )
}

function decodedChar(bytes: readonly number[], label: string): string | null {
  const text = new TextDecoder(label).decode(Uint8Array.from(bytes))
  return [...text].length === 1 && text !== '\ufffd' ? text : null
}

/** UTF-16 without a mark. */
export function utf16(text: string, big: boolean): Uint8Array {
  const buffer = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? buffer.swap16() : buffer)
}

/** UTF-32 without a mark. */
export function utf32(text: string, big: boolean): Uint8Array {
  const chars = [...text]
  const view = new DataView(new ArrayBuffer(4 * chars.length))
  for (const [i, char] of chars.entries()) view.setUint32(4 * i, char.codePointAt(0) ?? 0, !big)
  return new Uint8Array(view.buffer)
}
