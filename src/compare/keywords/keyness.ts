// How typical a word is of one text against others: how sure that is (G²) and how great (log ratio).

/** How often a word occurs in a text and in the others, and how many words each has. */
export interface Counts {
  readonly count: number
  readonly size: number
  readonly elsewhere: number
  readonly sizeElsewhere: number
}

const part = (observed: number, expected: number): number =>
  observed > 0 ? observed * Math.log(observed / expected) : 0

/**
 * The log-likelihood ratio G² over all four cells of the table: T. Dunning, "Accurate methods for the
 * statistics of surprise and coincidence", Computational Linguistics 19 (1993); for comparing texts
 * P. Rayson & R. Garside, "Comparing corpora using frequency profiling" (2000), who leave out the two
 * cells of the other words. 0 for a word that is as frequent here as there; never negative.
 */
export function logLikelihoodOf({ count, size, elsewhere, sizeElsewhere }: Counts): number {
  const all = size + sizeElsewhere
  const both = count + elsewhere
  const rest = all - both
  if (size <= 0 || sizeElsewhere <= 0 || both <= 0) return 0
  const sum =
    part(count, (both * size) / all) +
    part(elsewhere, (both * sizeElsewhere) / all) +
    part(size - count, (rest * size) / all) +
    part(sizeElsewhere - elsewhere, (rest * sizeElsewhere) / all)
  return Math.max(0, 2 * sum)
}

/** What stands for a count of none, whose ratio would be without end. */
const none = 0.5

/**
 * Binary logarithm of the ratio of relative frequencies: A. Hardie, "Log Ratio: an informal
 * introduction" (2014). 1 is twice as frequent, 0 as frequent.
 */
export function logRatioOf({ count, size, elsewhere, sizeElsewhere }: Counts): number {
  if (size <= 0 || sizeElsewhere <= 0) return 0
  return Math.log2((count || none) / size / ((elsewhere || none) / sizeElsewhere))
}
