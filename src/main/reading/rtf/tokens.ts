// Cuts RTF into its tokens (RTF 1.9.1, "Formal Syntax"). Our own: the library at hand reads from a
// stream only, makes an object of every token, and sets aside as many bytes as a file asks for.

export type Token =
  | { readonly kind: 'open' | 'close' }
  /** A control word or symbol, without its backslash. */
  | { readonly kind: 'word'; readonly word: string; readonly param: number | null }
  /** Bytes of text; `\'hh` is one of them. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** What follows `\bin`. */
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }

const backslash = 0x5c
const braceOpen = 0x7b
const braceClose = 0x7d

const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** The tokens of a file, one after the other. Every byte is looked at once; bad ones are text. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === braceOpen || byte === braceClose) {
      at++
      yield { kind: byte === braceOpen ? 'open' : 'close' }
    } else if (byte === backslash) {
      const [token, next] = control(bytes, at + 1)
      at = next
      if (token !== null) yield token
    } else {
      const start = at
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at++
      // Line ends only wrap the file; at NUL begins what a disk had there before.
      const text = bytes.subarray(start, at).filter((b) => b !== 10 && b !== 13 && b !== 0)
      if (text.length > 0) yield { kind: 'bytes', bytes: text }
    }
  }
}

const isSpecial = (byte: number): boolean =>
  byte === backslash || byte === braceOpen || byte === braceClose

/** The control that begins after a backslash, and where it ends. */
function control(bytes: Uint8Array, start: number): [Token | null, number] {
  let at = start
  while (at < bytes.length && at - start < 40 && isLetter(bytes[at] ?? 0)) at++
  if (at === start) return symbol(bytes, start)
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const numberAt = at
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) at++
  while (at < bytes.length && at - numberAt < 12 && isDigit(bytes[at] ?? 0)) at++
  const digits = String.fromCharCode(...bytes.subarray(numberAt, at))
  const param = digits === '' ? null : Number(digits)
  if (bytes[at] === 0x20) at++
  if (word !== 'bin') return [{ kind: 'word', word, param }, at]
  const end = Math.min(bytes.length, at + Math.max(0, param ?? 0))
  return [{ kind: 'binary', bytes: bytes.subarray(at, end) }, end]
}

function symbol(bytes: Uint8Array, at: number): [Token | null, number] {
  const byte = bytes[at]
  if (byte === undefined) return [null, at]
  if (byte === 0x27) {
    const hex = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
    if (!/^[\da-f]{2}$/i.test(hex)) return [null, at + 1]
    return [{ kind: 'bytes', bytes: Uint8Array.of(Number.parseInt(hex, 16)) }, at + 3]
  }
  if (isSpecial(byte)) return [{ kind: 'bytes', bytes: Uint8Array.of(byte) }, at + 1]
  if (byte === 10 || byte === 13) {
    const end = byte === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1
    return [{ kind: 'word', word: 'par', param: null }, end]
  }
  return [{ kind: 'word', word: String.fromCharCode(byte), param: null }, at + 1]
}
