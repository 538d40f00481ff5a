// Lets others have their turn in the midst of long work.

/** Milliseconds of work after which others get their turn. */
const turn = 12

export interface Rest {
  isDue(): boolean
  now(): Promise<void>
}

export function createRest(): Rest {
  let began = performance.now()
  return {
    isDue: () => performance.now() - began > turn,
    async now() {
      await new Promise((done) => setImmediate(done))
      began = performance.now()
    },
  }
}
