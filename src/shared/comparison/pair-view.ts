// Two sentences that correspond, as a reader is shown them: which of the words are the same.
import type { Explanation } from '../model/comparison.ts'

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
