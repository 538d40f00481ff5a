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
import type { Change, Kind } from '../../../shared/kinds/kind.ts'
import { recordOf } from '../../../shared/kinds/line.ts'
import type { Stamp } from '../../../shared/kinds/stamp.ts'

/**
 * A record's entry after a change.
 * @param stamp gives one that comes after those it is given
 */
export function changedEntry(
  entry: Entry | undefined,
  change: Change,
  stamp: (seen: readonly Stamp[]) => Stamp,
): Entry {
  const { kind, made, renames = false } = change
  const { before, after } = asWritten(entry, change)
  if (change.edit && entry && after === before) return entry
  const now = stamp(stampsIn(entry))
  if (after === null) return goneEntry(entry, now)
  const { modified: _, versions: __, ...data } = after as Record<string, unknown>
  if (made && (!entry || isLive(entry))) return entry ? joinEntries(entry, made) : made
  if (!entry || !isLive(entry)) return newEntry(data, now)
  const old: Record<string, unknown> = before ? { ...before } : { ...entry.data }
  const fields = kind.fields.filter((field) => !isDeepStrictEqual(old[field], data[field]))
  const next = { ...data, ...namesSet(kind, fields, renames, old, data, entry.data) }
  const set = fields.length === 0 ? entry : withFields(entry, pick(next, fields), now)
  return kind.versions ? withVersionsOf(set, before, after, stamp) : set
}

/** What stands before and after a change that is made of the record as it is now. */
function asWritten(entry: Entry | undefined, change: Change): Pick<Change, 'before' | 'after'> {
  if (!change.edit) return change
  const there = recordOf(change.kind, entry)
  return { before: there, after: change.edit(there) }
}

type Data = Readonly<Record<string, unknown>>

/** Fields of several names, as they are after a change of what they were then. */
function namesSet(
  { sets = [] }: Kind,
  fields: readonly string[],
  renames: boolean,
  old: Data,
  data: Data,
  now: Data,
) {
  const changed = sets.filter((field) => fields.includes(field))
  return Object.fromEntries(
    changed.map((field) => [
      field,
      changedNames(namesIn(old[field]), namesIn(data[field]), namesIn(now[field]), renames),
    ]),
  )
}

const namesIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/**
 * Names after a change. In a renaming, one that takes the place of another is not put in where that other
 * was taken out meanwhile.
 */
function changedNames(
  before: readonly unknown[],
  after: readonly unknown[],
  now: readonly unknown[],
  renames: boolean,
): readonly unknown[] {
  const isOneForOne = renames && before.length === after.length
  const replaced = (at: number): unknown =>
    isOneForOne && !after.includes(before[at]) ? before[at] : undefined
  const mine = after.filter((name, at) => {
    if (now.includes(name)) return true
    const place = replaced(at)
    return !before.includes(name) && (place === undefined || now.includes(place))
  })
  const others = now.filter((name) => !before.includes(name) && !after.includes(name))
  return [...mine, ...others]
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
