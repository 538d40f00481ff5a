// Which word of a version stands at an offset.
import type { Token } from '../tokens.ts'
import type { VersionWords, Vocabulary } from './words.ts'

export const tokenAt = (
  words: VersionWords,
  at: number,
  { words: texts, weights }: Vocabulary,
): Token => {
  const id = words.ids[at] ?? 0
  const weight = weights[id] ?? 0
  return { text: texts[id] ?? '', start: 0, end: 0, weight, word: weight >= 1 }
}

/** The first word that ends after an offset. */
export function firstAfter(ends: Int32Array, offset: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The first word that begins at an offset or after it. */
export function firstFrom(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
