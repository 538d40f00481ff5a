// Names for files that come from elsewhere, such as every system takes: a library is a folder that
// travels between systems.
import { claimedFormat } from '../../../shared/formats.ts'

/** Bytes of UTF-8; with room for a number below the 255 that file systems take. */
const longestName = 200
const deepest = 24

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/**
 * A path inside a library made of a path as it was dropped: folders stay, `..` and the like go, what
 * no name may hold becomes a space. Never empty; `/` between its parts.
 */
export function safePath(name: string): string {
  const parts = name
    .split(/[/\\]+/)
    .filter((part) => part.trim() !== '' && !/^\s*\.+\s*$/.test(part))
    .map(safeName)
  return parts.slice(-deepest).join('/') || 'Article'
}

/** One name. Emoji stay. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const ending = endingOf(plain)
  const stem = cut(plain.slice(0, plain.length - ending.length), longestName - bytes(ending))
  const short = `${stem.replace(/[. ]+$/, '')}${ending}`
  if (short === '' || short === ending) return `Article${ending}`
  return reserved.test(short) || short === 'node_modules' ? `_${short}` : short
}

/** The path with a number before its ending: `a (2).txt`. */
export function numbered(path: string, number: number): string {
  const ending = endingOf(path)
  return `${path.slice(0, path.length - ending.length)} (${number})${ending}`
}

/** With its dot; '' where there is none, or what follows the last dot is no ending. */
const endingOf = (path: string): string =>
  claimedFormat(path) === null
    ? (/\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? '')
    : path.slice(path.lastIndexOf('.'))

const bytes = (text: string): number => Buffer.byteLength(text)

/** The beginning of a text, at most so many bytes, not cut within a character. */
function cut(text: string, most: number): string {
  if (bytes(text) <= most) return text
  let [kept, size] = ['', 0]
  for (const { segment } of new Intl.Segmenter('und').segment(text)) {
    size += bytes(segment)
    if (size > most) return kept
    kept += segment
  }
  return kept
}
