// Random numbers that come again with their seed, so that a soak that fails can be run again.

export interface Random {
  /** From 0, below `below`. */
  int(below: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T | undefined
}

/** Mulberry32, by T. Ettinger. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    int: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)],
  }
}
