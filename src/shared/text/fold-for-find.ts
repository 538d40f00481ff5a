// Folds further than two texts are compared by: what a reader types to find a word, on whatever keyboard
// and in whatever spelling. Offsets lead back to the text as it is. Anchors are folded by `fold` alone:
// there "łąka" and "laka" are two words.
import { type Folded, fold } from './fold.ts'

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
])

/** What may have to be changed; nearly no text in English has any of it. */
const special =
  /[\p{M}\u00c0-\u0257\u0370-\u04ff\u0622-\u0649\u0671-\u06cc\u1e00-\u1fff\u2c60-\u2c7f\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffee]/u

/** Vowel signs and accents that stand alone: those of Latin, Greek, Hebrew and Arabic. */
const mark =
  /[\u0300-\u036f\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g

const known = new Map<string, string>()

/** What one code unit of a folded text is found by; '' for what is not typed. */
function plain(unit: string): string {
  const cached = known.get(unit)
  if (cached !== undefined) return cached
  const base = unit.normalize('NFKD').replace(mark, '').toLowerCase()
  const found = Array.from(base, (letter) => letters.get(letter) ?? letter).join('')
  // Jamo and whatever else comes apart are composed again.
  const composed = (letters.get(unit) ?? found).normalize('NFC')
  known.set(unit, composed)
  return composed
}

/** As `fold`, with letters as they are typed: without accents and vowel signs, in plain forms. */
export function foldForFind(text: string): Folded {
  const folded = fold(text)
  if (!special.test(folded.text)) return folded
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let i = 0; i < folded.text.length; i++) {
    const unit = folded.text.charAt(i)
    const found = special.test(unit) ? plain(unit) : unit
    out += found
    for (let n = 0; n < found.length; n++) {
      starts.push(folded.starts[i] ?? 0)
      ends.push(folded.ends[i] ?? 0)
    }
  }
  return { text: out, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
