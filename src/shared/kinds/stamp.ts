// When a field was set, and by whom: a hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva, Leone,
// "Logical Physical Clocks", 2014). A stamp is never behind what it replaces, whatever the machine's
// clock says, so that what a reader does now outdoes what another machine dated ahead.
import { z } from 'zod'

/** `2026-03-04T10:00:00.000Z~000~k3f9a2`: time, counter, machine. Ordered by code units. */
export const Stamp = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-z]{3}~[0-9a-z]{1,16}$/)
export type Stamp = z.infer<typeof Stamp>

/** The machine of what was written before records had stamps. */
const formerly = '0'
const mostTicks = 36 ** 3 - 1
/** The last moment that has a year of four digits: stamps stay comparable as text. */
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

const written = (milliseconds: number, tick: number, machine: string): Stamp =>
  `${new Date(milliseconds).toISOString()}~${tick.toString(36).padStart(3, '0')}~${machine}`

const parts = (stamp: Stamp) => {
  const [time = '', tick = '', machine = ''] = stamp.split('~')
  return { time, tick, machine }
}

/** ISO 8601. */
export const timeOf = (stamp: Stamp): string => parts(stamp).time
const machineOf = (stamp: Stamp): string => parts(stamp).machine

/** The stamp of a record that says only when it was modified. */
export const stampOfTime = (iso: string): Stamp =>
  written(Math.min(Date.parse(iso), lastMoment), 0, formerly)

/**
 * A stamp for what is set now.
 * @param now milliseconds since the epoch
 * @param machine lower-case letters and digits, 16 at most
 * @param seen what it has to come after
 */
export function nextStamp(now: number, machine: string, seen: Iterable<Stamp>): Stamp {
  const time = new Date(Math.min(now, lastMoment)).toISOString()
  let last = ''
  for (const stamp of seen) if (stamp > last) last = stamp
  const before = parts(last)
  if (last === '' || before.time < time) return written(Date.parse(time), 0, machine)
  const tick = Number.parseInt(before.tick, 36)
  const at = Date.parse(before.time)
  return tick < mostTicks || at >= lastMoment
    ? written(at, Math.min(tick + 1, mostTicks), machine)
    : written(at + 1, 0, machine)
}

/**
 * How a field came to its value: the stamp that set it, then the last stamps of the other machines
 * that are known to have set it before. It tells what was made in knowledge of what (a version vector:
 * Parker and others, "Detection of Mutual Inconsistency in Distributed Systems", 1983).
 */
export const Setting = z.string().regex(/^[^ ]+(?: [^ ]+)*$/)
export type Setting = string

/** Machines that a setting remembers. One that was forgotten can show a version too many, never lose one. */
const mostMachines = 12

export const stampsOf = (setting: Setting): readonly Stamp[] => setting.split(' ')
export const setAt = (setting: Setting): Stamp => stampsOf(setting)[0] ?? ''

/**
 * Whether whoever made a setting knew of a stamp. Of what was written before records had stamps nothing
 * is known but when: the later of two has outdone the earlier then, and still has.
 */
export const knows = (setting: Setting, stamp: Stamp): boolean => {
  const machine = machineOf(stamp)
  if (machine === formerly && setAt(setting) >= stamp) return true
  return stampsOf(setting).some((each) => machineOf(each) === machine && each >= stamp)
}

/** `first` in knowledge of all that the settings know. */
export function settingOf(first: Stamp, ...known: readonly Setting[]): Setting {
  const last = new Map<string, Stamp>()
  for (const stamp of known.flatMap(stampsOf)) {
    const machine = machineOf(stamp)
    const other = last.get(machine)
    if (other === undefined || other < stamp) last.set(machine, stamp)
  }
  const mine = last.get(machineOf(first))
  if (mine !== undefined && mine <= first) last.delete(machineOf(first))
  const others = [...last.values()].sort().reverse()
  return [first, ...others.slice(0, mostMachines)].join(' ')
}
