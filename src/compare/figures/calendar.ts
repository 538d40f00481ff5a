// The names of months and days of the week in a language, as the runtime's own data has them, and
// arithmetic with days. A day is a whole number: days since 1970-01-01.

export interface CalendarNames {
  /** Lower-case, with what may be left out of it ("Mar.", "Sept."); 1 to 12. */
  readonly months: ReadonlyMap<string, number>
  /** Those that are written out. */
  readonly longMonths: ReadonlySet<string>
  /** From 0, Sunday. */
  readonly weekdays: ReadonlyMap<string, number>
}

const known = new Map<string, CalendarNames>()

/** English abbreviations in use by newspapers that the runtime does not list. */
const englishExtra: readonly (readonly [string, number])[] = [
  ['sept', 9],
  ['sept.', 9],
]

/** @param language BCP 47 tag; English where it is null or no tag */
export function calendarNames(language: string | null): CalendarNames {
  const tag = language ?? 'en'
  let names = known.get(tag)
  if (names === undefined) {
    try {
      names = namesOf(tag)
    } catch {
      names = namesOf('en')
    }
    known.set(tag, names)
  }
  return names
}

function namesOf(language: string): CalendarNames {
  const months = new Map<string, number>(/^en\b/.test(language) ? englishExtra : [])
  const longMonths = new Set<string>()
  const weekdays = new Map<string, number>()
  for (const style of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: style,
      timeZone: 'UTC',
    })
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
    for (let at = 1; at <= 12; at++) {
      if (style === 'long')
        for (const format of [month, alone])
          longMonths.add(part(format, 'month', Date.UTC(2000, at - 1, 4)).toLowerCase())
      for (const format of [month, alone])
        add(months, part(format, 'month', Date.UTC(2000, at - 1, 4)), at, style === 'short')
    }
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
    // 2000-01-02 was a Sunday.
    for (let at = 0; at < 7; at++)
      if (style === 'long')
        add(weekdays, part(weekday, 'weekday', Date.UTC(2000, 0, 2 + at)), at, false)
  }
  return { months, longMonths, weekdays }
}

const part = (format: Intl.DateTimeFormat, type: string, time: number): string =>
  format.formatToParts(time).find((each) => each.type === type)?.value ?? ''

/** "Mar" is also written "Mar."; "May" and "March" are not. */
function add(map: Map<string, number>, name: string, value: number, short: boolean): void {
  const bare = name.toLowerCase().replace(/\.$/, '')
  if (!/\p{L}{3}/u.test(bare)) return
  if (short && !map.has(bare)) map.set(`${bare}.`, value)
  map.set(bare, value)
}

/** @returns null for a day that no calendar has */
export function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    year > 999 &&
    year < 10_000
    ? Math.round(date.getTime() / 86_400_000)
    : null
}

export const monthStretch = (year: number, month: number): readonly [number, number] => [
  Math.round(Date.UTC(year, month - 1, 1) / 86_400_000),
  Math.round(Date.UTC(year, month, 1) / 86_400_000) - 1,
]

export const yearStretch = (year: number): readonly [number, number] => [
  Math.round(Date.UTC(year, 0, 1) / 86_400_000),
  Math.round(Date.UTC(year + 1, 0, 1) / 86_400_000) - 1,
]

/** Of a day: its year, month and ISO form. */
export function inCalendar(day: number): { year: number; month: number; iso: string } {
  const date = new Date(day * 86_400_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    iso: date.toISOString().slice(0, 10),
  }
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** A published date as a day; null where its day is not known. */
export function publishedDay(published: string | null): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? '')
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}
