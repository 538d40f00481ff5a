// Guesses the encoding of text that names none and is not Unicode: by statistics of a library, and by
// a few facts where those are known to fail.
import { analyse } from 'chardet'
import { mendWindows } from './windows-1252.ts'

/** Whether the name is of an encoding we can read that is not Unicode: Unicode was ruled out before. */
export function isLegacy(name: string): boolean {
  try {
    return !new TextDecoder(name).encoding.startsWith('utf-')
  } catch (thrown) {
    if (thrown instanceof RangeError) return false
    throw thrown
  }
}

/**
 * The likeliest encoding, by the Encoding Standard's name or another name that its decoder knows.
 * @param firstBad byte offset of the first byte that is not UTF-8; the guess looks around it
 */
export function guessEncoding(bytes: Uint8Array, firstBad: number): string {
  const from = Math.max(0, firstBad - 1000)
  const sample = bytes.subarray(from, from + 65_536)
  if (isMacRoman(sample)) return 'macintosh'
  if (isWesternPunctuation(sample)) return 'windows-1252'
  if (isThai(sample)) return 'windows-874'
  const best = analyse(sample).find(({ name }) => isLegacy(name) && reads(name, sample))
  const named = best === undefined || /^iso-8859-1$/i.test(best.name) ? 'windows-1252' : best.name
  if (/^(?:big5|gb|euc|shift)/i.test(named)) return named
  return isDosCyrillic(sample) ? 'ibm866' : named
}

/** Whether the sample is free of errors in that encoding, but for a character cut off at its end. */
function reads(name: string, sample: Uint8Array): boolean {
  const text = new TextDecoder(name).decode(sample, { stream: true })
  return (text.match(/\ufffd/g)?.length ?? 0) <= text.length / 500
}

/** Thai: long runs of letters without a space, and every sign above or below one stands on a consonant or another such sign. */
function isThai(sample: Uint8Array): boolean {
  const text = new TextDecoder('windows-874').decode(sample)
  const letters = text.match(/[\u0e01-\u0e4e]/g)?.length ?? 0
  const runs = text.match(/[\u0e01-\u0e4e]+/g)?.length ?? 0
  const signs = text.match(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g)?.length ?? 0
  const loose = text.match(
    /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])/g,
  )
  return (
    letters >= 0.95 * highOf(sample) &&
    signs > letters / 20 &&
    letters > 10 * runs &&
    (loose?.length ?? 0) <= letters / 100
  )
}

/** The signs and letters beyond ASCII that Western languages are written with, from old Macintoshes. */
const macSigns =
  /[\u00a0éèêëÉÈÊàâäáãåÀÂÄÅçÇñÑìíîïÎòóôöõÖùúûüÜßæøÆØœŒÿ“”‘’‚„–—…•«»‹›£¥©®™°§¶€¿¡†ªº]/u
/**
 * What no word has: a capital behind a small letter, two before one where the first is foreign, a sign
 * between letters, a control character.
 */
const impossible =
  /(?<=\p{Ll})[\u00c0-\u00deŠŒŽŸ]|[ÇÒÓÔÕÐÑ](?=\p{Lu}\p{Ll}|\p{Lu} |\p{Lu}{2})|(?<=[.,!?])[ÈÒÓÔÕÐ]|(?<=\p{L})[†‡ˆ‰ƒ¤¦¬¯±¨¸˜]|(?<=\p{L})[^\p{L}\p{N}\s'’‘“”".,;:!?()–—\u00ad-](?=\p{Ll})|[\x80-\x9f]/gu

/**
 * Western text of an old Macintosh: read so, its signs are those of such text and its words are words;
 * read as Windows wrote it, they are not.
 */
function isMacRoman(sample: Uint8Array): boolean {
  const high = highOf(sample)
  const mac = new TextDecoder('macintosh').decode(sample)
  const usual = Array.from(mac).filter((char) => char > '\x7f' && macSigns.test(char)).length
  if (high < 2 || usual < 0.97 * high) return false
  const wrong = (text: string): number => text.match(impossible)?.length ?? 0
  const windows = mendWindows(new TextDecoder('windows-1252').decode(sample))
  // A dash between letters is a dash or a letter: it speaks for neither.
  const telling = high - (windows.match(/[–—]/g)?.length ?? 0)
  return telling >= 2 && wrong(windows) >= 0.4 * telling && wrong(mac) <= 0.05 * high
}

/** The Cyrillic of DOS has its commonest letters where other encodings have signs. */
function isDosCyrillic(sample: Uint8Array): boolean {
  let common = 0
  let letters = 0
  for (const byte of sample) {
    if (byte >= 0xa0 && byte < 0xb0) common++
    if ((byte >= 0x80 && byte < 0xb0) || (byte >= 0xe0 && byte < 0xf2)) letters++
  }
  const high = highOf(sample)
  return letters >= 0.98 * high && common >= 0.3 * high
}

const highOf = (sample: Uint8Array): number => sample.reduce((sum, byte) => sum + (byte >> 7), 0)

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
