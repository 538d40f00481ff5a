// Which library the window shows, and since when: what was said of another, or before, is not for it.
import type { At } from '../../shared/stream.ts'

let library: string | null = null
let since = 0

/** Id of the library that is shown; null: none. */
export const shownLibrary = (): string | null => library

/** The revision at which the library that is shown was opened, as far as the window knows. */
export const shownSince = (): number => since

/** From now on this library is shown, as it was told at this revision. */
export function beginShowing(id: string | null, revision: number): void {
  library = id
  since = revision
}

/** Whether something was said of the library that is shown, while it was. */
export const isOfShown = (at: At): boolean => at.library === library && at.revision >= since
