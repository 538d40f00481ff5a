// One thing after another: every change of a library passes through one of these.

export interface Queue {
  /** Runs `work` after all that was put in before it; gives what it gives. */
  run<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>
}

export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      const next = tail.then(work, work)
      tail = next.catch(() => undefined)
      return next
    },
    async idle() {
      await tail
    },
  }
}
