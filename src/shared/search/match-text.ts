// Where in a text the words of a search stand: what is marked in an opened article, in a note, in a
// snippet. It goes by the same words as the index, so that what is found can always be shown.
import type { Found } from '../text/find.ts'
import { type SearchField, type SearchNode, type WordsNode, wordsIn } from './ast.ts'
import { type Tokens, tokensOf } from './tokens.ts'
import { type WantedWords, wantedWords } from './wanted-words.ts'

/**
 * The places of a search's words in one text.
 * @returns UTF-16 offsets in the order of the text, none overlapping another; of those that begin at one
 * place the longest
 */
export type TextMatcher = (text: string) => readonly Found[]

/**
 * Prepares a search once for many texts. Words that are ruled out are never marked.
 * @param field what the texts are: words that are asked for elsewhere are not marked in them
 */
export const matcherOf = (search: SearchNode, field: SearchField): TextMatcher =>
  wordsMatcher(wordsIn(search).filter((node) => node.field === null || node.field === field))

/** The same for words that were chosen already. */
export function wordsMatcher(nodes: readonly WordsNode[]): TextMatcher {
  const wanted = nodes.map(wantedWords).filter(({ words }) => words.length > 0)
  if (wanted.length === 0) return () => []
  const singles = singleWords(wanted)
  const rows = wanted.filter(({ words }) => words.length > 1).map(rowOf)
  return (text) => {
    const tokens = tokensOf(text)
    const lengths = new Uint32Array(tokens.words.length)
    for (const [at, word] of tokens.words.entries()) if (singles(word)) lengths[at] = 1
    for (const row of rows) markRow(tokens.words, row, lengths)
    return placesOf(tokens, lengths)
  }
}

/** @param lengths how many words stand there in a row that are looked for; 0: none */
function placesOf({ words, starts, ends }: Tokens, lengths: Uint32Array): Found[] {
  const places: Found[] = []
  for (let at = 0; at < words.length; ) {
    const length = lengths[at] ?? 0
    if (length > 0) places.push({ start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0 })
    at += Math.max(1, length)
  }
  return inOrder(places)
}

/** The halves of broken words come last: of places that overlap the first and longest stays. */
function inOrder(places: Found[]): Found[] {
  if (places.every(({ start }, at) => start >= (places[at - 1]?.end ?? 0))) return places
  const sorted = places.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Found[] = []
  for (const place of sorted) if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place)
  return kept
}

/** Whether a word is one of those that are looked for by themselves; as fast for four hundred as for one. */
function singleWords(wanted: readonly WantedWords[]): (word: string) => boolean {
  const whole = new Set<string>()
  const beginnings = new Set<string>()
  for (const { words, goesOn } of wanted)
    if (words.length === 1) (goesOn ? beginnings : whole).add(words[0] ?? '')
  const lengths = [...new Set([...beginnings].map(({ length }) => length))]
  return (word) =>
    whole.has(word) || lengths.some((length) => beginnings.has(word.slice(0, length)))
}

/** Words in a row, and how far to fall back where a row breaks off (Knuth, Morris, Pratt, 1977). */
interface WantedRow {
  /** All but the last, which may be only the beginning of a word. */
  readonly first: readonly string[]
  readonly last: string
  readonly goesOn: boolean
  readonly fallback: Uint32Array
}

function rowOf({ words, goesOn }: WantedWords): WantedRow {
  const first = words.slice(0, -1)
  const fallback = new Uint32Array(first.length)
  for (let at = 1, same = 0; at < first.length; at++) {
    while (same > 0 && first[at] !== first[same]) same = fallback[same - 1] ?? 0
    if (first[at] === first[same]) same++
    fallback[at] = same
  }
  return { first, last: words.at(-1) ?? '', goesOn, fallback }
}

/** Each word of the text is looked at twice at most, however much the row repeats itself. */
function markRow(words: readonly string[], row: WantedRow, lengths: Uint32Array): void {
  const { first, last, goesOn, fallback } = row
  for (let at = 0, same = 0; at < words.length; at++) {
    while (same > 0 && words[at] !== first[same]) same = fallback[same - 1] ?? 0
    if (words[at] === first[same]) same++
    if (same < first.length) continue
    const next = words[at + 1]
    if (goesOn ? next?.startsWith(last) : next === last) {
      const start = at + 1 - first.length
      lengths[start] = Math.max(lengths[start] ?? 0, first.length + 1)
    }
    same = fallback[same - 1] ?? 0
  }
}
