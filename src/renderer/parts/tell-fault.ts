// Faults of ours that no part of the window can show in its place, as messages with the details.
import { tellError } from '../state/ui.ts'
import { thrownInWords } from './fault-words.ts'

/** Tells of a fault that may have been anywhere. */
export const tellFault = (thrown: unknown): void =>
  tellError({
    code: 'internal',
    message: 'Something went wrong in this window. What was saved before is safe.',
    advice:
      'Go on; if something does not answer, load the window again. Please report the details.',
    detail: thrownInWords(thrown),
  })

/** The same for a part that adorns and is left away; `what` has a capital first. */
export const tellLeftOut = (what: string, thrown: unknown): void =>
  tellError({
    code: 'internal',
    message: `${what} cannot be shown. The rest goes on.`,
    advice: 'Load the window again to have it back. Please report the details.',
    detail: thrownInWords(thrown),
  })
