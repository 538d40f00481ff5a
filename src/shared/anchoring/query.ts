// A selector made ready for looking: folded like the text, its context trimmed.
import { fold } from '../text/fold.ts'
import type { Selector } from './selector.ts'
import { weigh } from './tokens.ts'

export type Query = {
  /** All folded; context without white space at its ends. */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** The words and their context as they were typed. */
  readonly typed: { readonly before: string; readonly exact: string; readonly after: string }
  /** About where the quote stood, as an offset of the folded text; null: not known. */
  readonly hint: number | null
  /** How much the words say (`tokens.ts`). */
  readonly weight: number
  /** Whether the words alone are enough to know the passage by. */
  readonly distinct: boolean
}

// More context than this says nothing more, and costs.
const maxContext = 64
/** What is known of the sentence that the words stand in may be more. */
const maxSentence = 600

/** `toFolded` turns an offset of the text into one of the folded text. */
export function makeQuery(selector: Selector, toFolded: (offset: number) => number): Query {
  const exact = fold(selector.exact).text.trim()
  return {
    exact,
    prefix: fold((selector.prefix ?? '').slice(-maxContext)).text.trim(),
    suffix: fold((selector.suffix ?? '').slice(0, maxContext)).text.trim(),
    typed: {
      before: (selector.prefix ?? '').slice(-maxSentence),
      exact: selector.exact,
      after: (selector.suffix ?? '').slice(0, maxSentence),
    },
    hint: selector.start === undefined ? null : toFolded(selector.start),
    ...weigh(exact),
  }
}
