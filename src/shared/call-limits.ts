// How much one call may carry over HTTP: the server holds to it, and the window names it.
import type { CallName } from './call-names.ts'

/**
 * Megabytes of a call's argument. An import carries a whole exported library; a file that is added may
 * have 50 MB, a third more as base64; what is pasted comes twice, as HTML and as text;
 * two hundred thousand articles are marked at once.
 */
const limits: Partial<Record<CallName, number>> = {
  'library-import': 256,
  'library-add': 69,
  'library-paste': 64,
  'reading-set': 8,
}

/** Megabytes of the argument of a call, for any name that is asked for. */
export const megabytesOf = (name: string): number =>
  Object.hasOwn(limits, name) ? (limits[name as CallName] ?? 4) : 4
