// The words of two articles in one numbering, so that comparing two words is comparing two numbers.
import type { Prepared } from '../prepare/prepare.ts'
import type { WordSense } from './align-words.ts'

/** Every token of the two articles by the number of its word. */
export interface CommonWords extends WordSense {
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** How many different words both have together. */
  readonly count: number
  /** For each word its stem; '' for a function word. */
  readonly stems: readonly string[]
  /** For each word 1 if it says something: no function word. */
  readonly content: Uint8Array
}

/** Linear in the number of tokens. */
export function commonWords(a: Prepared, b: Prepared): CommonWords {
  const numbers = new Map(a.words.map(({ norm }, index) => [norm, index]))
  const norms = a.words.map(({ norm }) => norm)
  const stems = a.words.map(({ stem }) => stem)
  const inB = Uint32Array.from(b.words, ({ norm, stem }) => {
    const known = numbers.get(norm)
    if (known !== undefined) return known
    norms.push(norm)
    return stems.push(stem) - 1
  })
  const content = Uint8Array.from(stems, (stem) => (stem === '' ? 0 : 1))
  return {
    a: a.tokens.words,
    b: b.tokens.words.map((word) => inB[word] ?? 0),
    count: stems.length,
    stems,
    content,
    isContent: (word) => content[word] === 1,
    normOf: (word) => norms[word] ?? '',
  }
}
