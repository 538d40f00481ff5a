// Where a side of a verdict stands in a text as it is now.
import type { JudgedSide } from '../../../shared/kinds/verdict.ts'
import type { Reading } from '../../core/shelf/reading.ts'

/** An article's text, as it was compared. */
export interface JudgedText {
  readonly id: string
  readonly text: string
  readonly textHash: string
}

/** UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Of the article itself, or of one with the very same text. */
export const isOf = ({ article, target }: JudgedSide, { id, textHash }: JudgedText): boolean =>
  article.id === id || target.textHash === textHash

/** Null where the words are not found any more. */
export function placeOf(
  locate: Reading['locate'],
  { text, textHash }: JudgedText,
  { target }: JudgedSide,
): Range | null {
  const [place] = locate({ text, textHash }, [target])
  return place && place.state !== 'orphaned' ? place : null
}

/** How much two ranges have in common; negative where they lie apart. */
export const common = (a: Range, b: Range): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start)
