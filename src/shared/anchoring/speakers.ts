// By whom something is said, where the quote marks tell: with another speaker it is another passage, however alike
// what is said may be. The words behind the mark that closes must be the same, in whatever order.
import { fold } from '../text/fold.ts'
import { likeness, type Token } from './tokens.ts'

/** Behind a mark that closes what was said, up to the end of the sentence. */
const attributions =
  /(?:^|(?<=[\p{L}\p{N}.,!?…]))["”“»«]([,.]?\s[^"”“„»«\n]*?)(?=[.!?…](?:\s|$)|["”“„»«\n]|$)/gu

/**
 * Whether what is said in a passage is said by another there. @param isCut the passage ends before its
 * sentence: what is known of the last speaker is a beginning
 */
export function isOtherSpeaker(was: string, is: string, isCut = true): boolean {
  const [olds, news] = [was, is].map((text) =>
    [...text.matchAll(attributions)].map(([, by = '']) => wordsOf(by)),
  )
  if (!olds || !news || olds.length === 0 || news.length === 0) return false
  if (olds.length !== news.length) return false
  return olds.some((old, at) => isOther(old, news[at] ?? [], isCut && at === olds.length - 1))
}

function isOther(old: readonly string[], now: readonly string[], isCut: boolean): boolean {
  if (!isCut) return old.length !== now.length || !areNearly(old.toSorted(), now.toSorted())
  if (now.join(' ').startsWith(old.join(' '))) return false
  return old.length > 0 && !areNearly(old.slice(0, -1), now.slice(0, old.length - 1))
}

const areNearly = (olds: readonly string[], news: readonly string[]): boolean =>
  olds.length > 0 && olds.every((word, at) => isNearly(word, news[at] ?? ''))

const wordsOf = (text: string): readonly string[] =>
  fold(text).text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** Whether two words are the same but for a slip. */
export const isNearly = (one: string, other: string): boolean =>
  likeness(tokenOf(one), tokenOf(other)) >= nearlyTheSame
const nearlyTheSame = 0.8
const tokenOf = (text: string): Token => ({ text, start: 0, end: 0, weight: 1, word: true })
