// Lays two sequences of words over one another: which words of the one are which of the other, in
// order. The longest common subsequence (Needleman and Wunsch, 1970), in which content words weigh
// more than function words and words that stay together more than scattered ones.

/** The same words from `a` on in the one sequence and from `b` on in the other. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Products of lengths above this are not laid out in full; what is too long is cut at words that occur once. */
const largest = 60_000

/** How often what is too long is cut at such words; each time takes as long as there are words. */
const deepest = 8

const contentWeight = 6
const functionWeight = 2
/** For a word whose neighbour before is the same too. */
const together = 3

/** What is known of the words that the numbers stand for. */
export interface WordSense {
  /** Whether it says something: no function word. */
  isContent(word: number): boolean
  /** The word itself, for an order that does not depend on the numbering. */
  normOf(word: number): string
}

/**
 * The runs of the best alignment, in order; each as long as it can be. Swapping the sequences gives
 * the same runs swapped. Time is the product of the lengths for sentences, and close to linear for
 * what is much longer, where words between two anchors may then be missed.
 * @param a numbers of words; two words are the same when their numbers are
 */
export function alignWords(a: Words, b: Words, sense: WordSense): Run[] {
  if (comesFirst(b, a, sense))
    return alignWords(b, a, sense).map((run) => ({ a: run.b, b: run.a, length: run.length }))
  const found: Run[] = []
  const add = (run: Run): void => {
    const last = found.at(-1)
    if (last && last.a + last.length === run.a && last.b + last.length === run.b)
      found[found.length - 1] = { ...last, length: last.length + run.length }
    else found.push(run)
  }
  between(a, b, { a: 0, b: 0, endA: a.length, endB: b.length, depth: 0 }, sense, add)
  return found
}

type Words = readonly number[] | Uint32Array

interface Range {
  readonly a: number
  readonly b: number
  readonly endA: number
  readonly endB: number
  /** How often it was cut out of a larger one. */
  readonly depth: number
}

/** An order of sequences, so that both ways of asking lead to one. */
function comesFirst(a: Words, b: Words, { normOf }: WordSense): boolean {
  if (a.length !== b.length) return a.length < b.length
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] ?? 0, b[at] ?? 0]
    if (x !== y) return normOf(x) < normOf(y)
  }
  return false
}

function between(
  a: Words,
  b: Words,
  range: Range,
  sense: WordSense,
  add: (run: Run) => void,
): void {
  let { a: fromA, b: fromB, endA, endB } = range
  const depth = range.depth + 1
  let head = 0
  while (fromA + head < endA && fromB + head < endB && a[fromA + head] === b[fromB + head]) head++
  if (head > 0) add({ a: fromA, b: fromB, length: head })
  fromA += head
  fromB += head
  let tail = 0
  while (endA - tail > fromA && endB - tail > fromB && a[endA - tail - 1] === b[endB - tail - 1])
    tail++
  endA -= tail
  endB -= tail
  if (endA > fromA && endB > fromB) {
    const inner = { a: fromA, b: fromB, endA, endB, depth }
    if ((endA - fromA) * (endB - fromB) <= largest) layOut(a, b, inner, sense, add)
    else if (depth < deepest) {
      let at = { a: fromA, b: fromB }
      const anchors = anchorsIn(a, b, inner)
      for (const anchor of anchors) {
        between(a, b, { ...at, endA: anchor.a, endB: anchor.b, depth }, sense, add)
        add({ ...anchor, length: 1 })
        at = { a: anchor.a + 1, b: anchor.b + 1 }
      }
      if (anchors.length > 0) between(a, b, { ...at, endA, endB, depth }, sense, add)
    }
  }
  if (tail > 0) add({ a: endA, b: endB, length: tail })
}

/** Words that occur once on both sides, those that keep their order (patience sorting). */
function anchorsIn(a: Words, b: Words, { a: fromA, b: fromB, endA, endB }: Range) {
  const places = (words: Words, from: number, end: number): Map<number, number> => {
    const once = new Map<number, number>()
    for (let at = from; at < end; at++) {
      const word = words[at] ?? 0
      once.set(word, once.has(word) ? -1 : at)
    }
    return once
  }
  const inB = places(b, fromB, endB)
  const pairs: { readonly a: number; readonly b: number }[] = []
  for (const [word, at] of places(a, fromA, endA)) {
    const other = inB.get(word) ?? -1
    if (at >= 0 && other >= 0) pairs.push({ a: at, b: other })
  }
  pairs.sort((x, y) => x.a - y.a)
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [index, { b: place }] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? -1]?.b ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = index
  }
  const chain: { readonly a: number; readonly b: number }[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) chain.push(pair)
  }
  return chain.reverse()
}

/** Scores of the cells of one layout, kept for the next: there are thousands of small ones. */
let cells = new Int32Array(0)

function layOut(
  a: Words,
  b: Words,
  { a: fromA, b: fromB, endA, endB }: Range,
  sense: WordSense,
  add: (run: Run) => void,
): void {
  const [height, width] = [endA - fromA + 1, endB - fromB + 1]
  const size = height * width
  if (cells.length < 2 * size) cells = new Int32Array(2 * size)
  // From the ends, so that the runs come out in order: `best` of what follows, and `met` if the two
  // words at hand are taken for the same.
  const met = size
  cells.fill(0, 0, 2 * size)
  for (let i = height - 2; i >= 0; i--) {
    const word = a[fromA + i]
    const weight = sense.isContent(word ?? 0) ? contentWeight : functionWeight
    for (let j = width - 2; j >= 0; j--) {
      const here = i * width + j
      let best = Math.max(cells[here + width] ?? 0, cells[here + 1] ?? 0)
      if (word === b[fromB + j]) {
        const next = here + width + 1
        const goingOn = cells[met + next] ?? 0
        const score = weight + Math.max(cells[next] ?? 0, goingOn > 0 ? goingOn + together : 0)
        cells[met + here] = score
        if (score > best) best = score
      }
      cells[here] = best
    }
  }
  let [i, j] = [0, 0]
  let isRunning = false
  while (i < height - 1 && j < width - 1) {
    const here = i * width + j
    const score = cells[met + here] ?? 0
    if (score > 0 && (isRunning || score === cells[here])) {
      add({ a: fromA + i, b: fromB + j, length: 1 })
      const next = here + width + 1
      const goingOn = cells[met + next] ?? 0
      isRunning = goingOn > 0 && goingOn + together >= (cells[next] ?? 0)
      i++
      j++
    } else if (cells[here] === cells[here + width]) i++
    else j++
  }
}
