// What differs between two states of a sheet.
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { recordOf } from '../../../shared/kinds/line.ts'
import { entriesOf, type Sheet } from '../../store/sheet.ts'

/** The records of some keys that are others now. */
export function differences(
  kind: Kind,
  article: string | null,
  before: Sheet,
  after: Sheet,
  keys: Iterable<string>,
): Change[] {
  const [old, now] = [entriesOf(before, kind), entriesOf(after, kind)]
  if (old === now) return []
  const changes: Change[] = []
  for (const key of keys) {
    const [one, other] = [old.get(key), now.get(key)]
    if (one === other) continue
    const change = { kind, article, key, before: recordOf(kind, one), after: recordOf(kind, other) }
    if (change.before !== change.after) changes.push(change)
  }
  return changes
}
