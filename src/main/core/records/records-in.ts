// The records of a sheet, made of its entries once.
import type { Kind } from '../../../shared/kinds/kind.ts'
import { recordOf } from '../../../shared/kinds/line.ts'
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
