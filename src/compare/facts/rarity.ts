// How rare a word is in news in general.

/** From 0 (in every article) to 1. */
export type Rarity = (stem: string) => number

/**
 * @param counts of each stem, in how many articles it stands
 * @param articles how many articles were counted
 */
export function rarityFrom(counts: ReadonlyMap<string, number>, articles: number): Rarity {
  const scale = Math.log(articles + 1)
  return (stem) =>
    Math.min(1, Math.max(0.05, Math.log((articles + 1) / ((counts.get(stem) ?? 0) + 0.5)) / scale))
}
