// A record as one line of JSON, in a file of the store and in an exchange file: its data, and how each
// field came to its value.
import { z } from 'zod'
import { sameValue } from '../same-value.ts'
import { type Entry, isLive, type LiveEntry, latestOf, Settings, Version } from './entry.ts'
import type { Kind } from './kind.ts'
import { Setting, Stamp, setAt, stampsOf, timeOf } from './stamp.ts'

const GoneLine = z.strictObject({ key: z.string(), deleted: Setting })
const LiveLine = z.looseObject({ set: Settings, versions: z.array(Version).default([]) })

/** Fails with where it went wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: string; readonly message: string }

/** The record of an entry, as the rest of the app knows it. */
const records = new WeakMap<Entry, object | null>()

export function recordOf<R extends object>(kind: Kind<R>, entry: Entry | undefined): R | null {
  if (!entry || !isLive(entry)) return null
  const known = records.get(entry)
  if (known !== undefined) return known as R | null
  const made = kind.schema.safeParse(rawRecord(kind, entry))
  const record = made.success ? made.data : null
  records.set(entry, record)
  return record
}

/** A record before its schema has looked at it. A version that says what holds anyway is none. */
function rawRecord({ versions }: Kind, entry: LiveEntry): object {
  const modified = timeOf(latestOf(entry))
  const others = entry.versions.filter(({ field, value }) => !sameValue(value, entry.data[field]))
  return versions && others.length > 0
    ? { ...entry.data, modified, versions: others }
    : { ...entry.data, modified }
}

/** Whether a record can be kept: what the store cannot read back it must not write. */
export const isSound = (kind: Kind, entry: Entry): boolean =>
  !isLive(entry) || recordOf(kind, entry) !== null

/** The record of a line, which may be a deleted one. */
export function parseLine(kind: Kind, raw: unknown): Parsed<{ key: string; entry: Entry }> {
  const gone = GoneLine.safeParse(raw)
  if (gone.success) {
    const { key, deleted } = gone.data
    if (!areStamps([deleted])) return { ok: false, path: 'deleted', message: 'no stamp' }
    return { ok: true, value: { key, entry: { deleted } } }
  }
  const live = LiveLine.safeParse(raw)
  if (!live.success) return wrong(live.error)
  const { set, versions, ...data } = live.data
  if (!areSettings(set)) return { ok: false, path: 'set', message: 'no stamp' }
  const entry: LiveEntry = { deleted: null, data, set, versions }
  const record = kind.schema.safeParse(rawRecord(kind, entry))
  if (!record.success) return wrong(record.error)
  // What the schema fills in belongs to the data.
  const { modified: _, versions: __, ...filled } = record.data as Record<string, unknown>
  const whole: Entry = { ...entry, data: filled }
  records.set(whole, record.data)
  return { ok: true, value: { key: kind.keyOf(record.data), entry: whole } }
}

/**
 * Settings from elsewhere; null where they cannot be meant, or where the record was modified since by
 * something that knows of none.
 */
export function soundSettings(
  set: LiveEntry['set'] | undefined,
  modified: string,
): LiveEntry['set'] | null {
  if (!set || !areSettings(set)) return null
  const latest = Object.values(set).map(setAt).sort().at(-1) ?? ''
  return timeOf(latest) === modified ? set : null
}

const areSettings = (set: LiveEntry['set']): boolean => '*' in set && areStamps(Object.values(set))

const areStamps = (settings: readonly string[]): boolean =>
  settings.flatMap(stampsOf).every((stamp) => Stamp.safeParse(stamp).success)

export const wrong = (error: z.ZodError): Parsed<never> => {
  const [issue] = error.issues
  return { ok: false, path: issue?.path.join('.') ?? '', message: issue?.message ?? 'wrong shape' }
}

/** What is written of a record that is there. */
export const liveLine = ({ data, set, versions }: LiveEntry): object => ({
  ...data,
  set,
  ...(versions.length > 0 && { versions }),
})
