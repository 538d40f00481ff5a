// The signs by which two articles are judged to be of one event or of two, and which readers are told.
import type { Likeness } from './likeness.ts'
import type { Nearness } from './when.ts'

/** What is known of two articles: what the score is made of, and the reasons that readers see. */
export interface Signs {
  readonly likeness: Likeness
  readonly time: Nearness
  readonly where: 'same' | 'other' | 'unknown'
  readonly countries: readonly (string | null)[]
  readonly quotations: readonly string[]
  readonly numbers: readonly string[]
  readonly certain: number
  readonly otherLanguage: boolean
  /** One of them has too few words to tell. */
  readonly isShort: boolean
}
