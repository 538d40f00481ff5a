// Two sentences that correspond, as a reader is shown them: whether a quotation was cut, which figures
// differ, which of the words are the same.
import type { Comparison, Difference, Explanation, SentenceRef } from '../model/comparison.ts'
import { sameRef } from './look-up.ts'

export interface SharedQuotation {
  /** As the second sentence has it against the first. */
  readonly cut: 'same' | 'shortened' | 'longer' | 'otherwise'
}

/** The quotation that both sentences carry; null when they share none. */
export function sharedQuotation(
  { quotations }: Pick<Comparison, 'quotations'>,
  a: SentenceRef,
  b: SentenceRef,
): SharedQuotation | null {
  for (const { variants } of quotations) {
    const one = variants.find((variant) => sameRef(variant, a))
    const other = variants.find((variant) => sameRef(variant, b))
    if (one && other) return { cut: cutOf(bare(one.words), bare(other.words)) }
  }
  return null
}

/** The words alone: marks and capitals are no cut. */
const bare = (words: string): string =>
  (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function cutOf(one: string, other: string): SharedQuotation['cut'] {
  if (one === other) return 'same'
  if (` ${one} `.includes(` ${other} `)) return 'shortened'
  if (` ${other} `.includes(` ${one} `)) return 'longer'
  return other.length < one.length ? 'shortened' : 'otherwise'
}

export interface PairDifference {
  readonly kind: Difference['kind']
  readonly differs: Difference['differs']
  /** As the first and as the second sentence put it. */
  readonly a: string
  readonly b: string
}

/** What of figures, dates and names two sentences put otherwise. */
export function differencesOf(
  { figures, differences }: Pick<Comparison, 'figures' | 'differences'>,
  a: SentenceRef,
  b: SentenceRef,
): readonly PairDifference[] {
  return differences.flatMap(({ kind, differs, ...at }) => {
    const one = figures[at.a]
    const other = figures[at.b]
    if (!one || !other) return []
    if (sameRef(one, a) && sameRef(other, b)) return [{ kind, differs, a: one.text, b: other.text }]
    if (sameRef(one, b) && sameRef(other, a)) return [{ kind, differs, a: other.text, b: one.text }]
    return []
  })
}

export interface Piece {
  readonly text: string
  readonly same: boolean
}

/** What stands before the first word, the words, what stands after the last. */
const around = /^([^\p{L}\p{N}]*)([\s\S]*?)([^\p{L}\p{N}]*)$/u

/**
 * A passage cut where its words are, and are not, the same as the other's. Nothing is known of an
 * empty list: the passage comes in one piece, as the same.
 * @param same stretches in offsets of the whole text
 */
export function piecesOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  same: readonly { readonly start: number; readonly end: number }[],
): readonly Piece[] {
  if (same.length === 0) return [{ text: text.slice(start, end), same: true }]
  const pieces: Piece[] = []
  let at = start
  const put = (to: number, isSame: boolean): void => {
    const piece = text.slice(at, to)
    at = Math.max(at, to)
    // White space and marks around words are no change of words.
    const [, lead = '', words = '', trail = ''] = isSame ? ['', piece] : (around.exec(piece) ?? [])
    for (const [part, same] of [
      [lead, true],
      [words, isSame],
      [trail, true],
    ] as const) {
      const last = pieces.at(-1)
      if (part === '') continue
      if (last?.same && same) pieces[pieces.length - 1] = { text: last.text + part, same }
      else pieces.push({ text: part, same })
    }
  }
  for (const stretch of [...same].sort((x, y) => x.start - y.start)) {
    put(Math.min(Math.max(stretch.start, at), end), false)
    put(Math.min(Math.max(stretch.end, at), end), true)
  }
  put(end, false)
  return pieces
}

/** The stretches that are the same, as seen from the second sentence. */
export const sameOf = (
  { same }: Pick<Explanation, 'same'>,
  side: 'a' | 'b',
): readonly { readonly start: number; readonly end: number }[] => same.map((each) => each[side])
