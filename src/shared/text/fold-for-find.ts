// Folds further than two texts are compared by: what a reader types to find a word, on whatever keyboard
// and in whatever spelling. Offsets lead back to the text as it is. Anchors are folded by `fold` alone:
// there "łąka" and "laka" are two words.
import { type Folded, type FoldOptions, fold } from './fold.ts'

const pairs = (list: string): [string, string][] =>
  (list.match(/\S+ \S+/g) ?? []).map((pair) => {
    const [letter = '', typed = ''] = pair.split(' ')
    return [letter, typed]
  })

/** Letters that are no letter with an accent to Unicode, and are typed as others. */
const letters: ReadonlyMap<string, string> = new Map([
  ...pairs('ł l đ d ð d ø o ħ h ı i ŧ t ŋ n ĸ k ɓ b ɗ d ƙ k ſ s'),
  ...pairs('ß ss æ ae œ oe þ th'),
  // Alef with hamza, madda or wasla; alef maqsura; ta marbuta: as Arabic is typed in haste.
  ...pairs('أ ا إ ا آ ا ٱ ا ى ي ة ه'),
  // Persian and Urdu keyboards have their own ya and kaf.
  ...pairs('ی ي ک ك'),
  // What draws Arabic words out is no letter.
  ['ـ', ''],
  // Stands among capitals alone.
  ['ẞ', 'SS'],
])

/** What may have to be changed; nearly no text in English has any of it. */
const special =
  /[\p{M}\u00c0-\u0257\u0370-\u04ff\u0622-\u0649\u0671-\u06cc\u1e00-\u1fff\u2c60-\u2c7f\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffee]/u

/** Vowel signs and accents that stand alone: those of Latin, Greek, Hebrew and Arabic. */
const mark =
  /[\u0300-\u036f\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g

const known = { small: new Map<string, string>(), own: new Map<string, string>() }

/** What one code unit is found by; '' for what is not typed. */
function plain(unit: string, keepCase: boolean): string {
  const cache = keepCase ? known.own : known.small
  const cached = cache.get(unit)
  if (cached !== undefined) return cached
  const bare = unit.normalize('NFKD').replace(mark, '')
  const base = keepCase ? bare : bare.toLowerCase()
  const found = Array.from(base, keepCase ? plainLetter : smallLetter).join('')
  // Jamo and whatever else comes apart are composed again.
  const composed = (letters.get(unit) ?? found).normalize('NFC')
  cache.set(unit, composed)
  return composed
}

const smallLetter = (letter: string): string => letters.get(letter) ?? letter

/** Capitals as their small letters are typed: "Ł" as "L", "Æ" as "Ae". */
function plainLetter(letter: string): string {
  const typed = letters.get(letter)
  if (typed !== undefined) return typed
  const small = letter.toLowerCase()
  const plainSmall = small === letter ? undefined : letters.get(small)
  if (plainSmall === undefined) return letter
  return plainSmall.charAt(0).toUpperCase() + plainSmall.slice(1)
}

/**
 * As `fold`, with letters as they are typed: without accents and vowel signs, in plain forms.
 * @param options as for `fold`
 */
export function foldForFind(text: string, options: FoldOptions = {}): Folded {
  const folded = fold(text, options)
  if (!special.test(folded.text)) return folded
  const keepCase = options.keepCase === true
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let i = 0; i < folded.text.length; i++) {
    const unit = folded.text.charAt(i)
    const found = special.test(unit) ? plain(unit, keepCase) : unit
    out += found
    for (let n = 0; n < found.length; n++) {
      starts.push(folded.starts[i] ?? 0)
      ends.push(folded.ends[i] ?? 0)
    }
  }
  return { text: out, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

const specials = new RegExp(special.source, 'gu')
/** A letter and what Unicode composes with it. */
const composing = /[^\p{M}\s]\p{M}+/gu
/** The same, and each letter alone that is typed as another. */
const typedOtherwise = new RegExp(`${composing.source}|${special.source}`, 'gu')

/**
 * A text for an expression: all as it stands, case, white space and quote marks too, but for letters in
 * their plain forms, or, where accents count, composed.
 */
export const foldLetters = (text: string, accents: boolean): Folded =>
  accents
    ? replaced(text, composing, (letter) => letter.normalize('NFC'))
    : replaced(text, typedOtherwise, (letter) =>
        letter.replace(specials, (unit) => plain(unit, true)),
      )

function replaced(text: string, wanted: RegExp, by: (found: string) => string): Folded {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  const put = (words: string, start: number, end: (unit: number) => number, step: 0 | 1): void => {
    out += words
    for (let unit = 0; unit < words.length; unit++) {
      starts.push(start + unit * step)
      ends.push(end(unit))
    }
  }
  let at = 0
  for (const { 0: found, index } of text.matchAll(wanted)) {
    const from = at
    put(text.slice(from, index), from, (unit) => from + unit + 1, 1)
    at = index + found.length
    const end = at
    put(by(found), index, () => end, 0)
  }
  const from = at
  put(text.slice(from), from, (unit) => from + unit + 1, 1)
  return { text: out, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
