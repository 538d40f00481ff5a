// Quick work on very many things, in the thread that answers: others get their turn in between.
import { setImmediate as nextTurn } from 'node:timers/promises'

/** What the work gives for all items, in their order; after every so many others get their turn. */
export async function inSlices<T, R>(
  items: Iterable<T>,
  atOnce: number,
  work: (item: T) => readonly R[],
): Promise<R[]> {
  const made: R[] = []
  let done = 0
  for (const item of items) {
    for (const each of work(item)) made.push(each)
    if (++done % atOnce === 0) await nextTurn()
  }
  return made
}
