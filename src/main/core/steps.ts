// The order in which the reader's steps take effect. Two that touch the same sheets go one after the other,
// others beside each other, so that a highlight does not wait for an import of thousands. Undo and redo go
// one after another, take back what was begun before them, and lie under what was begun after them.

/** Names of the sheets that a step changes. */
type Sheets = ReadonlySet<string>

/** A step on its way: its end, and its sheets as soon as they are known. Neither promise is rejected. */
interface Underway {
  readonly sheets: Promise<Sheets>
  readonly end: Promise<unknown>
}

export interface Steps {
  /**
   * Does a step of the reader's.
   * @param work carries it out
   * @param keep keeps it for undo, in the order of the steps; asked only for what was done
   */
  act<T>(sheets: Sheets, work: () => Promise<T>, keep: (done: T) => void): Promise<T>
  /**
   * Takes a step back or does it again.
   * @param choose says which, when its turn has come
   * @param sheetsOf the sheets that it changes
   */
  turn<S, T>(
    choose: () => S,
    sheetsOf: (chosen: S) => Sheets,
    work: (chosen: S) => Promise<T>,
  ): Promise<T>
}

export function createSteps(): Steps {
  const acts = new Set<Underway>()
  const turns = new Set<Underway>()

  const enter = (among: Set<Underway>, sheets: Promise<Sheets>, end: Promise<unknown>): void => {
    const entry = { sheets, end: end.catch(() => undefined) }
    among.add(entry)
    void entry.end.then(() => among.delete(entry))
  }

  return {
    async act(sheets, work, keep) {
      const before = [...acts, ...turns]
      const turning = [...turns].map(({ end }) => end)
      const working = (async () => {
        await Promise.all(before.map((other) => outOfTheWay(other, sheets)))
        return work()
      })()
      const kept = working.then(async (done) => {
        if (turning.length > 0) await Promise.all(turning)
        keep(done)
      })
      enter(acts, Promise.resolve(sheets), kept)
      // The reader need not wait for what is being taken back.
      if (turning.length === 0) await kept
      return working
    },

    async turn(choose, sheetsOf, work) {
      const before = [...acts, ...turns].map(({ end }) => end)
      let known = (_sheets: Sheets): void => undefined
      const sheets = new Promise<Sheets>((done) => {
        known = done
      })
      const working = (async () => {
        await Promise.all(before)
        const chosen = choose()
        known(sheetsOf(chosen))
        return work(chosen)
      })()
      enter(turns, sheets, working)
      // One that failed before it was known is in nobody's way.
      return working.finally(() => known(new Set()))
    },
  }
}

/** Resolves when a step that was begun before does not touch these sheets, or is done. */
async function outOfTheWay({ sheets, end }: Underway, mine: Sheets): Promise<void> {
  for (const name of await sheets) if (mine.has(name)) return void (await end)
}
