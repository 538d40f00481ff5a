// The order of files in a library: `2.txt` before `10.txt`, the same on every machine and host.

const collator = new Intl.Collator('en', { numeric: true })

/** Compares two paths or names as people order them; of two that count as equal, by code unit. */
export const comparePaths = (a: string, b: string): number =>
  collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

export const inPathOrder = (a: { readonly path: string }, b: { readonly path: string }): number =>
  comparePaths(a.path, b.path)
