// Keys that SQLite orders by their bytes as people order names: without regard to case and accents
// at first, numbers by their size. SQLite through this interface cannot be given a collation, and
// sorting fifty thousand titles by Intl.Collator takes longer than a key may.

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Characters whose order is asked of the collator: Latin, Greek, Cyrillic, signs. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x2010, 0x2060],
  [0x20a0, 0x20bf],
] as const

/** UTF-16 code units of a name that make its key. */
const longest = 120
const digitBase = 0x30

/** Letters that are ordered as two. */
const expansions: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
])

let weights: ReadonlyMap<string, string> | undefined

/** Of characters of one weight, such as `e`, `E` and `é`, one and the same code unit. */
function weightOf(): ReadonlyMap<string, string> {
  if (weights) return weights
  const chars = ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)),
    )
    .filter((char) => /[^\p{Cc}\p{Cn}\p{M}\p{Nd}]/u.test(char) && !expansions.has(char))
  const made = new Map<string, string>()
  // Signs come before digits and letters; digits are written by `numberKey` at `digitBase`.
  const sorted = chars.sort(collator.compare)
  const firstLetter = sorted.findIndex((char) => collator.compare(char, '9') > 0)
  const place = (part: readonly string[], from: number): void => {
    let weight = from
    let before: string | undefined
    for (const char of part) {
      if (before !== undefined && collator.compare(before, char) !== 0) weight++
      made.set(char, String.fromCharCode(weight))
      before = char
    }
  }
  place(sorted.slice(0, firstLetter), signBase)
  place(sorted.slice(firstLetter), letterBase)
  weights = made
  return made
}

const signBase = 0x100
/** Begins a number: after all signs, before all letters. */
const numberSign = 0x3f0
const letterBase = 0x400
/** After all letters with a weight: scripts that are ordered by their code points. */
const otherBase = 0x1000

/**
 * The key of a name: of two names whose keys differ, the one with the lesser key comes first. Pure in
 * the name on one platform; names that differ only in case or accents come in a fixed order.
 */
export function sortKey(name: string): string {
  const table = weightOf()
  // A column of text ends at a zero.
  const short = name.replaceAll('\0', ' ').trim().slice(0, longest)
  let primary = ''
  for (const [piece] of short.normalize('NFKD').matchAll(/\p{Nd}+|[^\p{Nd}]/gu))
    primary += /^\p{Nd}/u.test(piece) ? numberKey(piece) : (table.get(piece) ?? other(piece))
  // The least code unit parts the levels, so that a name comes before one that goes on.
  return `${primary}\u0001${short}`
}

/** The number of digits, then the digits: longer numbers are larger ones. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=.)/, '')
  return `${String.fromCharCode(numberSign)}${String.fromCharCode(digitBase + value.length)}${value}`
}

function other(piece: string): string {
  if (/\p{M}|\p{Cc}|\p{Cf}/u.test(piece)) return ''
  const expansion = expansions.get(piece)
  if (expansion) return letters(expansion)
  const code = piece.codePointAt(0) ?? 0
  return code >= otherBase ? piece : String.fromCharCode(otherBase + code)
}

const letters = (text: string): string =>
  [...text].map((char) => weightOf().get(char) ?? '').join('')
