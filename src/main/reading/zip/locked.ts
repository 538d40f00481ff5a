// The refusal of a file under a password, whatever kind of file it is.
import { Refused } from '../refused.ts'

/** What is said of a file under a password. */
export const locked = (): Refused =>
  new Refused(
    'encrypted',
    'is protected by a password',
    'Open it in the program it was made with and save it without a password, then open that file.',
  )
