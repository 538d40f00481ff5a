// Where in an article the words of a search stand: exact places in the text as it is, computed from the
// text itself, with what stands around them.
import type { SearchField, WordsNode } from '../../shared/search/ast.ts'
import { type Tokens, tokensOf } from './tokens.ts'
import { type WantedWords, wantedWords } from './wanted-words.ts'

/** A piece of what was found in, with the words in it. Offsets are UTF-16 units into `text`. */
interface Snippet {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export interface SearchHit {
  readonly field: SearchField
  /** Which annotation it is in; null in the article itself. */
  readonly annotation: string | null
  /** UTF-16 offsets into the field's own text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly snippet: Snippet
}

/** One text of an article that can be searched. */
export interface Searched {
  readonly field: SearchField
  readonly annotation: string | null
  readonly text: string
  /** Only where its field is asked for: what else holds the same words. */
  readonly whenAsked: boolean
}

/** UTF-16 code units of a snippet before and after a hit. */
const before = 50
const after = 110

interface Wanted extends WantedWords {
  readonly field: SearchField | null
}

export type Finder = (searched: Searched) => readonly SearchHit[]

/** Finds the hits of one text in its order. Of hits that begin at one place the longest is given. */
export function createFinder(nodes: readonly WordsNode[]): Finder {
  const wanted = nodes
    .map((node): Wanted => ({ ...wantedWords(node), field: node.field }))
    .filter(({ words }) => words.length > 0)
  return (searched) => {
    const mine = wanted.filter(({ field }) =>
      field === null ? !searched.whenAsked : field === searched.field,
    )
    if (mine.length === 0) return []
    const tokens = tokensOf(searched.text)
    const places = placesOf(tokens, mine)
    return places.map(({ start, end }, at) => ({
      field: searched.field,
      annotation: searched.annotation,
      start,
      end,
      snippet: snippetOf(searched.text, places, at),
    }))
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** None overlaps another. */
function placesOf(tokens: Tokens, wanted: readonly Wanted[]): Place[] {
  const places: Place[] = []
  for (let at = 0; at < tokens.words.length; ) {
    const lengths = wanted
      .filter((each) => standsAt(tokens, at, each))
      .map(({ words }) => words.length)
    const length = Math.max(0, ...lengths)
    if (length > 0)
      places.push({ start: tokens.starts[at] ?? 0, end: tokens.ends[at + length - 1] ?? 0 })
    at += Math.max(1, length)
  }
  return places
}

function standsAt({ words }: Tokens, at: number, { words: wanted, goesOn }: Wanted): boolean {
  const last = wanted.length - 1
  return wanted.every((word, offset) => {
    const here = words[at + offset]
    return offset === last && goesOn ? here?.startsWith(word) === true : here === word
  })
}

/** What stands around a hit, on one line, cut between words where that is near. */
function snippetOf(text: string, places: readonly Place[], at: number): Snippet {
  const { start, end } = places[at] ?? { start: 0, end: 0 }
  const from = wordBoundary(text, Math.max(0, start - before), start)
  const to = Math.max(end, wordEnd(text, Math.min(text.length, end + after), end))
  const marks: Place[] = []
  // Hits are in order, so only those beside this one can be in its snippet.
  let first = at
  while ((places[first - 1]?.start ?? -1) >= from) first--
  for (let each = places[first]; each && each.end <= to; each = places[++first])
    marks.push({ start: each.start - from, end: each.end - from })
  // One unit for each, so that the marks stay where they are.
  return { text: text.slice(from, to).replace(/\s/g, ' '), marks }
}

const nearEnough = 20

function wordBoundary(text: string, from: number, limit: number): number {
  if (from === 0) return 0
  const space = text.slice(from, Math.min(limit, from + nearEnough)).search(/\s/)
  return space < 0 ? characterStart(text, from) : from + space + 1
}

function wordEnd(text: string, to: number, limit: number): number {
  if (to === text.length) return to
  const tail = text.slice(Math.max(limit, to - nearEnough), to)
  const space = tail.search(/\s\S*$/)
  return space < 0 ? characterStart(text, to) : to - tail.length + space
}

/** Never between the halves of one character. */
function characterStart(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
