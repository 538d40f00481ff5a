// The words that any two sentences share, for showing what of one was changed in the other.
import type { Prepared } from '../prepare/prepare.ts'
import type { Stretch } from '../prepare/quoted-stretches.ts'
import { alignWords, type Run } from './align-words.ts'

/** A stretch of the one text and the same words in the other. */
export interface SameStretch {
  /** UTF-16 offsets, end exclusive. */
  readonly a: Stretch
  readonly b: Stretch
}

/**
 * The stretches with the same words, in the order of both sentences, however they are typed. Lone
 * function words far from any other are left out. Close to linear for very long sentences.
 * @param sentenceA index into `a.sentences`
 * @returns none when either sentence does not exist
 */
export function sameWords(
  a: Prepared,
  sentenceA: number,
  b: Prepared,
  sentenceB: number,
): SameStretch[] {
  const [one, other] = [a.sentences[sentenceA], b.sentences[sentenceB]]
  if (!one || !other) return []
  const numbers = new Map<string, number>()
  const norms: string[] = []
  const content: boolean[] = []
  const numbered = ({ tokens, words }: Prepared, from: number, end: number): number[] =>
    Array.from(tokens.words.subarray(from, end), (id) => {
      const { norm, stem } = words[id] ?? { norm: '', stem: '' }
      const known = numbers.get(norm)
      if (known !== undefined) return known
      numbers.set(norm, norms.length)
      content.push(stem !== '')
      return norms.push(norm) - 1
    })
  const wordsA = numbered(a, one.firstToken, one.endToken)
  const wordsB = numbered(b, other.firstToken, other.endToken)
  const isContent = (word: number): boolean => content[word] === true
  const runs = alignWords(wordsA, wordsB, { isContent, normOf: (word) => norms[word] ?? '' })
  return withoutStrays(runs, wordsA, isContent).map((run) =>
    stretchesOf(a, b, { ...run, a: run.a + one.firstToken, b: run.b + other.firstToken }),
  )
}

/** Where a run of tokens stands in both texts. */
export function stretchesOf(
  a: Prepared,
  b: Prepared,
  { a: inA, b: inB, length }: Run,
): SameStretch {
  const stretch = ({ tokens: { starts, ends } }: Prepared, from: number): Stretch => ({
    start: starts[from] ?? 0,
    end: ends[from + length - 1] ?? 0,
  })
  return { a: stretch(a, inA), b: stretch(b, inB) }
}

/** Up to this many other words between it and a run with something to say, a function word belongs to that. */
const near = 2

/** Without runs of function words alone that stand by themselves, and mean nothing there. */
export function withoutStrays(
  runs: readonly Run[],
  words: ArrayLike<number>,
  isContent: (word: number) => boolean,
): Run[] {
  const tells = runs.map(({ a, length }) => {
    for (let step = 0; step < length; step++) if (isContent(words[a + step] ?? 0)) return true
    return false
  })
  return runs.filter((run, index) => {
    if (tells[index] || run.length > 2) return true
    const [before, after] = [runs[index - 1], runs[index + 1]]
    const isNear = (first: Run, second: Run): boolean =>
      second.a - first.a - first.length <= near && second.b - first.b - first.length <= near
    return (
      (before !== undefined && tells[index - 1] === true && isNear(before, run)) ||
      (after !== undefined && tells[index + 1] === true && isNear(run, after))
    )
  })
}
