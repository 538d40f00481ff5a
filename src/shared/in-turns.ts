// Work on many things, a few of them at a time.

/**
 * Begins the work on each item in their order, with at most `atOnce` under way. Resolves when all that was
 * begun is done; rejects as soon as one is rejected.
 * @param goesOn is asked before each; false: no other is begun
 */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, at: number) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const rest = items.entries()
  const run = async (): Promise<void> => {
    while (goesOn()) {
      const next = rest.next()
      if (next.done) return
      const [at, item] = next.value
      await work(item, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run))
}
