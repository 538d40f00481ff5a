// Medians of approaches that take turns. Runs in Node and in a page alike.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs the approaches in turn, `rounds` times after one round that does not count. Each gives its own
 * milliseconds, or is timed when it gives nothing. Gives the median of each, by name.
 */
export async function takeTurns(rounds, approaches) {
  const times = Object.fromEntries(Object.keys(approaches).map((name) => [name, []]))
  const names = Object.keys(approaches)
  for (let round = -1; round < rounds; round++) {
    // Another order every time: none always follows the same other.
    const order = round % 2 ? names : [...names].reverse()
    for (const name of order) {
      const start = performance.now()
      const given = await approaches[name](round)
      const took = typeof given === 'number' ? given : performance.now() - start
      if (round >= 0) times[name].push(took)
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}
