// What a change makes of a record: only what it sets is set anew, so that what another machine has set
// of the same record stays.
import { isDeepStrictEqual } from 'node:util'
import {
  type Entry,
  goneEntry,
  isLive,
  joinEntries,
  type LiveEntry,
  latestOf,
  newEntry,
  stampsIn,
  type Version,
  withFields,
  withoutVersion,
  withVersion,
} from '../../../shared/kinds/entry.ts'
import type { Change } from '../../../shared/kinds/kind.ts'
import type { Stamp } from '../../../shared/kinds/stamp.ts'

/**
 * A record's entry after a change.
 * @param stamp gives one that comes after those it is given
 */
export function changedEntry(
  entry: Entry | undefined,
  { kind, before, after, made }: Change,
  stamp: (seen: readonly Stamp[]) => Stamp,
): Entry {
  const now = stamp(stampsIn(entry))
  if (after === null) return goneEntry(entry, now)
  const { modified: _, versions: __, ...data } = after as Record<string, unknown>
  if (made && (!entry || isLive(entry))) return entry ? joinEntries(entry, made) : made
  if (!entry || !isLive(entry)) return newEntry(data, now)
  const old: Record<string, unknown> = before ? { ...before } : { ...entry.data }
  const fields = kind.fields.filter((field) => !isDeepStrictEqual(old[field], data[field]))
  const set = fields.length === 0 ? entry : withFields(entry, pick(data, fields), now)
  return kind.versions ? withVersionsOf(set, before, after, stamp) : set
}

const pick = (data: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, data[field]]))

/** Takes versions away that the reader has looked at, and brings those back of which that is taken back. */
function withVersionsOf(
  entry: LiveEntry,
  before: object | null,
  after: object,
  stamp: (seen: readonly Stamp[]) => Stamp,
): LiveEntry {
  const [old, now] = [versionsIn(before), versionsIn(after)]
  if (before === null || old === now) return entry
  const isIn = (list: readonly Version[], { field, value }: Version): boolean =>
    list.some((each) => each.field === field && isDeepStrictEqual(each.value, value))
  let next = entry
  for (const each of entry.versions)
    if (isIn(old, each) && !isIn(now, each)) next = withoutVersion(next, each.field, each.stamp)
  for (const each of now)
    if (!isIn(old, each) && !isIn(next.versions, each)) {
      // What holds is set once more: the later of the two is what holds.
      const brought = withVersion(next, each.field, each.value, stamp([latestOf(next), each.stamp]))
      const [field, value] = [each.field, brought.data[each.field]]
      const latest = brought.versions[0]?.stamp ?? ''
      next = withFields(brought, { [field]: value }, stamp([latestOf(brought), latest]))
    }
  return next
}

const versionsIn = (record: object | null): readonly Version[] =>
  record && 'versions' in record && Array.isArray(record.versions) ? record.versions : noVersions

const noVersions: readonly Version[] = []
