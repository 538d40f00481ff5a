// What counts as a word in a search, with where it stands. SQLite is given words parted by spaces and
// told to take them as they are, so that the index and the places shown in a text always agree.
import { lineBreaks } from '../text/broken-words.ts'
import { foldForFind } from '../text/fold-for-find.ts'

/**
 * Words of a text in its order, and after them the halves of those that were broken. Offsets are UTF-16 code
 * units into the text as it is.
 */
export interface Tokens {
  readonly words: readonly string[]
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Scripts that put no space between words, and Korean, whose words grow: each character is a word. */
const single =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー'
const tokenPattern = new RegExp(
  `[[${single}]&&[\\p{L}\\p{N}\\p{M}]]|[[\\p{L}\\p{N}]--[${single}]][[\\p{L}\\p{N}\\p{M}]--[${single}]]*`,
  'gv',
)
const anySingle = new RegExp(`[${single}]`, 'v')
const singlePattern = new RegExp(`^[${single}]$`, 'v')
/** No character before Thai is one of these. */
const firstSingle = 0xe00

/** UTF-16 code units of a word that count: what is longer is no word that anyone types. */
const longest = 64

/**
 * Stands between two characters of such a script that a mark parts, as no letter would: a word of them is
 * a row of characters, and does not reach over the end of a sentence. A line's end or a space is no mark.
 * So it does between what does not follow on each other.
 */
const parted = '\u{10ffff}'
const markPattern = /[^\s\p{Cf}\p{M}]/u

/** What stands between signs of ASCII: nothing that folds reaches across one. */
const chunkPattern = /[a-zA-Z0-9\u0080-\uffff]+/g
const plainChunk = /^[a-zA-Z0-9]+$/

/**
 * The words of a text, with case, accents and the like folded as in find. A word that a hyphen breaks at
 * a line's end is one; as the hyphen may be its own ("well-known"), its halves stand at the end of all, too.
 */
export function tokensOf(text: string): Tokens {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const breaks = breaksOf(text)
  const halves: { word: string; start: number; end: number }[] = []
  const push = (word: string, start: number, end: number): void => {
    const last = words.length - 1
    if (last >= 0 && breaks.get(ends[last] ?? -1) === start) {
      if (halves.at(-1)?.end !== ends[last]) {
        halves.push({ word: parted, start: ends[last] ?? 0, end: start })
        halves.push({ word: words[last] ?? '', start: starts[last] ?? 0, end: ends[last] ?? 0 })
      }
      halves.push({ word: cut(word), start, end })
      words[last] = cut(`${words[last]}${word}`)
      ends[last] = end
      return
    }
    if (
      isSingle(word) &&
      isSingle(words[last] ?? '') &&
      markPattern.test(text.slice(ends[last], start))
    ) {
      words.push(parted)
      starts.push(ends[last] ?? 0)
      ends.push(start)
    }
    words.push(cut(word))
    starts.push(start)
    ends.push(end)
  }
  for (const { 0: chunk, index: at } of text.matchAll(chunkPattern)) {
    if (plainChunk.test(chunk)) {
      push(chunk.toLowerCase(), at, at + chunk.length)
      continue
    }
    const folded = foldForFind(chunk)
    for (const { 0: word, index } of folded.text.matchAll(tokenPattern))
      push(word, at + (folded.starts[index] ?? 0), at + (folded.ends[index + word.length - 1] ?? 0))
  }
  for (const { word, start, end } of halves) {
    words.push(word)
    starts.push(start)
    ends.push(end)
  }
  return { words, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Where the second half of a broken word begins, by where the first ends. */
const breaksOf = (text: string): ReadonlyMap<number, number> =>
  new Map(Array.from(text.matchAll(lineBreaks), ({ 0: gap, index }) => [index, index + gap.length]))

/** Only the words, parted by spaces: what full text is indexed from. */
export function indexedText(text: string): string {
  if (text.search(lineBreaks) !== -1 || anySingle.test(text)) return tokensOf(text).words.join(' ')
  const words: string[] = []
  for (const chunk of text.match(chunkPattern) ?? []) {
    if (plainChunk.test(chunk)) words.push(cut(chunk.toLowerCase()))
    else for (const word of foldForFind(chunk).text.match(tokenPattern) ?? []) words.push(cut(word))
  }
  return words.join(' ')
}

/** Whether a word is one character of a script without spaces, so that it cannot go on. */
export const isSingle = (word: string): boolean =>
  word.charCodeAt(0) >= firstSingle && singlePattern.test(word)

/** Folded as in find, for looking for a part of a name. Line feeds are spaces after it. */
export const foldedName = (text: string): string => foldForFind(text).text

function cut(word: string): string {
  if (word.length <= longest) return word
  const last = word.charCodeAt(longest - 1)
  // Never between the halves of one character.
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest)
}
