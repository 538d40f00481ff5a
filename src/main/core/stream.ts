// The one stream of what the core tells: counts it, and says of each thing which library it is about.
// Features only say what happened; nothing else gives out revisions.
import type { EventName } from '../../shared/call-names.ts'
import type { EventData } from '../../shared/calls.ts'
import type { At } from '../../shared/stream.ts'

export type Emit = <E extends EventName>(event: E, data: EventData<E>) => void

/** Carries an event to every window, in the order in which it is given. */
export type Tell = <E extends EventName>(event: E, data: EventData<E>, at: At) => void

export interface Stream {
  /** What is told now, and was told last. */
  at(): At
  /** Tells of what is open now. */
  readonly emit: Emit
  /** Tells of one library, whichever is open. */
  of(library: string): Emit
  /** From now on this one is open; null: none. */
  show(library: string | null): void
}

/** Begins with no library, at revision 0. */
export function createStream(tell: Tell): Stream {
  let revision = 0
  let open: string | null = null
  return {
    at: () => ({ library: open, revision }),
    emit: (event, data) => tell(event, data, { library: open, revision: ++revision }),
    of: (library) => (event, data) => tell(event, data, { library, revision: ++revision }),
    show(library) {
      open = library
    },
  }
}
