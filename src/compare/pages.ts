// Cuts a section into pages, so that no answer grows with the comparison.

/** About how many bytes one answer may have. */
const mostBytes = 200_000

export interface Page<Item> {
  readonly total: number
  /** Where the next page begins; null after the last. */
  readonly next: number | null
  readonly items: Item[]
}

/**
 * As many of the items from a place on as fit into one answer; one at least, where there is one.
 * @param bytesOf about how many an item takes
 */
export function pageOf<Item>(
  items: { readonly length: number; at(index: number): Item | undefined },
  from: number,
  bytesOf: (item: Item) => number,
): Page<Item> {
  const taken: Item[] = []
  let bytes = 0
  for (let index = from; index < items.length; index++) {
    const item = items.at(index)
    if (item === undefined) break
    bytes += bytesOf(item)
    if (taken.length > 0 && bytes > mostBytes) break
    taken.push(item)
  }
  const end = from + taken.length
  return { total: items.length, next: end < items.length ? end : null, items: taken }
}

/** A part of several columns of one length. @param bytes about how many a place takes in all of them */
export function columnPage(
  length: number,
  from: number,
  bytes: number,
): { readonly total: number; readonly next: number | null; readonly to: number } {
  const to = Math.min(length, from + Math.floor(mostBytes / bytes))
  return { total: length, next: to < length ? Math.max(to, from) : null, to }
}
