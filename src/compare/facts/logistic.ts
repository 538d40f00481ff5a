// A weighted sum of features made into a probability.

export interface Logistic {
  readonly bias: number
  /** In the order of the features. */
  readonly weights: readonly number[]
}

/** The sum for features that stand in `values` from `at` on: above 0 speaks for it. */
export function logit({ bias, weights }: Logistic, values: ArrayLike<number>, at = 0): number {
  let all = bias
  for (let k = 0; k < weights.length; k++) all += (weights[k] ?? 0) * (values[at + k] ?? 0)
  return all
}

export const probability = (sum: number): number => 1 / (1 + Math.exp(-sum))
