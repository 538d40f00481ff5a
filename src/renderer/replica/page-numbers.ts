// Which pages of a long list are needed for what is in view, and how they are asked for. Pure.

/** Rows of a page. */
export const pageSize = 100
/** Pages that are asked for at once, at most. */
const mostAtOnce = 5
/** Pages that are held besides those that are needed. */
const mostOther = 4
/** Rows around those in view that are needed as well. */
const around = 40

/** Places from one to another, both among them. */
export interface Places {
  readonly first: number
  readonly last: number
}

export const pageOf = (place: number): number => Math.floor(Math.max(0, place) / pageSize)

/**
 * Numbers of the pages that are to be there, in order; the first always is one where nothing is in view.
 * @param total rows of the whole list
 * @param kept a place that is needed wherever the view is
 */
export function neededPages(
  views: readonly Places[],
  kept: number | null,
  total: number,
): readonly number[] {
  const last = pageOf(total - 1)
  const needed = new Set<number>()
  const add = (from: number, to: number): void => {
    for (let page = pageOf(from); page <= Math.min(last, pageOf(to)); page++) needed.add(page)
  }
  for (const view of views) add(view.first - around, view.last + around)
  if (kept !== null) add(kept, kept)
  return needed.size === 0 ? [0] : [...needed].sort((a, b) => a - b)
}

/** The one of some numbers that is nearest to another, the first of two; null: there are none. */
export function nearest(numbers: readonly number[], to: number): number | null {
  let found: number | null = null
  for (const number of numbers)
    if (found === null || Math.abs(number - to) < Math.abs(found - to)) found = number
  return found
}

/** Pages that follow one another, as far as they are asked for at once. */
export function runsOf(pages: readonly number[]): readonly Places[] {
  const runs: { first: number; last: number }[] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run.last === page - 1 && page - run.first < mostAtOnce) run.last = page
    else runs.push({ first: page, last: page })
  }
  return runs
}

/** Of pages that are held those to go on holding: what is needed, and the nearest of the others. */
export function pagesToHold(held: readonly number[], needed: readonly number[]): readonly number[] {
  const distance = (page: number): number =>
    Math.min(...needed.map((other) => Math.abs(other - page)))
  const others = held
    .filter((page) => !needed.includes(page))
    .sort((a, b) => distance(a) - distance(b))
  return [...held.filter((page) => needed.includes(page)), ...others.slice(0, mostOther)]
}
