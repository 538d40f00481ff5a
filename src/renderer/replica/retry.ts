// Trying once more, by itself, what could not be had.

/** Milliseconds until then. */
const retryAfter = 1_000

export interface Retry {
  /** It failed: it is tried once more in a moment, unless that has been done since it last worked. */
  failed(): void
  worked(): void
}

export function createRetry(tryAgain: () => void): Retry {
  let wasTried = false
  return {
    failed() {
      if (wasTried) return
      wasTried = true
      setTimeout(tryAgain, retryAfter)
    },
    worked() {
      wasTried = false
    },
  }
}
