// The words of a text as the comparison sees them: where each stands, and what it is once all that
// only typing decides is taken off.
import { isInvisible } from './characters.ts'
import { digitsIn, numberIn } from './numbers.ts'

/** A word however it is typed. */
export interface NormalWord {
  /**
   * Compatibility form, lower case, straight apostrophe, nothing invisible; without the stops of an
   * initialism ("f.b.i." is `fbi`) and a possessive ending; a number in digits as a plain decimal.
   */
  readonly norm: string
  /** What it counts; null if it is no number. */
  readonly number: number | null
}

/** Longer runs of letters are cut: a pattern without bound overflows on a run of millions. */
const longest = 2_000

const hidden = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
const letter = '\\p{L}\\p{M}*'
const apostrophe = "['’‘‛ʼ`´＇]"
const initialism = `(?:${letter}\\.)+${letter}(?:\\.|(?![\\p{L}\\p{N}.]))(?:${apostrophe}s(?![\\p{L}\\p{N}]))?`
const number = '\\p{N}+(?:[.,]\\p{N}+)*\\p{L}{0,3}(?![\\p{L}\\p{N}])'
const run = `[\\p{L}\\p{N}\\p{M}${hidden}]{0,${longest}}`
const word = `[\\p{L}\\p{N}]${run}`

const joined = new RegExp(
  `${initialism}|${number}|${word}(?:${apostrophe}\\p{L}[\\p{L}\\p{M}${hidden}]*)*`,
  'gu',
)
/** For languages in which an apostrophe stands between two words: "l'homme". */
const elided = new RegExp(`${initialism}|${number}|${word}`, 'gu')
const eliding = new Set(['fr', 'it', 'ca', 'oc'])

const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

let words: Intl.Segmenter | undefined

/**
 * Calls `found` for each token of a text, in order. Punctuation and symbols are no tokens; dashes
 * and hyphens separate. Linear.
 * @param language primary subtag: `en`
 * @param found takes the token's offsets in `text`, UTF-16, end exclusive
 */
export function eachToken(
  text: string,
  language: string,
  found: (start: number, end: number) => void,
): void {
  const pattern = eliding.has(language) ? elided : joined
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (match.charCodeAt(0) >= 0xe00 && unspaced.test(match)) {
      words ??= new Intl.Segmenter('und', { granularity: 'word' })
      for (const piece of words.segment(match))
        if (piece.isWordLike) found(index + piece.index, index + piece.index + piece.segment.length)
      continue
    }
    let end = match.length
    while (end > 1 && isInvisible(match.charCodeAt(end - 1))) end--
    found(index, index + end)
  }
}

const plain = /^[a-z]+$/
const hiddenOnes = new RegExp(`[${hidden}]`, 'gu')
const apostrophes = new RegExp(apostrophe, 'gu')

/**
 * A token without what only typing decides.
 * @param token as it stands in the text
 * @param language primary subtag: `en`
 */
export function normalise(token: string, language: string): NormalWord {
  if (plain.test(token)) return { norm: token, number: numberIn(token, language) }
  let norm = token
    .replace(hiddenOnes, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(apostrophes, "'")
    .replace(/ς/gu, 'σ')
  if (/^\p{L}\p{M}*\./u.test(norm)) norm = norm.replaceAll('.', '')
  norm = norm.replace(/'s$/u, '')
  const number = numberIn(norm, language)
  if (number !== null && /^[\d.,]+$/.test(norm)) norm = digitsIn(norm, language) ?? norm
  return { norm, number }
}

/** Whether a token begins with a capital letter. */
export const beginsWithCapital = (token: string): boolean => /^\p{Lu}/u.test(token)
