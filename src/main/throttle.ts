// What is told of many changes: the first at once, the last soon, and not more than so often.

export interface Throttle {
  /** Has it done: at once, or as soon as it may be again. */
  ask(): void
  /** Has it done at once, whenever it was done last. */
  now(): void
  /** It is done no more. */
  end(): void
}

/** @param every milliseconds between two times at least */
export function createThrottle(every: number, work: () => void): Throttle {
  let resting: NodeJS.Timeout | null = null
  let isDue = false
  let ended = false

  const now = (): void => {
    if (ended) return
    if (resting) clearTimeout(resting)
    isDue = false
    work()
    resting = setTimeout(() => {
      resting = null
      if (isDue) now()
    }, every)
    resting.unref()
  }

  return {
    ask() {
      isDue = true
      if (!resting) now()
    },
    now,
    end() {
      ended = true
      if (resting) clearTimeout(resting)
    },
  }
}
