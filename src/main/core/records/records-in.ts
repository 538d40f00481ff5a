// The records of a sheet, made of its entries once.
import type { Kind } from '../../../shared/kinds/kind.ts'
import { recordOf } from '../../../shared/kinds/line.ts'
import type { Weigh } from '../../store/entries.ts'
import { entriesOf, type Sheet } from '../../store/sheet.ts'

const lists = new WeakMap<object, readonly object[]>()

/** The same array while none of them changes. */
export function recordsIn<R extends object>(kind: Kind<R>, sheet: Sheet): readonly R[] {
  const entries = entriesOf(sheet, kind)
  const known = lists.get(entries)
  if (known) return known as readonly R[]
  const records = [...entries.values()].flatMap((entry) => recordOf(kind, entry) ?? [])
  lists.set(entries, records)
  return records
}

const live = new WeakMap<Kind, Weigh>()

/** One for an entry that stands for a record, none for one that was deleted. The same function for a kind. */
export function liveOf(kind: Kind): Weigh {
  const known = live.get(kind) ?? ((entry) => (recordOf(kind, entry) === null ? 0 : 1))
  live.set(kind, known)
  return known
}
