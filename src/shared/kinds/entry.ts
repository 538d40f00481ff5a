// A record as the store keeps it: each field with the setting that gave it its value. Two states of
// one record join field by field, the same whichever comes first and however often; of two values that
// were set without knowledge of each other the later holds, and the other stays as a version.
import { z } from 'zod'
import {
  knows,
  type Setting,
  Setting as SettingSchema,
  Stamp,
  setAt,
  settingOf,
  stampOfTime,
} from './stamp.ts'

/** A value that another machine set without knowing of the one that holds. */
export const Version = z.strictObject({
  field: z.string(),
  value: z.unknown(),
  stamp: Stamp,
})
export type Version = Readonly<z.infer<typeof Version>>

export const Settings = z.record(z.string(), SettingSchema)

export interface LiveEntry {
  readonly deleted: null
  /** What the record's key says, and its fields. */
  readonly data: Readonly<Record<string, unknown>>
  /** By field; `*` for every field that is not named. */
  readonly set: Readonly<Record<string, Setting>>
  readonly versions: readonly Version[]
}

/** What stays of a deleted record, so that a synced copy does not bring it back. */
interface GoneEntry {
  /** When it was deleted, and what was known of it then. */
  readonly deleted: Setting
}

export type Entry = LiveEntry | GoneEntry

export const isLive = (entry: Entry | undefined | null): entry is LiveEntry =>
  entry?.deleted === null

/** The setting of a field. */
const settingOfField = ({ set }: LiveEntry, field: string): Setting => set[field] ?? set['*'] ?? ''

/** The last stamp of anything in it. */
export function latestOf(entry: Entry): Stamp {
  if (!isLive(entry)) return setAt(entry.deleted)
  let latest = ''
  for (const setting of Object.values(entry.set)) {
    const stamp = setAt(setting)
    if (stamp > latest) latest = stamp
  }
  return latest
}

/** Every stamp that something new has to come after. */
export const stampsIn = (entry: Entry | undefined): readonly Stamp[] =>
  entry === undefined ? [] : [latestOf(entry)]

/** A record that was not there before, or was deleted. */
export const newEntry = (data: Readonly<Record<string, unknown>>, stamp: Stamp): LiveEntry => ({
  deleted: null,
  data,
  set: { '*': stamp },
  versions: [],
})

/**
 * A record that was made elsewhere.
 * @param set how its fields came to their values; if not known, all of them when it was modified
 */
export function entryMade(
  record: object & {
    readonly modified: string
    readonly versions?: readonly unknown[] | undefined
  },
  set: LiveEntry['set'] | null = null,
): LiveEntry {
  const { modified, versions, ...data } = record
  const sound = z.array(Version).safeParse(versions ?? [])
  const others = sound.success ? sound.data : []
  if (set) return { deleted: null, data, set, versions: others }
  return others.reduceRight(
    (entry, { field, value, stamp }) => withVersion(entry, field, value, stamp),
    newEntry(data, stampOfTime(modified)),
  )
}

/** The record with some fields set anew; what another machine said of them stays as a version. */
export function withFields(
  entry: LiveEntry,
  fields: Readonly<Record<string, unknown>>,
  stamp: Stamp,
): LiveEntry {
  const set = { ...entry.set }
  for (const field of Object.keys(fields))
    set[field] = settingOf(stamp, settingOfField(entry, field))
  return { ...entry, data: { ...entry.data, ...fields }, set }
}

/** Without a version that the reader has looked at. The setting knows it, so it does not come back. */
export const withoutVersion = (entry: LiveEntry, field: string, stamp: Stamp): LiveEntry => ({
  ...entry,
  set: {
    ...entry.set,
    [field]: settingOf(setAt(settingOfField(entry, field)), settingOfField(entry, field), stamp),
  },
  versions: entry.versions.filter((each) => each.field !== field || each.stamp !== stamp),
})

/** With a version, as when the reader takes back that it was looked at. */
export const withVersion = (
  entry: LiveEntry,
  field: string,
  value: unknown,
  stamp: Stamp,
): LiveEntry => {
  const setting = settingOfField(entry, field)
  return {
    ...entry,
    set: { ...entry.set, [field]: settingOf(setAt(setting), setting, stamp) },
    versions: [{ field, value, stamp }, ...entry.versions],
  }
}

/** A record that is deleted in knowledge of all that it says. */
export const goneEntry = (entry: Entry | undefined, stamp: Stamp): GoneEntry => ({
  deleted: settingOf(stamp, ...(entry ? settingsIn(entry) : [])),
})

const settingsIn = (entry: Entry): readonly Setting[] =>
  isLive(entry) ? Object.values(entry.set) : [entry.deleted]

/** Two states of one record. A deletion holds against all that was known when it was made, and no more. */
export function joinEntries(a: Entry, b: Entry): Entry {
  if (isLive(a)) return isLive(b) ? joinLive(a, b) : liveOrGone(a, b)
  if (isLive(b)) return liveOrGone(b, a)
  const [first, other] = setAt(a.deleted) >= setAt(b.deleted) ? [a, b] : [b, a]
  return { deleted: settingOf(setAt(first.deleted), first.deleted, other.deleted) }
}

const liveOrGone = (live: LiveEntry, gone: GoneEntry): Entry =>
  settingsIn(live).every((setting) => knows(gone.deleted, setAt(setting))) ? gone : live

function joinLive(a: LiveEntry, b: LiveEntry): LiveEntry {
  if (a === b) return a
  const names = new Set([...Object.keys(a.data), ...Object.keys(b.data)])
  const data: Record<string, unknown> = {}
  const set: Record<string, Setting> = {}
  const versions: Version[] = []
  for (const field of names) {
    const joined = joinField(a, b, field)
    if (joined.value !== undefined) data[field] = joined.value
    set[field] = joined.setting
    versions.push(...joined.versions)
  }
  return { deleted: null, data, set: compact(set), versions }
}

interface Value {
  readonly value: unknown
  readonly stamp: Stamp
}

/**
 * A field of both: the values that neither side has seen replaced, the latest first (dotted version
 * vectors: Preguiça, Baquero, Almeida, Fonte, Gonçalves, 2012).
 */
function joinField(a: LiveEntry, b: LiveEntry, field: string) {
  const [knownA, knownB] = [settingOfField(a, field), settingOfField(b, field)]
  const [inA, inB] = [valuesOf(a, field), valuesOf(b, field)]
  const kept = new Map<Stamp, Value>()
  for (const [stamp, value] of inA)
    if (inB.has(stamp) || !knows(knownB, stamp)) kept.set(stamp, value)
  for (const [stamp, value] of inB) if (!knows(knownA, stamp)) kept.set(stamp, value)
  const [first, ...others] = [...kept.values()].sort((x, y) => (x.stamp > y.stamp ? -1 : 1))
  // Neither has what the other has not replaced only if a file was changed by hand.
  const holds = first ?? (setAt(knownA) >= setAt(knownB) ? holding(a, field) : holding(b, field))
  return {
    value: holds.value,
    setting: settingOf(holds.stamp, knownA, knownB),
    versions: others.map(({ value, stamp }): Version => ({ field, value, stamp })),
  }
}

const holding = (entry: LiveEntry, field: string): Value => ({
  value: entry.data[field],
  stamp: setAt(settingOfField(entry, field)),
})

function valuesOf(entry: LiveEntry, field: string): ReadonlyMap<Stamp, Value> {
  const first = holding(entry, field)
  const values = new Map([[first.stamp, first]])
  for (const { field: of, value, stamp } of entry.versions)
    if (of === field) values.set(stamp, { value, stamp })
  return values
}

/** Names the commonest setting once. */
function compact(set: Readonly<Record<string, Setting>>): Record<string, Setting> {
  const counts = new Map<Setting, number>()
  for (const setting of Object.values(set)) counts.set(setting, (counts.get(setting) ?? 0) + 1)
  const [common] = [...counts].sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))[0] ?? ['']
  const rest = Object.entries(set).filter(([, setting]) => setting !== common)
  return { '*': common, ...Object.fromEntries(rest) }
}
