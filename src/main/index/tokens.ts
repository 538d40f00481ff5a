// What counts as a word in a search, with where it stands. SQLite is given words parted by spaces and
// told to take them as they are, so that the index and the places shown in a text always agree.
import { withoutAccents } from '../../shared/text/find.ts'
import { fold } from '../../shared/text/fold.ts'

/** Words of a text in its order. Offsets are UTF-16 code units into the text as it is. */
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
const singlePattern = new RegExp(`^[${single}]$`, 'v')

/** UTF-16 code units of a word that count: what is longer is no word that anyone types. */
const longest = 64

/** The words of a text, with case, accents and the like folded as in find. */
export function tokensOf(text: string): Tokens {
  const folded = fold(text)
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: word, index } of withoutAccents(folded.text).matchAll(tokenPattern)) {
    words.push(cut(word))
    starts.push(folded.starts[index] ?? 0)
    ends.push(folded.ends[index + word.length - 1] ?? 0)
  }
  return { words, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Only the words, parted by spaces: what full text is indexed from. */
export function indexedText(text: string): string {
  if (isAscii(text)) return asciiWords(text)
  const plain = withoutAccents(fold(text).text)
  return (plain.match(tokenPattern) ?? []).map(cut).join(' ')
}

/** Whether a word is one character of a script without spaces, so that it cannot go on. */
export const isSingle = (word: string): boolean => singlePattern.test(word)

/** Folded as in find, for looking for a part of a name. Line feeds are spaces after it. */
export const foldedName = (text: string): string => withoutAccents(fold(text).text)

// biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether there are others.
const asciiOnly = /^[\x00-\x7f]*$/
const isAscii = (text: string): boolean => asciiOnly.test(text)

const asciiWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(longWord, (word) => word.slice(0, longest))

const longWord = new RegExp(`[a-z0-9]{${longest + 1},}`, 'g')

function cut(word: string): string {
  if (word.length <= longest) return word
  const last = word.charCodeAt(longest - 1)
  // Never between the halves of one character.
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? longest - 1 : longest)
}
