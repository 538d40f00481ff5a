// The learnt part of the method: weights, limits, and how many articles of the labelled set have a word.
import type { Logistic } from './logistic.ts'

export interface FactModel {
  /** Over what two sentences show by themselves (`pairFeatures`, then `evidenceFeatures`). */
  readonly pair: Logistic
  /** Over what stands around them (`contextFeatures`). */
  readonly context: Logistic
  /** Sums of the second from which a pair is possible, and sure. */
  readonly possible: number
  readonly sure: number
}

/** How much certain wording adds to a pair's first sum, where its neighbours and rivals are weighed. */
export const certainBonus = 5
