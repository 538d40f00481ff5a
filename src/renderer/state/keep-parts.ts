// An article that is read again is another object each time. What of it is the same stays the same
// object, so that a correction of its title does not draw its text anew.
import type { OpenArticle } from '../../shared/model/library.ts'

/** Resolved annotations have a store of their own. */
const apart: ReadonlySet<string> = new Set(['resolved'])

/** The later article with the earlier one's parts where they say the same; the earlier if all do. */
export function keepParts(before: OpenArticle, after: OpenArticle): OpenArticle {
  const kept: Record<string, unknown> = { ...after }
  let same = true
  for (const name of Object.keys(after) as (keyof OpenArticle)[]) {
    if (apart.has(name)) continue
    if (isSame(before[name], after[name])) kept[name] = before[name]
    else same = false
  }
  return same ? before : (kept as OpenArticle)
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' &&
    a !== null &&
    typeof b === 'object' &&
    JSON.stringify(a) === JSON.stringify(b))
