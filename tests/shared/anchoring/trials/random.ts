// Numbers by chance that a seed repeats.

/** From 0 up to but not including 1. */
export type Random = () => number

/** A generator of numbers that gives the same row for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** From 0 to `most`, both included. */
export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1))

export const pick = <T>(random: Random, some: readonly T[]): T => {
  const found = some[Math.floor(random() * some.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
