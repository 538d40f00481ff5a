// Which sentences of two articles have three words in a row in common: the only ones whose wording
// is worth comparing. Runs of three are the shortest that still are rare (Broder, 1997, "shingles").
import type { Prepared } from '../prepare/prepare.ts'
import type { CommonWords } from './common-words.ts'

/** Two sentences and how many runs of three words they share. */
export interface SharedRuns {
  readonly a: number
  readonly b: number
  readonly runs: number
  /** Of these, in quotation marks in both. */
  readonly quoted: number
}

export const runLength = 3

/** A run that occurs more often than this in either article tells nothing. */
const commonplace = 24

/** Where the runs of one article are: those of each hash in a chain. */
interface RunIndex {
  readonly heads: Int32Array
  readonly next: Int32Array
  readonly mask: number
}

/**
 * In the order of `a`, then of `b`; swapping the articles swaps the pairs. Runs across sentences,
 * in furniture and of nothing but function words are left out. Close to linear.
 */
export function sharedRuns(a: Prepared, b: Prepared, common: CommonWords): SharedRuns[] {
  const startsA = runStarts(a, common.a, common.content)
  const startsB = runStarts(b, common.b, common.content)
  const indexA = indexRuns(common.a, startsA)
  const indexB = indexRuns(common.b, startsB)
  const found = new Map<number, { runs: number; quoted: number }>()
  const width = b.sentences.length
  for (const at of startsB) {
    const places = placesOf(indexA, common.a, common.b, at)
    if (places.length === 0 || places.length > commonplace) continue
    if (placesOf(indexB, common.b, common.b, at).length > commonplace) continue
    const isQuoted = isQuotedRun(b, at)
    for (const place of places) {
      const key = (a.tokens.sentences[place] ?? 0) * width + (b.tokens.sentences[at] ?? 0)
      const known = found.get(key)
      const quoted = isQuoted && isQuotedRun(a, place) ? 1 : 0
      if (known) {
        known.runs++
        known.quoted += quoted
      } else found.set(key, { runs: 1, quoted })
    }
  }
  return [...found]
    .sort(([x], [y]) => x - y)
    .map(([key, counts]) => ({ a: Math.floor(key / width), b: key % width, ...counts }))
}

const isQuotedRun = ({ tokens: { quotes } }: Prepared, at: number): boolean =>
  (quotes[at] ?? -1) >= 0 && (quotes[at + 1] ?? -1) >= 0 && (quotes[at + 2] ?? -1) >= 0

/** Where runs begin that are looked at: within one sentence, with a content word. */
function runStarts(
  { sentences }: Prepared,
  words: Uint32Array,
  content: Uint8Array,
): readonly number[] {
  const starts: number[] = []
  for (const { firstToken, endToken, furniture } of sentences) {
    if (furniture) continue
    for (let at = firstToken; at + runLength <= endToken; at++)
      if (
        content[words[at] ?? 0] === 1 ||
        content[words[at + 1] ?? 0] === 1 ||
        content[words[at + 2] ?? 0] === 1
      )
        starts.push(at)
  }
  return starts
}

function hashOf(words: Uint32Array, at: number): number {
  let hash = Math.imul((words[at] ?? 0) + 0x9e37, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15)) + (words[at + 1] ?? 0), 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 13)) + (words[at + 2] ?? 0), 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

function indexRuns(words: Uint32Array, starts: readonly number[]): RunIndex {
  let size = 16
  while (size < starts.length * 2) size *= 2
  const heads = new Int32Array(size).fill(-1)
  const next = new Int32Array(words.length).fill(-1)
  for (const at of starts) {
    const slot = hashOf(words, at) & (size - 1)
    next[at] = heads[slot] ?? -1
    heads[slot] = at
  }
  return { heads, next, mask: size - 1 }
}

/** Where the run of `other` at `at` is in `words`; one more than `commonplace` at most. */
function placesOf(
  { heads, next, mask }: RunIndex,
  words: Uint32Array,
  other: Uint32Array,
  at: number,
): readonly number[] {
  const places: number[] = []
  let place = heads[hashOf(other, at) & mask] ?? -1
  while (place >= 0 && places.length <= commonplace) {
    if (
      words[place] === other[at] &&
      words[place + 1] === other[at + 1] &&
      words[place + 2] === other[at + 2]
    )
      places.push(place)
    place = next[place] ?? -1
  }
  return places
}
