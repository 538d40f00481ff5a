// What windows are told of rows that changed: a few, however many there are. A window that holds some of
// them asks for its own again, and a list asks for its pages.
import type { EventName } from '../../../shared/call-names.ts'
import type { EventData } from '../../../shared/calls.ts'
import type { Emit } from '../../core/stream.ts'

/** Rows, and ids of those that are gone, that are told at once. */
const mostTold = 200

/** Emits all as it is, but says `more` in the place of rows beyond a few. */
export const withFewRows =
  (emit: Emit): Emit =>
  (event, data) =>
    emit(event, few(data))

function few<E extends EventName>(data: EventData<E>): EventData<E> {
  if (!tellsRows(data)) return data
  const { changed, removed, more } = data
  return {
    ...data,
    changed: changed.slice(0, mostTold),
    removed: removed.slice(0, mostTold),
    more: more || changed.length > mostTold || removed.length > mostTold,
  }
}

const tellsRows = <E extends EventName>(
  data: EventData<E>,
): data is EventData<E> & EventData<'library-changed'> => 'info' in data && 'more' in data
