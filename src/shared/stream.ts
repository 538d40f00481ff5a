// The one stream a window: what says of every answer and every event which library it is about, and
// what of it is newer.
import type { EventName } from './call-names.ts'
import type { HostName } from './calls/call-rule.ts'
import type { Result } from './result.ts'

/** Where in the life of the core something was said. */
export interface At {
  /** Id of the library it is about: its true path; null: none was open. */
  readonly library: string | null
  /**
   * Grows with every event. An event has its own. An answer has the one at which its handler began,
   * a lower bound: whatever is newer than that is told by an event of a higher one, too.
   */
  readonly revision: number
}

/** Of an answer that the core did not give, such as one that never came. */
export const nowhere: At = { library: null, revision: 0 }

export type Answer<T> = Result<T> & { readonly at: At }

/** Who makes a call, and the library it means. */
export interface Caller {
  readonly host: HostName
  /** One of the host's windows; null where there is none, as on the command line. */
  readonly window: string | null
  /** Id of the library that the caller believes to be open; null: none. */
  readonly library: string | null
}

/** An event as it goes to the windows. */
export interface Told {
  readonly event: EventName
  readonly data: unknown
  readonly at: At
}
