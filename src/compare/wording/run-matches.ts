// Where two articles have three words in a row in common: the shortest runs that still are rare
// ("shingles", Broder 1997). Everything about wording starts from these.
import type { Prepared } from '../prepare/prepare.ts'
import type { CommonWords } from './common-words.ts'

export const runLength = 3

/** A run that occurs more often than this in either article tells nothing. */
const commonplace = 24

/**
 * Calls `found` with the first token of each run in either article, in the order of `b`, then of
 * `a`. Runs across sentences, in furniture and of nothing but function words are left out, and so
 * are those that occur too often. Swapping the articles gives the same pairs. Close to linear.
 */
export function eachRunMatch(
  a: Prepared,
  b: Prepared,
  common: CommonWords,
  found: (placeA: number, placeB: number) => void,
): void {
  const startsA = runStarts(a, common.a, common.content)
  const startsB = runStarts(b, common.b, common.content)
  const index = new RunIndex(common.a, startsA)
  const inB = new Int32Array(startsB.length)
  const timesInB = new Uint32Array(index.count)
  for (let at = 0; at < startsB.length; at++) {
    const run = index.runAt(common.b, startsB[at] ?? 0)
    inB[at] = run
    if (run >= 0) timesInB[run] = (timesInB[run] ?? 0) + 1
  }
  for (let at = 0; at < startsB.length; at++) {
    const run = inB[at] ?? -1
    if (run < 0 || (timesInB[run] ?? 0) > commonplace || index.timesOf(run) > commonplace) continue
    const placeB = startsB[at] ?? 0
    for (let place = index.firstOf(run); place >= 0; place = index.nextOf(place))
      found(place, placeB)
  }
}

/** Where runs begin that are looked at: within one sentence, with a content word. */
function runStarts({ sentences }: Prepared, words: Uint32Array, content: Uint8Array): number[] {
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

/** The different runs of one article, numbered, and the places of each. */
class RunIndex {
  /** How many different runs there are. */
  readonly count: number
  readonly #words: Uint32Array
  /** Hash table: the number of a run plus one, 0 for none; linear probing. */
  readonly #slots: Int32Array
  readonly #firsts: Int32Array
  readonly #next: Int32Array
  readonly #times: Uint32Array

  constructor(words: Uint32Array, starts: readonly number[]) {
    let size = 16
    while (size < starts.length * 2) size *= 2
    this.#words = words
    this.#slots = new Int32Array(size)
    this.#firsts = new Int32Array(starts.length)
    this.#next = new Int32Array(words.length).fill(-1)
    this.#times = new Uint32Array(starts.length)
    let count = 0
    // From the end, so that the places of a run come in order.
    for (let index = starts.length - 1; index >= 0; index--) {
      const at = starts[index] ?? 0
      const slot = this.#slotOf(words, at)
      let run = (this.#slots[slot] ?? 0) - 1
      if (run < 0) {
        run = count++
        this.#slots[slot] = run + 1
      } else this.#next[at] = this.#firsts[run] ?? -1
      this.#firsts[run] = at
      this.#times[run] = (this.#times[run] ?? 0) + 1
    }
    this.count = count
  }

  /** The number of the run that begins at `at` of some words; -1 if this article has none like it. */
  runAt(words: Uint32Array, at: number): number {
    return (this.#slots[this.#slotOf(words, at)] ?? 0) - 1
  }

  timesOf(run: number): number {
    return this.#times[run] ?? 0
  }

  firstOf(run: number): number {
    return this.#firsts[run] ?? -1
  }

  /** The next place of the same run; -1 after the last. */
  nextOf(place: number): number {
    return this.#next[place] ?? -1
  }

  #slotOf(words: Uint32Array, at: number): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(words, at) & mask
    for (;;) {
      const run = (this.#slots[slot] ?? 0) - 1
      if (run < 0) return slot
      const first = this.#firsts[run] ?? 0
      if (
        this.#words[first] === words[at] &&
        this.#words[first + 1] === words[at + 1] &&
        this.#words[first + 2] === words[at + 2]
      )
        return slot
      slot = (slot + 1) & mask
    }
  }
}

function hashOf(words: Uint32Array, at: number): number {
  let hash = Math.imul((words[at] ?? 0) + 0x9e37, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15)) + (words[at + 1] ?? 0), 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 13)) + (words[at + 2] ?? 0), 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}
