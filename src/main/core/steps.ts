// The order in which the reader's steps take effect. Two that touch the same sheets go one after the other,
// others beside each other, so that a highlight does not wait for an import of thousands. Undo and redo go
// one after another, take back what was begun last before them, and lie under what was begun after them.

/** Names of the sheets that a step changes. */
type Sheets = ReadonlySet<string>

/** Files of a step that is soon done. */
const few = 8

/** A step on its way: its end, and its sheets as soon as they are known. Neither promise is rejected. */
interface Underway {
  /** Steps are numbered as they are begun. */
  readonly number: number
  readonly isLarge: boolean
  readonly sheets: Promise<Sheets>
  readonly end: Promise<unknown>
}

export interface Steps {
  /**
   * Does a step of the reader's.
   * @param work carries it out
   * @param keep keeps it for undo, under the number by which the steps were begun
   */
  act<T>(
    sheets: Sheets,
    work: () => Promise<T>,
    keep: (done: T, number: number) => void,
  ): Promise<T>
  /**
   * Takes a step back or does it again.
   * @param last number of the last step that is kept: what was begun after it is waited for, but for steps
   * of many files, which are done when they are there
   * @param choose says which, when its turn has come
   * @param sheetsOf the sheets that it changes
   */
  turn<S, T>(
    last: number,
    choose: () => S,
    sheetsOf: (chosen: S) => Sheets,
    work: (chosen: S) => Promise<T>,
  ): Promise<T>
  /** Resolves when no step is on its way that changes one of these sheets; all if not given. */
  idle(sheets?: Sheets): Promise<void>
}

export function createSteps(): Steps {
  const acts = new Set<Underway>()
  const turns = new Set<Underway>()
  let begun = 0

  const enter = (
    among: Set<Underway>,
    sheets: Promise<Sheets>,
    end: Promise<unknown>,
    isLarge = false,
  ): void => {
    const entry = { number: begun, isLarge, sheets, end: end.catch(() => undefined) }
    among.add(entry)
    void entry.end.then(() => among.delete(entry))
  }

  return {
    async act(sheets, work, keep) {
      const number = ++begun
      const before = [...acts, ...turns]
      const turning = [...turns].map(({ end }) => end)
      const working = (async () => {
        await Promise.all(before.map((other) => outOfTheWay(other, sheets)))
        return work()
      })()
      const kept = working.then(async (done) => {
        if (turning.length > 0) await Promise.all(turning)
        keep(done, number)
      })
      enter(acts, Promise.resolve(sheets), kept, sheets.size > few)
      // The reader need not wait for what is being taken back.
      if (turning.length === 0) await kept
      return working
    },

    async turn(last, choose, sheetsOf, work) {
      const isAwaited = ({ number, isLarge }: Underway) => number > last && !isLarge
      const awaited = [...acts].filter(isAwaited)
      const others = [...acts].filter((each) => !isAwaited(each))
      const before = [...awaited, ...turns].map(({ end }) => end)
      let known = (_sheets: Sheets): void => undefined
      const sheets = new Promise<Sheets>((done) => {
        known = done
      })
      const working = (async () => {
        await Promise.all(before)
        const chosen = choose()
        const mine = sheetsOf(chosen)
        known(mine)
        await Promise.all(others.map((other) => outOfTheWay(other, mine)))
        return work(chosen)
      })()
      enter(turns, sheets, working)
      // One that failed before it was known is in nobody's way.
      return working.finally(() => known(new Set()))
    },

    async idle(sheets) {
      const all = [...acts, ...turns]
      await Promise.all(all.map((each) => (sheets ? outOfTheWay(each, sheets) : each.end)))
    },
  }
}

/** Resolves when a step that was begun before does not touch these sheets, or is done. */
async function outOfTheWay({ sheets, end }: Underway, mine: Sheets): Promise<void> {
  for (const name of await sheets) if (mine.has(name)) return void (await end)
}
